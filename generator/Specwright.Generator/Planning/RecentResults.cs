namespace Specwright.Planning;

/// <summary>Remembers what became of short texts, by content: a large description says the same of thousands of properties, and after an edit it says nearly all of it again.</summary>
/// <remarks>
/// For pure functions of the text. A text has one place, and the next one there replaces it, so what is held for the life of the compiler's process is small,
/// whatever a description holds. Threads share it: a place is written at once, and one who comes too late does the work again.
/// </remarks>
/// <typeparam name="T">Immutable.</typeparam>
internal sealed class RecentResults<T>(Func<string, T> of)
    where T : class
{
    private const int Places = 4096;

    /// <summary>Longer texts are rarely the same, and would be much to hold.</summary>
    private const int MaxLength = 200;

    private readonly Entry?[] _entries = new Entry?[Places];

    public T Of(string text)
    {
        if (text.Length > MaxLength)
        {
            return of(text);
        }

        ref var place = ref _entries[PlaceOf(text)];
        var entry = Volatile.Read(ref place);
        if (entry is null || entry.Text != text)
        {
            entry = new Entry(text, of(text));
            Volatile.Write(ref place, entry);
        }

        return entry.Result;
    }

    /// <summary>Of at most 17 characters, all over the text: to hash all of them takes longer than most of what is asked for.</summary>
    private static int PlaceOf(string text)
    {
        var hash = (uint)text.Length;
        var step = 1 + (text.Length >> 4);
        for (var index = text.Length - 1; index >= 0; index -= step)
        {
            hash = unchecked((hash * 31) + text[index]);
        }

        return (int)((hash ^ (hash >> 15)) & (Places - 1));
    }

    private sealed class Entry(string text, T result)
    {
        public string Text { get; } = text;

        public T Result { get; } = result;
    }
}
