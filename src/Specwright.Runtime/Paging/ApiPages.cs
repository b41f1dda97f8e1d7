using System.Runtime.CompilerServices;
using Specwright.Json;

namespace Specwright;

/// <summary>Follows the pages of a list. Each page is asked for when the one before is used up, never ahead; whoever stops enumerating stops asking.</summary>
/// <remarks>A server that leads in a circle ends in an <see cref="ApiException"/>, not in an endless loop.</remarks>
public static class ApiPages
{
    /// <summary>Pages of which each tells where the next one is: a cursor, a token, the last item's id, a link.</summary>
    /// <param name="operation">Stands in errors.</param>
    /// <param name="first">Where to begin; null: at the server's beginning.</param>
    /// <param name="get">Asks for the page at a place.</param>
    /// <param name="next">Where the next page is; null or empty: there is none.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ApiException">A page could not be read, or leads to a place where the enumeration was before.</exception>
    public static async IAsyncEnumerable<TPage> Follow<TPage>(
        ApiOperation operation,
        string? first,
        Func<string?, CancellationToken, Task<TPage>> get,
        Func<TPage, string?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(get);
        ArgumentNullException.ThrowIfNull(next);
        var places = new HashSet<string>(StringComparer.Ordinal);
        var place = first;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!string.IsNullOrEmpty(place) && !places.Add(place))
            {
                throw Circle(operation);
            }

            var page = await get(place, cancellationToken).ConfigureAwait(false);
            yield return page;
            place = next(page);
            if (string.IsNullOrEmpty(place))
            {
                yield break;
            }
        }
    }

    /// <summary>Pages by the number of items before them. They end with one that is empty, or with the total, or where that is not known with one that is shorter than the first.</summary>
    /// <remarks>
    /// Shorter than the first, not than the size asked for: many servers give fewer items than they are asked for. A total that is the number of items on the first page may be that of the
    /// page alone, as some servers count. So the next page is asked for all the same, unless the first is shorter than <paramref name="size"/>; where there is none, or the first once more, that was all.
    /// </remarks>
    /// <param name="operation">Stands in errors.</param>
    /// <param name="first">The number of items before the first page.</param>
    /// <param name="get">Asks for the page behind so many items.</param>
    /// <param name="items">The items of a page; null: none.</param>
    /// <param name="total">The number of all items; null where the page does not say.</param>
    /// <param name="size">The number of items on a full page; null: not known.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ApiException">A page could not be read, or is the same as the one before.</exception>
    public static IAsyncEnumerable<TPage> ByOffset<TPage, T, TCodec>(
        ApiOperation operation,
        long first,
        Func<long, CancellationToken, Task<TPage>> get,
        Func<TPage, IReadOnlyList<T>?> items,
        Func<TPage, long?>? total = null,
        long? size = null,
        CancellationToken cancellationToken = default)
        where TCodec : IJsonCodec<T>
        => CountAsync<TPage, T, TCodec>(operation, first, static (place, count) => place + count, (place, _) => place, get, items, total, size, cancellationToken);

    /// <summary>Pages by their number. They end with one that is empty, or with the total, or where that is not known with one that is shorter than the first.</summary>
    /// <remarks>A total that is the number of items on the first page is judged as with <see cref="ByOffset"/>.</remarks>
    /// <param name="operation">Stands in errors.</param>
    /// <param name="first">The number of the first page to ask for.</param>
    /// <param name="start">The number that the server gives to its first page.</param>
    /// <param name="get">Asks for a page by its number.</param>
    /// <param name="items">The items of a page; null: none.</param>
    /// <param name="total">The number of all items; null where the page does not say.</param>
    /// <param name="size">The number of items on a full page; null: not known.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ApiException">A page could not be read, or is the same as the one before.</exception>
    public static IAsyncEnumerable<TPage> ByNumber<TPage, T, TCodec>(
        ApiOperation operation,
        long first,
        long start,
        Func<long, CancellationToken, Task<TPage>> get,
        Func<TPage, IReadOnlyList<T>?> items,
        Func<TPage, long?>? total = null,
        long? size = null,
        CancellationToken cancellationToken = default)
        where TCodec : IJsonCodec<T>
        => CountAsync<TPage, T, TCodec>(operation, first, static (place, _) => place + 1, (place, size) => (place - start) * size, get, items, total, size, cancellationToken);

    /// <summary>The items of pages, page by page.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="items">The items of a page; null: none.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static async IAsyncEnumerable<T> ItemsOf<TPage, T>(
        IAsyncEnumerable<TPage> pages, Func<TPage, IReadOnlyList<T>?> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(items);
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in items(page) ?? [])
            {
                yield return item;
            }
        }
    }

    private static async IAsyncEnumerable<TPage> CountAsync<TPage, T, TCodec>(
        ApiOperation operation,
        long first,
        Func<long, int, long> advance,
        Func<long, int, long> itemsBefore,
        Func<long, CancellationToken, Task<TPage>> get,
        Func<TPage, IReadOnlyList<T>?> items,
        Func<TPage, long?>? total,
        long? size,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(get);
        ArgumentNullException.ThrowIfNull(items);
        var place = first;
        IReadOnlyList<T>? earlier = null;
        var length = 0;
        var mayBeAll = false;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TPage page;
            try
            {
                page = await get(place, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException refusal) when (mayBeAll && IsNoPage(refusal))
            {
                yield break;
            }

            var found = items(page) ?? [];

            // A server that does not know the parameter gives its first page for ever.
            var isRepeated = earlier is not null && AreSame<T, TCodec>(found, earlier);
            if (mayBeAll && (isRepeated || found.Count == 0))
            {
                yield break;
            }

            if (isRepeated)
            {
                throw Circle(operation);
            }

            yield return page;
            length = earlier is null ? found.Count : length;

            // A total below what was read is none: 0 or -1 of a server that does not count, or the number of this page.
            var read = itemsBefore(place, length) + found.Count;
            var all = total?.Invoke(page);
            mayBeAll = all == read && all == found.Count && !(all < size);
            if (found.Count == 0 || (all >= read ? all == read && !mayBeAll : found.Count < length))
            {
                yield break;
            }

            earlier = found;
            place = advance(place, found.Count);
        }
    }

    // The same request but for its place was answered: so it is the place that there is not.
    private static bool IsNoPage(ApiException refusal)
        => refusal.StatusCode is 400 or 404 or 416 or 422;

    // By their JSON: records compare their lists by reference. Mostly the first items differ, which ends it.
    private static bool AreSame<T, TCodec>(IReadOnlyList<T> one, IReadOnlyList<T> other)
        where TCodec : IJsonCodec<T>
        => one.Count > 0 && one.Count == other.Count
        && one.Zip(other).All(pair => ApiJson.ToUtf8Bytes<T, TCodec>(pair.First).AsSpan().SequenceEqual(ApiJson.ToUtf8Bytes<T, TCodec>(pair.Second)));

    private static ApiException Circle(ApiOperation operation)
        => new($"{operation.OperationId}: the pages lead in a circle: the next one was read already") { Operation = operation };
}
