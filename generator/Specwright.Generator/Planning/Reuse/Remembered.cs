namespace Specwright.Planning.Reuse;

/// <summary>Results with all that they were made of, from planning one version of a description to planning the next: what would be made of equal parts is not made again.</summary>
/// <remarks>
/// Sound as long as what makes a result is given its parts and nothing else. Parts are compared by value, which is quick where they are the same objects, as
/// most of a description is after an edit.
/// </remarks>
/// <typeparam name="TParts">All that a result depends on.</typeparam>
/// <typeparam name="TResult">Immutable.</typeparam>
internal sealed class Remembered<TParts, TResult>(Remembered<TParts, TResult>? earlier)
    where TParts : IEquatable<TParts>
{
    private readonly Dictionary<string, Entry> _entries = new(earlier?._entries.Count ?? 0, StringComparer.Ordinal);
    private Dictionary<string, Entry>? _earlier = earlier?._entries;

    /// <summary>The earlier result where its parts were equal, else a new one.</summary>
    /// <param name="key">Of one result; asked for once.</param>
    /// <param name="parts">What it is made of.</param>
    /// <param name="make">A pure function.</param>
    public TResult Of(string key, TParts parts, Func<TParts, TResult> make)
    {
        if (_earlier is null || !_earlier.TryGetValue(key, out var entry) || !entry.Parts.Equals(parts))
        {
            entry = new Entry(parts, make(parts));
        }

        _entries.Add(key, entry);
        return entry.Result;
    }

    /// <summary>When all is made: what was not asked for again is held no longer.</summary>
    public void Complete() => _earlier = null;

    private sealed class Entry(TParts parts, TResult result)
    {
        public TParts Parts { get; } = parts;

        public TResult Result { get; } = result;
    }
}
