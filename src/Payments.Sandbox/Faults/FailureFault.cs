using System.Globalization;

namespace Payments.Sandbox;

internal sealed record FailureFault(int Status, string Message, TimeSpan? RetryAfter) : SandboxFault
{
    internal override SandboxReply Instead(SandboxExchange exchange)
    {
        var reply = exchange.Provider.Failure(Status, Message);
        return RetryAfter is { } wait
            ? reply.WithHeader("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture))
            : reply;
    }
}
