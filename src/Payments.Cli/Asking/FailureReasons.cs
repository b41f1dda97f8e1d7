using System.Net;
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

    /// <param name="provider">Who failed.</param>
    /// <param name="failure">What the balance view says of it.</param>
    /// <param name="exception">What was thrown; null when time ran out.</param>
    public string Of(string provider, string failure, Exception? exception)
    {
        LogFailure(logger, exception, provider);
        var reason = Cut(mask.Apply(PlainText.Of(failure)));
        return namesSettings && SettingsToCheck(ProviderTable.Find(provider), exception) is { Length: > 0 } settings ? $"{reason} Check {settings}." : reason;
    }

    private static string SettingsToCheck(ProviderDescription? provider, Exception? exception)
    {
        if (provider is null || exception is null)
        {
            return "";
        }
        if (IsUnreachable(exception))
        {
            return provider.BaseAddress?.Name ?? "";
        }
        return IsRefused(exception) ? string.Join(", ", provider.Credentials.Select(setting => setting.Name)) : "";
    }

    private static bool IsUnreachable(Exception exception) => Chain(exception).OfType<HttpRequestException>().Any(error => error.HttpRequestError is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError or HttpRequestError.InvalidResponse);

    // 401 as HTTP status; providers that refuse inside HTTP 200 put the same number into their own code. 403 is about addresses and rights, not keys.
    private static bool IsRefused(Exception exception) => Chain(exception).OfType<ApiException>()
        .Any(error => error.StatusCode == (int)HttpStatusCode.Unauthorized || error.ErrorCode == "401");

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    private static string Cut(string text) => text.Length > Longest ? text[..Longest] + "..." : text;

    [LoggerMessage(LogLevel.Error, "{Provider} has no balance.")]
    private static partial void LogFailure(ILogger logger, Exception? exception, string provider);
}
