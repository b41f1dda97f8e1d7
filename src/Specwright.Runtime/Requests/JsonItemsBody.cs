using Specwright.Json;

namespace Specwright;

/// <summary>Bodies that are sequences of JSON values: a value on each line, or each behind a record separator for <c>application/json-seq</c> (RFC 7464).</summary>
public static class JsonItemsBody
{
    /// <summary>
    /// A body that is written while the items come, of unknown length: what is there goes out before the next item is waited for. It can be sent once, since nobody knows whether
    /// a second enumeration would give the same; the items of a collection (<see cref="ItemsOf"/>) can be sent again.
    /// </summary>
    /// <param name="items">Enumerated by each sending.</param>
    /// <param name="mediaType">The content type, parameters included.</param>
    public static HttpContent Create<T, TCodec>(IAsyncEnumerable<T> items, string mediaType)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(mediaType);
        return new JsonItemsContent<T, TCodec>(items, mediaType);
    }

    /// <summary>Items that are there already, or come without waiting, as a sequence.</summary>
    /// <param name="items">A collection can be sent any number of times, anything else once.</param>
    public static IAsyncEnumerable<T> ItemsOf<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new AtHandItems<T>(items);
    }
}
