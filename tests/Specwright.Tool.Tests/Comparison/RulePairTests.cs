using Microsoft.CodeAnalysis;
using Specwright.Harness;
using Specwright.Inputs;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison;

/// <summary>A pair of descriptions for each rule, in <c>Pairs/</c>. <c>SPECWRIGHT_RENEW=1</c> writes what is expected; read it before you commit it.</summary>
public sealed class RulePairTests
{
    /// <summary>Rules that no pair of descriptions can raise: a side is missing, or no rule fits.</summary>
    private static readonly string[] WithoutPair = [ChangeRules.ClientAdded.Id, ChangeRules.ClientRemoved.Id, ChangeRules.UnnamedChange.Id];

    public static TheoryData<string> Pairs => new(RulePair.Names);

    [Fact]
    public void EveryRule_HasAPair() => Assert.Equal(
        ChangeRules.All.Select(rule => rule.Id).Except(WithoutPair).Order(StringComparer.Ordinal),
        RulePair.Names);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Pair_GivesItsChanges(string name)
    {
        var pair = RulePair.Read(name);
        var changes = ClientComparison.Compare(RulePair.ClientOf(pair.Old), RulePair.ClientOf(pair.New), new ComparisonOptions());
        var actual = RulePair.TextOf(changes);
        if (Environment.GetEnvironmentVariable("SPECWRIGHT_RENEW") == "1")
        {
            pair.Renew(actual);
        }
        else
        {
            Assert.Equal(pair.Expected, actual);
        }

        Assert.Contains(changes, change => change.Rule.Id == name);
    }

    /// <summary>The compiler is the judge: code that uses every member of the old client compiles against the new one exactly where no change says that it would not.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Verdict_IsThatOfTheCompiler(string name)
    {
        var pair = RulePair.Read(name);
        var (old, @new) = (RulePair.ClientOf(pair.Old), RulePair.ClientOf(pair.New));
        var caller = CallerCode.Of(old);
        Assert.Equal([], ProblemsOf(pair.Old, caller, isOld: true));

        var problems = ProblemsOf(pair.New, caller, isOld: false);

        var breaking = ClientComparison.Compare(old, @new, new ComparisonOptions()).Where(change => change.Impact.HasFlag(ChangeImpact.Source)).ToList();
        Assert.True(
            breaking.Count > 0 == problems.Count > 0,
            $"{(problems.Count == 0 ? "It compiles" : string.Join('\n', problems))}\nbut the comparison says:\n{RulePair.TextOf(breaking)}\n{caller}");
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void SameDescription_GivesNoChange(string name)
    {
        var pair = RulePair.Read(name);
        foreach (var input in new[] { pair.Old, pair.New })
        {
            Assert.Equal("", RulePair.TextOf(ClientComparison.Compare(RulePair.ClientOf(input), RulePair.ClientOf(input), new ComparisonOptions())));

            // Comments, empty lines and blanks are no change either, whatever lines they move things to.
            var spaced = input.Source.Description.Text.Replace("\n", "  # why\n\n", StringComparison.Ordinal);
            var moved = input with { Source = input.Source with { Description = input.Source.Description with { Text = "# first\n" + spaced } } };
            Assert.Equal("", RulePair.TextOf(ClientComparison.Compare(RulePair.ClientOf(input), RulePair.ClientOf(moved), new ComparisonOptions())));
        }
    }

    [Theory]
    [InlineData("parameter-added-optional")]
    [InlineData("parameters-reordered")]
    public void NamedArguments_MakeTheOrderHarmless(string name)
    {
        var pair = RulePair.Read(name);

        var changes = ClientComparison.Compare(RulePair.ClientOf(pair.Old), RulePair.ClientOf(pair.New), new ComparisonOptions { ArgumentsAreNamed = true });

        Assert.Equal(ChangeSeverity.Rebuild, changes[0].Severity);
    }

    /// <summary>The other way round, what was added is removed: nothing may be silent in one direction only.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Backwards_ThereIsAChangeToo(string name)
    {
        var pair = RulePair.Read(name);
        var changes = ClientComparison.Compare(RulePair.ClientOf(pair.New), RulePair.ClientOf(pair.Old), new ComparisonOptions());

        Assert.NotEmpty(changes);
        Assert.DoesNotContain(changes, change => change.Rule == ChangeRules.UnnamedChange);
    }

    private static IReadOnlyList<string> ProblemsOf(SpecInput input, string caller, bool isOld)
    {
        // Callers of an internal client stand in its own assembly.
        if (isOld && !input.Options.IsPublic)
        {
            return CompilationHarness.Problems(CompilationHarness.Compilation(RulePair.FilesOf(input), caller));
        }

        return ProblemsOutside(input, caller);
    }

    private static IReadOnlyList<string> ProblemsOutside(SpecInput input, string caller)
    {
        var client = CompilationHarness.Compilation(RulePair.FilesOf(input));
        return CompilationHarness.Problems(CompilationHarness.Compilation([], caller).AddReferences(client.ToMetadataReference()));
    }
}
