using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Payments.Sandbox;

/// <summary>One <c>--fault</c> of the command line: <c>provider:fault[=seconds][*times][@operation]</c>.</summary>
/// <param name="Provider">Name of an HTTP provider.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Times">How many calls meet it; every call when null.</param>
/// <param name="Operation">The call it is for; any call when null.</param>
internal sealed record FaultArgument(string Provider, SandboxFault Fault, int? Times, string? Operation)
{
    public const string Usage =
        """
        A fault as provider:fault[=seconds][*times][@operation], for every call unless times is given. May be repeated.
        Providers: cashfree, juspay, gateway, account. Faults: delay, 429, 500, truncated-body, cut-json, html-error-page,
        wrong-content-type, connection-reset, expire-tokens, wrong-signature, missing-signature, refresh-token-race.
        Examples: juspay:delay=5, cashfree:429=30*2, gateway:wrong-signature@queryBalance.
        """;

    private static readonly string[] Providers =
        [CashfreeSandbox.ProviderName, JuspaySandbox.ProviderName, GatewaySandbox.ProviderName, AccountSandbox.ProviderName];

    public static bool TryParse(string text, [NotNullWhen(true)] out FaultArgument? argument, [NotNullWhen(false)] out string? reason)
    {
        argument = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Providers.Contains(text[..colon]))
        {
            reason = $"expected one of {string.Join(", ", Providers)}, then a colon.";
            return false;
        }

        var (rest, operation) = Cut(text[(colon + 1)..], '@');
        (rest, var timesText) = Cut(rest, '*');
        var (name, secondsText) = Cut(rest, '=');
        int? times = null;
        if (timesText is not null)
        {
            if (!int.TryParse(timesText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 1000)
            {
                reason = $"'{timesText}' is no number of times from 1 to 1000.";
                return false;
            }
            times = number;
        }
        if (!TryReadSeconds(secondsText, out var seconds))
        {
            reason = $"'{secondsText}' is no number of seconds from 0 to 86400.";
            return false;
        }
        if (FaultOf(name, seconds) is not { } fault)
        {
            reason = $"there is no fault '{name}'.";
            return false;
        }
        if (secondsText is not null && name is not ("delay" or "429"))
        {
            reason = $"'{name}' takes no seconds.";
            return false;
        }
        // A race needs a pair of calls; on every call it would pair strangers.
        argument = new FaultArgument(text[..colon], fault, fault.Calls > 1 ? times ?? 1 : times, operation);
        reason = null;
        return true;
    }

    /// <exception cref="ArgumentException">The provider cannot meet the fault or has no such operation.</exception>
    public void Apply(PaymentsSandbox sandbox)
    {
        var plan = sandbox.Providers.Single(provider => provider.Name == Provider).Faults;
        if (Times is { } times)
        {
            plan.Enqueue(Fault, Operation, times);
        }
        else
        {
            plan.Stick(Fault, Operation);
        }
    }

    private static SandboxFault? FaultOf(string name, TimeSpan? seconds) => name switch
    {
        "delay" => SandboxFault.Delay(seconds ?? TimeSpan.FromSeconds(2)),
        "429" => SandboxFault.TooManyRequests(seconds ?? TimeSpan.FromSeconds(1)),
        "500" => SandboxFault.InternalServerError,
        "truncated-body" => SandboxFault.TruncatedBody,
        "cut-json" => SandboxFault.CutJson,
        "html-error-page" => SandboxFault.HtmlErrorPage,
        "wrong-content-type" => SandboxFault.WrongContentType(),
        "connection-reset" => SandboxFault.ConnectionReset,
        "expire-tokens" => SandboxFault.ExpireTokens,
        "wrong-signature" => SandboxFault.WrongSignature,
        "missing-signature" => SandboxFault.MissingSignature,
        "refresh-token-race" => SandboxFault.RefreshTokenRace(),
        _ => null,
    };

    private static bool TryReadSeconds(string? text, out TimeSpan? seconds)
    {
        seconds = null;
        if (text is null)
        {
            return true;
        }
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 86400)
        {
            return false;
        }
        seconds = TimeSpan.FromSeconds(number);
        return true;
    }

    private static (string Before, string? After) Cut(string text, char at)
    {
        var index = text.LastIndexOf(at);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }
}
