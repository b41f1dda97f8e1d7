using Specwright;

namespace Payments.Cashfree;

public sealed partial record ErrorEnvelope : IApiError
{
    /// <summary>The sub-code, also where the answer calls it <c>statusCode</c>.</summary>
    string? IApiError.Code => (SubCode ?? StatusCode)?.Text;

    string? IApiError.Message => Message;

    string? IApiError.RequestId => null;
}
