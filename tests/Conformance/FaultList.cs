namespace Specwright.Conformance;

/// <summary>Cases where the independent reader or the document itself is at fault: <c>independent-reader-at-fault.tsv</c>.</summary>
internal sealed class FaultList
{
    private readonly Dictionary<(string Document, string Operation, FailureKind Kind), string> _reasons = [];

    private FaultList()
    {
    }

    public static FaultList Read() => Of([.. File.ReadLines(RepositoryFolder.PathOf("tests", "Conformance", "independent-reader-at-fault.tsv")).Skip(1)]);

    public static FaultList Of(params string[] lines)
    {
        var list = new FaultList();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            var cells = line.Split('\t');
            list._reasons.Add((cells[0], cells[1], Enum.Parse<FailureKind>(cells[2])), cells[3]);
        }

        return list;
    }

    public string? ReasonFor(OperationFailure failure) => _reasons.GetValueOrDefault((failure.Document, failure.Operation, failure.Kind));

    /// <summary>What is listed for the documents of a run and did not fail in it.</summary>
    public IEnumerable<string> Stale(IReadOnlyList<ConformanceResult> results)
    {
        var slugs = results.Select(result => result.Slug).ToHashSet(StringComparer.Ordinal);
        var failed = results.SelectMany(result => result.Failures).Select(failure => (failure.Document, failure.Operation, failure.Kind)).ToHashSet();
        return _reasons.Keys.Where(key => slugs.Contains(key.Document) && !failed.Contains(key)).Select(key => $"{key.Document}: {key.Operation}: {key.Kind} is listed and does not fail");
    }
}
