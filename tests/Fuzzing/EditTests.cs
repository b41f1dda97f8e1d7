using Specwright.Fuzzing.Descriptions;
using Specwright.Fuzzing.Mutation;
using Specwright.Inputs;
using Specwright.Planning;
using Specwright.Reading;

namespace Specwright.Fuzzing;

/// <summary>
/// Hundreds of descriptions that somebody edits: what the compiler's process makes of each version, which remembers the ones before, is what a process makes of it that has seen nothing else.
/// <c>SPECWRIGHT_FUZZ_EDITS</c> chooses how many, <c>SPECWRIGHT_FUZZ_SEED</c> from which seed on.
/// </summary>
public sealed class EditTests
{
    private const int CountInCi = 60;
    private const int Versions = 8;

    [Fact]
    public void EditedDescriptions_GiveWhatTheyWouldGiveAlone()
    {
        var maker = new MutantMaker(DescriptionPool.WithCorpus());
        var first = Setting("SPECWRIGHT_FUZZ_SEED") ?? 1;
        var (types, kept, findings) = (0, 0, 0);
        for (var seed = first; seed < first + (Setting("SPECWRIGHT_FUZZ_EDITS") ?? CountInCi); seed++)
        {
            var options = OptionsOf(seed);
            ApiPlan? before = null;
            foreach (var (text, step) in maker.Versions(seed, Versions))
            {
                var input = SpecInputs.Of([new DescriptionFile { Path = $"/edited/{seed}.json", Text = text, Spec = new SpecMetadata() }], new ProjectSettings(null, null))[0];
                var read = ReadingCache.Read(input, CancellationToken.None);
                var alone = DescriptionReader.ReadUnchecked(input.Source, CancellationToken.None);
                Assert.True(alone.Description == read.Description && alone.Findings == read.Findings, $"seed {seed}, {step}: another reading");
                if (read.Description is null)
                {
                    continue;
                }

                var planned = PlanCache.Plan(read.Description, options);
                var plannedAlone = ClientPlanner.Plan(alone.Description!, options);
                Assert.True(plannedAlone.Plan == planned.Plan, $"seed {seed}, {step}: another plan");
                Assert.True(plannedAlone.Findings == planned.Findings, $"seed {seed}, {step}: other findings");

                types += planned.Plan.Types.Count;
                findings += planned.Findings.Count;
                kept += before is null ? 0 : planned.Plan.Types.Intersect(before.Types, ReferenceEqualityComparer.Instance).Count();
                before = planned.Plan;
            }
        }

        // Nothing is proven where nothing is taken over, or nothing is reported.
        Assert.True(kept * 2 > types && findings > types / 100, $"{types} types, {kept} of them taken over, {findings} findings");
    }

    /// <summary>What enumerations and records become is chosen for each: they are planned by different code.</summary>
    private static ClientOptions OptionsOf(int seed) => new()
    {
        SpecName = $"edited-{seed}.json",
        Namespace = "Edited",
        ClientName = "Edited",
        Enums = (EnumKind)(seed % 3),
        Types = (TypeKind)(seed % 2),
        Optionals = (OptionalKind)(seed / 2 % 2),
        SubClients = (SubClientChoice)(seed % 3),
    };

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : null;
}
