using Microsoft.Extensions.Logging;

namespace Payments.Cli;

/// <summary>Connects the sandbox without settings, the real providers with them.</summary>
internal static class BalanceSessions
{
    /// <inheritdoc cref="OpenBalanceSession"/>
    public static async Task<IBalanceSession> OpenAsync(
        BalancesOptions options, LiveSettings? settings, TimeProvider timeProvider, ILoggerFactory loggers, CancellationToken cancellationToken) =>
        settings is null
            ? await SandboxSession.StartAsync(options, timeProvider, loggers, cancellationToken)
            : LiveSession.Create(options, settings, timeProvider, loggers);
}
