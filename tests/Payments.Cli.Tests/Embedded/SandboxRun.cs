using Payments.Sandbox;

namespace Payments.Cli;

/// <summary>A run without <c>--live</c>, with a hand on its embedded sandbox.</summary>
internal static class SandboxRun
{
    /// <param name="time">Clock of command and sandbox.</param>
    /// <param name="prepare">Gets the sandbox before anybody is asked.</param>
    public static CommandRun With(TimeProvider time, Action<PaymentsSandbox>? prepare = null) => new()
    {
        Time = time,
        OpenSession = async (options, settings, timeProvider, loggers, cancellationToken) =>
        {
            var session = await BalanceSessions.OpenAsync(options, settings, timeProvider, loggers, cancellationToken);
            prepare?.Invoke(((SandboxSession)session).Sandbox);
            return session;
        },
    };
}
