namespace Specwright.Tool.Comparison;

/// <summary>Which things of two lists are the same thing, and which are only on one side.</summary>
/// <param name="Pairs">In the order of the new side.</param>
/// <param name="Removed">Only on the old side, in its order.</param>
/// <param name="Added">Only on the new side, in its order.</param>
internal sealed record Matching<T>(IReadOnlyList<(T Old, T New)> Pairs, IReadOnlyList<T> Removed, IReadOnlyList<T> Added)
    where T : class
{
    /// <summary>
    /// Tries one key after another, each on what is left over: the surest first. A key that several things of a side share says nothing; null is no key.
    /// </summary>
    public static Matching<T> By(IEnumerable<T> old, IEnumerable<T> @new, params Func<T, string?>[] keys)
    {
        // By reference: things that are equal in all respects are still two things.
        var removed = new OrderedItems(old);
        var added = new OrderedItems(@new);
        var pairs = new List<(T Old, T New)>();
        foreach (var key in keys)
        {
            var before = UniqueBy(removed.Left, key);
            foreach (var (value, after) in UniqueBy(added.Left, key))
            {
                if (before.TryGetValue(value, out var same))
                {
                    pairs.Add((same, after));
                    removed.Take(same);
                    added.Take(after);
                }
            }
        }

        return new([.. pairs.OrderBy(pair => added.PositionOf(pair.New))], removed.Left, added.Left);
    }

    /// <summary>Whether what is on both sides stands in another order.</summary>
    public bool IsReordered(IEnumerable<T> old)
    {
        var items = new OrderedItems(old);
        var positions = Pairs.Select(pair => items.PositionOf(pair.Old)).ToList();
        return !positions.SequenceEqual(positions.Order());
    }

    private static Dictionary<string, T> UniqueBy(IReadOnlyList<T> items, Func<T, string?> key) => items
        .Select(item => (Key: key(item), Item: item))
        .Where(pair => pair.Key is not null)
        .GroupBy(pair => pair.Key!, StringComparer.Ordinal)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.First().Item, StringComparer.Ordinal);

    private sealed class OrderedItems
    {
        private readonly Dictionary<T, int> _positions = new(ReferenceEqualityComparer.Instance);
        private readonly HashSet<T> _taken = new(ReferenceEqualityComparer.Instance);

        public OrderedItems(IEnumerable<T> items)
        {
            foreach (var item in items)
            {
                _positions.Add(item, _positions.Count);
            }
        }

        public IReadOnlyList<T> Left => [.. _positions.Keys.Where(item => !_taken.Contains(item)).OrderBy(PositionOf)];

        public int PositionOf(T item) => _positions[item];

        public void Take(T item) => _taken.Add(item);
    }
}
