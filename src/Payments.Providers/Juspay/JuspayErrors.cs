using Specwright;

namespace Payments.Juspay;

public sealed partial record ErrorBody : IApiError
{
    /// <summary>At the root or under <c>response</c>.</summary>
    string? IApiError.Code => (ErrorCode ?? Response?.ErrorCode)?.Value;

    string? IApiError.Message => ErrorMessage ?? Response?.ErrorMessage ?? UserMessage ?? Response?.UserMessage;

    string? IApiError.RequestId => null;
}
