namespace Specwright.Conformance;

/// <summary>
/// Cases where the independent reader or the document itself is at fault (<c>independent-reader-at-fault.tsv</c>), and cases where our client is, known and still to be done (<c>known-gaps.tsv</c>).
/// </summary>
internal sealed class FaultList
{
    /// <summary>In the column of the kind: the case is a pattern of the document, which stands in the column of the operation.</summary>
    private const string Pattern = "Pattern";

    private readonly Dictionary<(string Document, string Pattern), string> _patterns = [];
    private readonly Dictionary<(string Document, string Operation, FailureKind Kind), string> _reasons = [];

    private readonly HashSet<(string Document, string Operation, FailureKind Kind)> _gaps = [];

    private FaultList()
    {
    }

    public static FaultList Read()
    {
        var list = Of([.. Lines("independent-reader-at-fault.tsv")]);
        foreach (var line in Lines("known-gaps.tsv").Where(line => line.Length > 0))
        {
            list._gaps.Add(list.Add(line));
        }

        return list;
    }

    public static FaultList Of(params string[] lines)
    {
        var list = new FaultList();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            list.Add(line);
        }

        return list;
    }

    /// <summary>Whether the case is a gap of ours.</summary>
    public bool IsGap(OperationFailure failure) => _gaps.Contains((failure.Document, failure.Operation, failure.Kind));

    public string? ReasonFor(OperationFailure failure) => _reasons.GetValueOrDefault((failure.Document, failure.Operation, failure.Kind));

    /// <summary>Patterns of a document that its own examples or formats do not match.</summary>
    public IReadOnlyCollection<string> WrongPatternsOf(string document) => [.. _patterns.Keys.Where(key => key.Document == document).Select(key => key.Pattern)];

    /// <summary>What is listed for the documents of a run and did not fail in it.</summary>
    public IEnumerable<string> Stale(IReadOnlyList<ConformanceResult> results)
    {
        var slugs = results.Select(result => result.Slug).ToHashSet(StringComparer.Ordinal);
        var failed = results.SelectMany(result => result.Failures).Select(failure => (failure.Document, failure.Operation, failure.Kind)).ToHashSet();
        var patterns = results.SelectMany(result => result.LeftOutPatterns.Select(pattern => (result.Slug, pattern))).ToHashSet();
        var stalePatterns = _patterns.Keys.Where(key => slugs.Contains(key.Document) && !patterns.Contains(key)).Select(key => $"{key.Document}: the pattern {key.Pattern} is listed and not there");
        return stalePatterns.Concat(_reasons.Keys.Where(key => slugs.Contains(key.Document) && !failed.Contains(key)).Select(key => $"{key.Document}: {key.Operation}: {key.Kind} is listed and does not fail"));
    }

    private static IEnumerable<string> Lines(string file) => File.ReadLines(RepositoryFolder.PathOf("tests", "Conformance", file)).Skip(1);

    private (string Document, string Operation, FailureKind Kind) Add(string line)
    {
        var cells = line.Split('\t');
        if (cells[2] == Pattern)
        {
            _patterns.Add((cells[0], cells[1]), cells[3]);
            return default;
        }

        var key = (cells[0], cells[1], Enum.Parse<FailureKind>(cells[2]));
        _reasons.Add(key, cells[3]);
        return key;
    }
}
