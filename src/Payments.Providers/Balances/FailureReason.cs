using Specwright;

namespace Payments.Balances;

/// <summary>Why a provider's balances are missing, for a reader of the table.</summary>
internal static class FailureReason
{
    /// <summary>One sentence, with a full stop, without secrets and without line breaks.</summary>
    public static string Of(Exception exception)
    {
        var text = exception switch
        {
            // Both promise messages without secrets.
            ApiException or ApiConfigurationException => exception.Message,
            OperationCanceledException => "The call was cancelled",
            // What others say is not ours to trust: a cache, a socket or a bridge may name what it was given.
            _ => $"{exception.GetType().Name}: {Redaction.Redact(exception.Message)}",
        };
        var line = FailureText.OneLine(text.Trim());
        return line.Length > 0 && line[^1] is '.' or '!' or '?' ? line : line + ".";
    }
}
