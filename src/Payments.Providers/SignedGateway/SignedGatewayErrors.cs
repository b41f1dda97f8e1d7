using Specwright;

namespace Payments.SignedGateway;

public sealed partial record ErrorBody : IApiError
{
    string? IApiError.Code => Code?.Value;

    string? IApiError.Message => ErrorMessage;

    string? IApiError.RequestId => null;
}
