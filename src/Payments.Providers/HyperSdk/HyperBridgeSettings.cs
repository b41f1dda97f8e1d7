using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Payments.HyperSdk;

/// <summary>How a <see cref="HyperBridgeHandler"/> waits.</summary>
public sealed class HyperBridgeSettings
{
    /// <summary>How long an action may take, from its hand-over to its event. 3 minutes unless set: a person enters a PIN (ASSUMED).</summary>
    public TimeSpan ActionTimeout { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Actions that show no screen and may run beside others. Every other action, unknown ones too, is taken to be user-facing and waits its turn, as the SDK shows
    /// one screen at a time (ASSUMED).
    /// </summary>
    public ISet<string> HeadlessActions { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "upiGetSessionToken",
        "upiTransactionList",
        "upiTransactionStatus",
        "upiTxnStatus",
        "upiDeleteVpa",
        "upiUpdateUpiNumberStatus",
        "upiGenerateUrlSignature",
        "upiInternationalValidateQr",
    };

    /// <summary>Clock of the timeout.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets events that nobody waits for, by name and request id, never their content.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;
}
