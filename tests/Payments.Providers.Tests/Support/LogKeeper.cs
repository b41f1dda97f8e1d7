using Microsoft.Extensions.Logging;

namespace Payments.Tests;

/// <summary>Keeps all that is logged, at every level, as text.</summary>
internal sealed class LogKeeper : ILoggerFactory, ILoggerProvider
{
    private readonly List<string> _lines = [];

    public string Text
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private sealed class Logger(LogKeeper keeper, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Keep($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
            Keep($"{logLevel} {category}: {formatter(state, exception)} {values} {exception}");
        }

        private void Keep(string line)
        {
            lock (keeper._lines)
            {
                keeper._lines.Add(line);
            }
        }
    }
}
