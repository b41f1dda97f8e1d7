using Microsoft.Extensions.Logging;

namespace Payments.Cli;

internal static class BalanceSessions
{
    public static Task<IBalanceSession> OpenAsync(
        BalancesOptions options, LiveSettings? settings, TimeProvider timeProvider, ILoggerFactory loggers, CancellationToken cancellationToken) =>
        throw new NotSupportedException("No provider is connected.");
}
