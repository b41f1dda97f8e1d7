namespace Specwright;

/// <summary>The words of <see cref="ApiException"/>: <c>getOrder: the server answered 404 Not Found (E09: Could not find resource)</c>.</summary>
internal static class ApiExceptionText
{
    private const int MaxDetailLength = 300;

    public static string Answered(ApiOperation operation, int statusCode, string? reasonPhrase, IApiError? details, ISet<string>? sensitiveNames)
    {
        var status = $"{operation.OperationId}: the server answered {Status(statusCode, reasonPhrase)}";
        var detail = string.Join(": ", new[] { details?.Code, details?.Message }.Where(text => !string.IsNullOrWhiteSpace(text)));
        return detail.Length == 0 ? status : $"{status} ({OneLine(Redaction.Redact(detail, sensitiveNames))})";
    }

    public static string Status(int statusCode, string? reasonPhrase)
        => string.IsNullOrWhiteSpace(reasonPhrase) ? $"{statusCode}" : $"{statusCode} {OneLine(reasonPhrase)}";

    /// <summary>A server's words stay on one line of a log and within reason.</summary>
    public static string OneLine(string text)
    {
        var shown = text.Length > MaxDetailLength ? string.Concat(text.AsSpan(0, MaxDetailLength), "…") : text;
        return string.Create(shown.Length, shown, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
    }
}
