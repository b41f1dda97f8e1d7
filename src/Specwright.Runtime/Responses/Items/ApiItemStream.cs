namespace Specwright;

/// <summary>
/// A body of items that are read while they come: server-sent events or a sequence of JSON values. It can be enumerated once; the end of the enumeration, early or not, ends the answer and gives the connection
/// back. Whoever gets one must enumerate or dispose it.
/// </summary>
/// <remarks>
/// <see cref="ApiClientOptions.Timeout"/> counts until the header fields are there; after that only the token of the enumeration ends it, however long the server is silent.
/// One item is kept at a time, and <see cref="ApiClientOptions.MaxResponseBytes"/> is the limit of each. A body that breaks off, or an item that is not what the description promises,
/// is an <see cref="ApiException"/> from the enumeration; it names the item's number, counted from one, and its JSON path.
/// </remarks>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class ApiItemStream<T> : IAsyncEnumerable<T>, IDisposable
{
    private readonly ApiStream _stream;
    private readonly Func<ApiStream, ItemReader<T>> _open;
    private int _isOpened;

    internal ApiItemStream(ApiStream stream, Func<ApiStream, ItemReader<T>> open)
    {
        _stream = stream;
        _open = open;
    }

    /// <summary>The header fields of the answer.</summary>
    public ApiHeaders Headers => _stream.Headers;

    /// <summary>Begins the one enumeration.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidOperationException">It was enumerated already.</exception>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => Interlocked.Exchange(ref _isOpened, 1) == 0
            ? new Enumerator(this, EnumerateAsync(cancellationToken))
            : throw new InvalidOperationException("The items of an answer can be enumerated once.");

    /// <summary>Ends the answer.</summary>
    public void Dispose() => _stream.Dispose();

    private async IAsyncEnumerator<T> EnumerateAsync(CancellationToken cancellationToken)
    {
        using (this)
        {
            using var reader = _open(_stream);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return reader.Current;
            }
        }
    }

    /// <summary>Ends the answer even where no item was asked for: nothing of an iterator runs then.</summary>
    private sealed class Enumerator(ApiItemStream<T> stream, IAsyncEnumerator<T> items) : IAsyncEnumerator<T>
    {
        public T Current => items.Current;

        public ValueTask<bool> MoveNextAsync() => items.MoveNextAsync();

        public async ValueTask DisposeAsync()
        {
            await items.DisposeAsync().ConfigureAwait(false);
            stream.Dispose();
        }
    }
}
