using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Specwright.Inputs;
using Specwright.Model;
using Specwright.Reading;

namespace Specwright;

/// <summary>Remembers what was read, by content: generator and analyzer, and each project of a build, read a description once.</summary>
/// <remarks>
/// It lives as long as the compiler process, so it is bounded: the last <see cref="MaxKept"/> readings, of no more than
/// <see cref="MaxKeptCharacters"/> of text together and of one description no more than <see cref="MaxVersions"/>, are held;
/// older ones live on only while a driver holds them.
/// </remarks>
internal static class ReadingCache
{
    private const int MaxKept = 32;
    private const int MaxKeptCharacters = 16 * 1024 * 1024;

    /// <summary>In an editor each pause in typing makes one: the last, and the one before it for who takes a word back.</summary>
    private const int MaxVersions = 2;

    private static readonly object Gate = new();
    private static readonly Dictionary<string, Entry> Entries = new(StringComparer.Ordinal);

    /// <summary>Most recent last.</summary>
    private static readonly List<Entry> Kept = [];

    public static ReadResult Read(SpecInput input, CancellationToken cancellationToken)
    {
        var entry = EntryOf(input.Source);
        lock (entry.Reading)
        {
            // A cancelled reading leaves the entry as it was: the next caller reads.
            if (!entry.Result.TryGetTarget(out var result))
            {
                result = DescriptionReader.ReadUnchecked(input.Source, cancellationToken);
                if (result.Description is { } description && EarlierOf(input.Path) is { } earlier)
                {
                    result = result with { Description = UnchangedParts.Of(description, earlier) };
                }

                entry.Result.SetTarget(result);
            }

            Keep(entry, input.Path, result);
            return result;
        }
    }

    /// <summary>What there is to report of a reading beyond its own findings.</summary>
    public static EquatableArray<Finding> Check(SpecInput input, CancellationToken cancellationToken)
    {
        var entry = EntryOf(input.Source);
        lock (entry.Checking)
        {
            return entry.Checks ??= DescriptionReader.Check(input.Source, cancellationToken);
        }
    }

    private static Entry EntryOf(DescriptionSource source)
    {
        var key = KeyOf(source);
        lock (Gate)
        {
            if (!Entries.TryGetValue(key, out var entry))
            {
                entry = new Entry(key, FilesOf(source).Sum(file => (long)file.Text.Length));
                Entries.Add(key, entry);
            }

            return entry;
        }
    }

    /// <summary>What a file said when it was last read.</summary>
    private static ApiDescription? EarlierOf(string path)
    {
        lock (Gate)
        {
            return Kept.FindLast(kept => kept.Path == path && kept.Held?.Description is not null)?.Held!.Description;
        }
    }

    private static void Keep(Entry entry, string path, ReadResult result)
    {
        lock (Gate)
        {
            entry.Held = result;
            entry.Path = path;
            Kept.Remove(entry);
            Kept.Add(entry);
            var versions = Kept.FindAll(kept => kept.Path == path);
            if (versions.Count > MaxVersions)
            {
                LetGo(versions[0]);
            }

            while (Kept.Count > 1 && (Kept.Count > MaxKept || Kept.Sum(kept => kept.Characters) > MaxKeptCharacters))
            {
                LetGo(Kept[0]);
            }

            // An entry whose reading has only just begun may go with them: it is then read once more, nothing worse.
            foreach (var forgotten in Entries.Values.Where(other => !other.Result.TryGetTarget(out _)).ToList())
            {
                Entries.Remove(forgotten.Key);
            }
        }
    }

    private static void LetGo(Entry entry)
    {
        entry.Held = null;
        Kept.Remove(entry);
    }

    private static IEnumerable<SourceFile> FilesOf(DescriptionSource source) => [source.Description, .. source.Overlays, .. source.Others];

    private static string KeyOf(DescriptionSource source)
    {
        using var hash = SHA256.Create();
        var buffer = new byte[8192];
        Add(hash, buffer, source.Overlays.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var file in FilesOf(source))
        {
            Add(hash, buffer, file.Path);
            Add(hash, buffer, file.Text);
        }

        foreach (var name in source.Names)
        {
            Add(hash, buffer, name.Target);
            Add(hash, buffer, name.Name);
        }

        hash.TransformFinalBlock([], 0, 0);
        return Convert.ToBase64String(hash.Hash);
    }

    /// <summary>The length, then the UTF-16 units as they are: an encoding would make all lone surrogates alike.</summary>
    private static void Add(SHA256 hash, byte[] buffer, string text)
    {
        var length = BitConverter.GetBytes(text.Length);
        hash.TransformBlock(length, 0, length.Length, null, 0);
        for (var rest = MemoryMarshal.AsBytes(text.AsSpan()); !rest.IsEmpty;)
        {
            var count = Math.Min(buffer.Length, rest.Length);
            rest.Slice(0, count).CopyTo(buffer);
            hash.TransformBlock(buffer, 0, count, null, 0);
            rest = rest.Slice(count);
        }
    }

    private sealed class Entry(string key, long characters)
    {
        public string Key { get; } = key;

        public long Characters { get; } = characters;

        /// <summary>Where the description stood when it was last asked for.</summary>
        public string Path { get; set; } = "";

        /// <summary>Held by whoever reads: two callers of one description read it once.</summary>
        public object Reading { get; } = new();

        /// <summary>Another one, for a generator does not wait for an analyzer that checks.</summary>
        public object Checking { get; } = new();

        public EquatableArray<Finding>? Checks { get; set; }

        public WeakReference<ReadResult> Result { get; } = new(null!);

        /// <summary>Keeps the result alive while the entry is among the last ones.</summary>
        public ReadResult? Held { get; set; }
    }
}
