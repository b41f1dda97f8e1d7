using Microsoft.Extensions.Logging;

namespace Payments.Cli;

/// <param name="options">The command line.</param>
/// <param name="settings">The settings of <c>--live</c>; null asks for the sandbox.</param>
/// <param name="timeProvider">Clock of tokens, held balances and the sandbox.</param>
/// <param name="loggers">Where the providers log.</param>
/// <param name="cancellationToken">Ends connecting.</param>
internal delegate Task<IBalanceSession> OpenBalanceSession(
    BalancesOptions options, LiveSettings? settings, TimeProvider timeProvider, ILoggerFactory loggers, CancellationToken cancellationToken);
