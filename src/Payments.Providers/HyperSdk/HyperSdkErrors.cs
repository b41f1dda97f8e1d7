using Specwright;

namespace Payments.HyperSdk;

public sealed partial record ErrorEvent : IApiError
{
    string? IApiError.Code => ErrorCode?.Value;

    string? IApiError.Message => ErrorMessage;

    string? IApiError.RequestId => RequestId;
}
