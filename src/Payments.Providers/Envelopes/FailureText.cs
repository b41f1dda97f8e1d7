using Specwright;

namespace Payments;

/// <summary>The words of the providers' exceptions, in the form the runtime gives its own: <c>getBalance: Cashfree refused the call (403: Token is not valid)</c>.</summary>
internal static class FailureText
{
    private const int MaxLength = 300;

    /// <param name="request">Names the operation.</param>
    /// <param name="problem">What happened, in our words.</param>
    /// <param name="code">The provider's code.</param>
    /// <param name="message">The provider's words: redacted, on one line and within reason.</param>
    /// <param name="sensitiveNames">The options' own; null for the default ones.</param>
    public static string Of(HttpRequestMessage request, string problem, string? code = null, string? message = null, ISet<string>? sensitiveNames = null)
    {
        var operation = ApiOperation.From(request) is { } known ? known.OperationId + ": " : "";
        var detail = string.Join(": ", new[] { code, message }.Where(static text => !string.IsNullOrWhiteSpace(text)));
        return detail.Length == 0 ? operation + problem : $"{operation}{problem} ({Shown(detail, sensitiveNames)})";
    }

    /// <summary>A provider's words as they may be shown.</summary>
    public static string Shown(string text, ISet<string>? sensitiveNames = null)
    {
        var redacted = Redaction.Redact(text, sensitiveNames);
        var cut = redacted.Length > MaxLength ? string.Concat(redacted.AsSpan(0, MaxLength), "…") : redacted;
        return OneLine(cut);
    }

    /// <summary>The text with blanks in place of whatever breaks a line, in a terminal or elsewhere.</summary>
    public static string OneLine(string text)
        => string.Concat(text.Select(static character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character));
}
