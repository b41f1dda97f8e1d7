using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Specwright;

namespace Payments.Cli;

/// <summary>Says in one sentence why a provider has no row, and which setting to look at.</summary>
/// <param name="mask">Takes secrets out of what servers say.</param>
/// <param name="namesSettings">Whether settings exist to be named: in the sandbox nothing can be set.</param>
/// <param name="logger">Gets the details.</param>
internal sealed partial class FailureReasons(SecretMask mask, bool namesSettings, ILogger logger)
{
    private const int Longest = 400;

    public string TimedOut(TimeSpan timeout) =>
        string.Create(CultureInfo.InvariantCulture, $"no answer within {timeout.TotalSeconds:0.###} s (--timeout).");

    public string Of(ProviderDescription provider, Exception exception)
    {
        LogFailure(logger, exception, provider.Name);
        var reason = Sentence(mask.Apply(PlainText.Of(exception.Message)));
        return namesSettings && SettingsToCheck(provider, exception) is { Length: > 0 } settings ? $"{reason} Check {settings}." : reason;
    }

    private static string SettingsToCheck(ProviderDescription provider, Exception exception)
    {
        if (IsUnreachable(exception))
        {
            return provider.BaseAddress?.Name ?? "";
        }
        return IsRefused(exception) ? string.Join(", ", provider.Credentials.Select(setting => setting.Name)) : "";
    }

    private static bool IsUnreachable(Exception exception) =>
        Chain(exception).Any(inner => inner is SocketException or HttpRequestException { StatusCode: null });

    // 401 and 403 as HTTP status; providers that refuse inside HTTP 200 put the same numbers into their own code.
    private static bool IsRefused(Exception exception) => Chain(exception).OfType<ApiException>()
        .Any(error => error.StatusCode is (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden || error.ErrorCode is "401" or "403");

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    private static string Sentence(string text)
    {
        if (text.Length == 0)
        {
            return "unknown reason.";
        }
        if (text.Length > Longest)
        {
            return text[..Longest] + "...";
        }
        return text[^1] is '.' or '!' or '?' ? text : text + ".";
    }

    [LoggerMessage(LogLevel.Error, "{Provider} has no balance.")]
    private static partial void LogFailure(ILogger logger, Exception exception, string provider);
}
