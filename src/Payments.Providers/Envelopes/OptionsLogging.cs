using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Specwright;

namespace Payments;

/// <summary>Loggers of the hand-written halves.</summary>
internal static class OptionsLogging
{
    /// <summary>A logger of the container's, or one that writes nothing.</summary>
    public static ILogger CreateLogger(this ApiClientOptions options, string category) => options.LoggerFactory?.CreateLogger(category) ?? NullLogger.Instance;
}
