namespace Specwright;

/// <summary>Items that come without waiting.</summary>
internal sealed class AtHandItems<T>(IEnumerable<T> items) : IAsyncEnumerable<T>
{
    /// <summary>Whether a second enumeration gives the same.</summary>
    public bool IsCollection => items is IReadOnlyCollection<T> or ICollection<T>;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(items.GetEnumerator(), cancellationToken);

    private sealed class Enumerator(IEnumerator<T> items, CancellationToken cancellationToken) : IAsyncEnumerator<T>
    {
        public T Current => items.Current;

        public ValueTask<bool> MoveNextAsync()
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(items.MoveNext());
        }

        public ValueTask DisposeAsync()
        {
            items.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
