namespace Specwright.Corpus;

/// <summary>A test over the descriptions of the corpus: where there is no corpus it says so, and counts as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute() => Skip = CorpusDocument.Folder() is null ? "skipped: no corpus" : null;
}
