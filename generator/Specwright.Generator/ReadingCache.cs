using Specwright.Inputs;
using Specwright.Model;
using Specwright.Reading;
using Specwright.Reading.Text;

namespace Specwright;

/// <summary>Remembers what was read, by content: generator and analyzer, and each project of a build, read a description once.</summary>
/// <remarks>
/// It lives as long as the compiler process, so it is bounded: the last <see cref="MaxKept"/> readings, of no more than
/// <see cref="MaxKeptCharacters"/> of text together and of one place no more than <see cref="MaxVersions"/>, are held;
/// older ones live on only while a driver holds them.
/// </remarks>
internal static class ReadingCache
{
    private const int MaxKept = 32;
    private const int MaxKeptCharacters = 16 * 1024 * 1024;

    /// <summary>In an editor each pause in typing makes one: the last, and the one before it for who takes a word back.</summary>
    private const int MaxVersions = 2;

    private static readonly object Gate = new();
    private static readonly List<Entry> Entries = [];

    /// <summary>Most recent last.</summary>
    private static readonly List<Entry> Kept = [];

    public static ReadResult Read(SpecInput input, CancellationToken cancellationToken)
    {
        var entry = EntryOf(input.Source);
        var place = PlaceOf(input);
        lock (entry.Reading)
        {
            // A cancelled reading leaves the entry as it was: the next caller reads.
            if (!entry.Result.TryGetTarget(out var result))
            {
                var earlier = EarlierOf(place, entry);
                result = DescriptionReader.ReadUnchecked(input.Source, entry.Texts, cancellationToken);
                if (result.Description is { } description && earlier is not null)
                {
                    result = result with { Description = UnchangedParts.Of(description, earlier) };
                }

                entry.Result.SetTarget(result);
            }

            Keep(entry, input.Source, place, result);
            return result;
        }
    }

    /// <summary>What there is to report of a reading beyond its own findings.</summary>
    public static EquatableArray<Finding> Check(SpecInput input, CancellationToken cancellationToken)
    {
        var entry = EntryOf(input.Source);
        lock (entry.Checking)
        {
            return entry.Checks ??= DescriptionReader.Check(input.Source, entry.Texts, cancellationToken);
        }
    }

    /// <remarks>Found by comparing the texts: those of another length differ at once, and to hash a text takes longer than to compare it with the few that are held.</remarks>
    private static Entry EntryOf(DescriptionSource source)
    {
        lock (Gate)
        {
            var entry = Entries.Find(known => known.IsOf(source));
            if (entry is null)
            {
                entry = new Entry(source);
                Entries.Add(entry);
            }

            return entry;
        }
    }

    /// <summary>What readings are versions of: projects that lay different overlays over one description, or name things otherwise, do not push each other's out.</summary>
    private static string PlaceOf(SpecInput input) =>
        string.Join("\n", [input.Path, .. input.Source.Overlays.Select(overlay => overlay.Path), .. input.Source.Names.Select(name => $"{name.Target}={name.Name}")]);

    /// <summary>What was last read there; the entry goes on with its texts.</summary>
    private static ApiDescription? EarlierOf(string place, Entry entry)
    {
        lock (Gate)
        {
            // Only from the second version on: a build that edits nothing need not hold any tree.
            if (Kept.FindLast(kept => kept.Place == place) is { } last)
            {
                entry.Texts ??= last.Texts ??= new TextMemory();
            }

            return Kept.FindLast(kept => kept.Place == place && kept.Held?.Result.Description is not null)?.Held!.Value.Result.Description;
        }
    }

    private static void Keep(Entry entry, DescriptionSource source, string place, ReadResult result)
    {
        lock (Gate)
        {
            entry.Hold(source, result);
            entry.Place = place;
            Kept.Remove(entry);
            Kept.Add(entry);
            var versions = Kept.FindAll(kept => kept.Place == place);
            if (versions.Count > MaxVersions)
            {
                LetGo(versions[0]);
            }

            while (Kept.Count > 1 && (Kept.Count > MaxKept || Kept.Sum(kept => kept.Characters) > MaxKeptCharacters))
            {
                LetGo(Kept[0]);
            }

            // An entry whose reading has only just begun may go with them: it is then read once more, nothing worse.
            Entries.RemoveAll(other => !other.Result.TryGetTarget(out _));
        }
    }

    private static void LetGo(Entry entry)
    {
        entry.LetGo();
        Kept.Remove(entry);
    }

    private static IEnumerable<SourceFile> FilesOf(DescriptionSource source) => [source.Description, .. source.Overlays, .. source.Others];

    private sealed class Entry(DescriptionSource source)
    {
        private readonly WeakReference<DescriptionSource> _source = new(source);

        public long Characters { get; } = FilesOf(source).Sum(file => (long)file.Text.Length);

        /// <summary>Where it stood when it was last asked for: <see cref="PlaceOf"/>.</summary>
        public string Place { get; set; } = "";

        /// <summary>Held by whoever reads: two callers of one description read it once.</summary>
        public object Reading { get; } = new();

        /// <summary>Another one, for a generator does not wait for an analyzer that checks.</summary>
        public object Checking { get; } = new();

        public EquatableArray<Finding>? Checks { get; set; }

        /// <summary>What all versions of one place share; null for the first one.</summary>
        public TextMemory? Texts { get; set; }

        public WeakReference<ReadResult> Result { get; } = new(null!);

        /// <summary>Keeps texts and result alive while the entry is among the last ones.</summary>
        public (DescriptionSource Source, ReadResult Result)? Held { get; private set; }

        public bool IsOf(DescriptionSource other) => _source.TryGetTarget(out var own) && own == other;

        public void Hold(DescriptionSource own, ReadResult result)
        {
            _source.SetTarget(own);
            Held = (own, result);
        }

        public void LetGo() => Held = null;
    }
}
