namespace Payments.Tests;

/// <summary>Holds something until opened; opens at the latest when the test ends, so that a failing test does not hang.</summary>
internal sealed class Gate : IDisposable
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Task => _opened.Task;

    public void Open() => _opened.TrySetResult();

    public void Dispose() => Open();
}
