using System.IO.Enumeration;

namespace Specwright.Differential;

/// <summary>
/// The differences in which the other reader is at fault, as <c>known-differences.tsv</c> lists them: document, place, aspect, reason. An asterisk
/// stands for any text in a place; a document <c>*</c> is all of them.
/// </summary>
internal sealed class KnownDifferences
{
    private readonly List<Entry> _entries;
    private readonly HashSet<Entry> _used = [];

    private KnownDifferences(List<Entry> entries) => _entries = entries;

    public static KnownDifferences Load() => Parse(File.ReadAllLines(RepositoryFolder.PathOf("tests", "Differential", "known-differences.tsv")));

    /// <param name="lines">With a heading; lines that start with a number sign are comments.</param>
    public static KnownDifferences Parse(IEnumerable<string> lines)
    {
        var entries = new List<Entry>();
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            if (cells.Length != 4 || cells[3].Trim().Length == 0)
            {
                throw new FormatException($"known-differences.tsv: four cells wanted, the last one a reason: {line}");
            }

            entries.Add(new Entry(cells[0], cells[1], cells[2], cells[3]));
        }

        return new KnownDifferences(entries);
    }

    /// <summary>Why the other reader is wrong here; null when nobody knows.</summary>
    public string? ReasonOf(Difference difference)
    {
        var entry = _entries.Find(candidate => candidate.Matches(difference));
        if (entry is not null)
        {
            _used.Add(entry);
        }

        return entry?.Reason;
    }

    /// <summary>Entries about these documents that no difference has needed so far: the fault is gone, so the entry has to go.</summary>
    public IReadOnlyList<string> Stale(IReadOnlyCollection<string> documents, bool isComplete) =>
    [
        .. _entries
            .Where(entry => !_used.Contains(entry) && (entry.Document == "*" ? isComplete : documents.Contains(entry.Document)))
            .Select(entry => $"{entry.Document}\t{entry.Place}\t{entry.Aspect}"),
    ];

    private sealed record Entry(string Document, string Place, string Aspect, string Reason)
    {
        public bool Matches(Difference difference) =>
            (Document == "*" || Document == difference.Document)
            && (Aspect == "*" || Aspect == difference.Key.Aspect)
            && FileSystemName.MatchesSimpleExpression(Place, difference.Key.Place, ignoreCase: false);
    }
}
