using Specwright.Planning;
using Specwright.Planning.Selection;

namespace Specwright.Corpus;

/// <summary>The same descriptions with other options: few documents unless <c>SPECWRIGHT_CORPUS</c> names others.</summary>
public sealed class OptionTests
{
    /// <summary>Each choice of each option, and those that touch the same code together.</summary>
    private static readonly (string Name, Func<ClientOptions, ClientOptions> Choose)[] Sets =
    [
        ("classes, closed enums, DateTime, Optional", options => options with
        {
            Types = TypeKind.Class, Enums = EnumKind.Closed, Dates = DateKind.DateTime, Optionals = OptionalKind.Optional, SubClients = SubClientChoice.Always,
        }),
        ("records, closed enums, double, internal, no interfaces", options => options with
        {
            Enums = EnumKind.Closed, Numbers = NumberKind.Double, IsPublic = false, HasInterfaces = false, SubClients = SubClientChoice.Always, Optionals = OptionalKind.Optional,
        }),
        ("classes, plain values, no interfaces, reading only", options => options with
        {
            Types = TypeKind.Class, Enums = EnumKind.Text, Dates = DateKind.Text, HasInterfaces = false, SubClients = SubClientChoice.Never, Selection = new OperationSelection { IncludeOperations = new(["GET *"]) },
        }),
    ];

    [CorpusFact]
    public void RealDescriptions_CompileWithOtherOptionsToo()
    {
        var folder = CorpusDocument.Folder()!;
        var failures = CorpusTests.Chosen(CorpusDocument.All(folder), CorpusDocument.OptionList)
            .SelectMany(document => Sets.Select(set => (set.Name, Result: CorpusRun.Take(document, set.Choose))))
            .Where(run => run.Result.Outcome != CorpusOutcome.Clean)
            .Select(run => $"{run.Result.Slug} ({run.Name}): {run.Result.Outcome}: {run.Result.FirstError}");
        Assert.Empty(failures);
    }
}
