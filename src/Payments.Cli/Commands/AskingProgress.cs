using Spectre.Console;

namespace Payments.Cli;

/// <summary>
/// Says on standard error who has not answered yet: a spinner on a terminal; otherwise one line, and only when it takes long,
/// since schedulers mail whatever a job writes there.
/// </summary>
internal sealed class AskingProgress
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly List<string> _waiting;
    private StatusContext? _status;

    public AskingProgress(IEnumerable<string> providers) => _waiting = [.. providers];

    /// <summary>Strikes a provider off; safe from any thread.</summary>
    public void Answered(string provider)
    {
        lock (_lock)
        {
            _waiting.Remove(provider);
            _status?.Status(Text());
        }
    }

    public async Task<T> ShowAsync<T>(CommandEnvironment environment, Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0)
        {
            return await ask();
        }
        if (!environment.IsErrorInteractive)
        {
            var asking = ask();
            await TellWhenLongAsync(asking, environment, cancellationToken);
            return await asking;
        }
        var console = ConsoleFactory.Create(environment.Error, environment.ErrorAnsi, CommandEnvironment.UnlimitedWidth);
        console.Profile.Width = Math.Min(environment.Width, 200);
        return await console.Status().StartAsync(Text(), async status =>
        {
            lock (_lock)
            {
                _status = status;
            }
            try
            {
                return await ask();
            }
            finally
            {
                lock (_lock)
                {
                    _status = null;
                }
            }
        });
    }

    private async Task TellWhenLongAsync(Task asking, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var isLong = Task.Delay(Long, environment.TimeProvider, done.Token);
        if (await Task.WhenAny(asking, isLong) == isLong && isLong.IsCompletedSuccessfully)
        {
            string? text;
            lock (_lock)
            {
                text = _waiting.Count == 0 ? null : Text();
            }
            if (text is not null)
            {
                await environment.Error.WriteLineAsync(text);
            }
        }
        await done.CancelAsync();
    }

    private string Text() => _waiting.Count == 0 ? "done" : $"waiting for {string.Join(", ", _waiting)}";
}
