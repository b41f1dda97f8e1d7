using System.Globalization;
using Specwright;

namespace Payments.AccountApi;

public sealed partial record ErrorBody : IApiError
{
    /// <summary>The server's reasons under either of their names, array or single string, in the server's order; may be empty.</summary>
    public IReadOnlyList<AccountApiErrorText> ErrorTexts => [.. AccountApiErrorText.ParseAll(ResponseErrors), .. AccountApiErrorText.ParseAll(ResponseError)];

    string? IApiError.Code => ResponseCode?.Value.ToString(CultureInfo.InvariantCulture);

    string? IApiError.Message => string.Join("; ", ErrorTexts);

    string? IApiError.RequestId => RequestId;
}
