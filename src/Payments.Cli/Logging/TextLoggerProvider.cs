using Microsoft.Extensions.Logging;

namespace Payments.Cli;

/// <summary>Logs of <c>--verbose</c>: one line per entry, exceptions below it, secrets taken out.</summary>
internal sealed class TextLoggerProvider(TextWriter writer, SecretMask mask) : ILoggerProvider
{
    private readonly Lock _lock = new();

    public ILogger CreateLogger(string categoryName) => new TextLogger(this, categoryName);

    public void Dispose()
    {
    }

    private void Write(string text)
    {
        lock (_lock)
        {
            writer.WriteLine(mask.Apply(text));
            writer.Flush();
        }
    }

    private sealed class TextLogger(TextLoggerProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel.ToString().ToLowerInvariant()} {category}: {PlainText.Of(formatter(state, exception))}";
            provider.Write(exception is null ? line : $"{line}{Environment.NewLine}{exception}");
        }
    }
}
