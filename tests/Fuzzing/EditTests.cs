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

    private const string Overlay = """
        overlay: 1.0.0
        info: {title: Edited, version: '1'}
        actions:
          - target: $.components.schemas[*]
            update: {description: Said by the overlay., x-by: {overlay: [true]}}
          - target: $.paths[*].get
            update: {deprecated: true, tags: [overlay]}
          - target: $.paths[*].delete
            remove: true
        """;

    [Fact]
    public void EditedDescriptions_GiveWhatTheyWouldGiveAlone()
    {
        var maker = new MutantMaker(DescriptionPool.WithCorpus());
        var first = FuzzSetting.Seed ?? 1;
        var (types, kept, findings) = (0, 0, 0);
        for (var seed = first; seed < first + (FuzzSetting.Edits ?? CountInCi); seed++)
        {
            var options = OptionsOf(seed);
            ApiPlan? before = null;
            foreach (var (text, step) in maker.Versions(seed, Versions))
            {
                var input = InputOf(seed, text);
                var read = ReadingCache.Read(input, CancellationToken.None);
                var alone = DescriptionReader.ReadUnchecked(input.Source, CancellationToken.None);
                Assert.True(alone.Description == read.Description && alone.Findings == read.Findings, $"seed {seed}, {step}: another reading");
                Assert.True(PlacesOf(alone).SequenceEqual(PlacesOf(read)), $"seed {seed}, {step}: other places");
                if (read.Description is null)
                {
                    continue;
                }

                var planned = PlanCache.Plan(read.Description, options);
                var plannedAlone = ClientPlanner.Plan(alone.Description!, options);
                Assert.True(plannedAlone.Plan == planned.Plan, $"seed {seed}, {step}: another plan");
                Assert.True(plannedAlone.Findings == planned.Findings, $"seed {seed}, {step}: other findings");
                if (seed % 8 == 0)
                {
                    Assert.True(ReadingCache.Check(input, CancellationToken.None) == DescriptionReader.Check(input.Source, CancellationToken.None), $"seed {seed}, {step}: other checks");
                }

                types += planned.Plan.Types.Count;
                findings += planned.Findings.Count;
                kept += before is null ? 0 : planned.Plan.Types.Intersect(before.Types, ReferenceEqualityComparer.Instance).Count();
                before = planned.Plan;
            }
        }

        // Nothing is proven where nothing is taken over, or nothing is reported.
        Assert.True(kept * 2 > types && findings > types / 100, $"{types} types, {kept} of them taken over, {findings} findings");
    }

    /// <summary>Projects of one build read several versions of one description at once, and its analyzers check them meanwhile.</summary>
    [Fact]
    public void VersionsThatAreReadAtOnce_GiveWhatTheyWouldGiveAlone()
    {
        var texts = Directory.GetFiles(RepositoryFolder.PathOf("specs"), "*.openapi.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var first = FuzzSetting.Seed ?? 1;
        for (var seed = first; seed < first + ((FuzzSetting.Edits ?? CountInCi) / 4); seed++)
        {
            // All in one place, so that each is an edit of each other one.
            var text = texts[seed % texts.Count];
            var place = text.IndexOf("type: string", new Random(seed).Next(text.Length / 2), StringComparison.Ordinal);
            var versions = Enumerable.Range(0, 8 * Versions).Select(number => InputOf(seed, text.Insert(place, $"title: Said {number}\n{new string(' ', place - text.LastIndexOf('\n', place) - 1)}"))).ToList();
            var alone = versions.Select(version => DescriptionReader.ReadUnchecked(version.Source, CancellationToken.None)).ToList();
            Parallel.For(0, versions.Count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, index =>
            {
                var read = ReadingCache.Read(versions[index], CancellationToken.None);
                Assert.True(alone[index].Description == read.Description && alone[index].Findings == read.Findings, $"seed {seed}, version {index}: another reading");
                Assert.True(PlacesOf(alone[index]).SequenceEqual(PlacesOf(read)), $"seed {seed}, version {index}: other places");
                if (index % 8 == 0)
                {
                    ReadingCache.Check(versions[index], CancellationToken.None);
                }
            });
        }
    }

    private static IEnumerable<TextPosition?> PlacesOf(ReadResult read) =>
    [
        .. read.Findings.Select(finding => read.Positions.Find(finding.Pointer)),
        .. read.Description?.Schemas.Select(schema => read.Positions.Find(schema.Pointer)) ?? [],
    ];

    /// <summary>Every third has an overlay, which changes the tree that was read, and every fourth a name that the build chooses.</summary>
    private static SpecInput InputOf(int seed, string text)
    {
        var description = new DescriptionFile
        {
            Path = $"/edited/{seed}.json",
            Text = text,
            Spec = SpecMetadata.Of(option => option == OptionNames.Names && seed % 4 == 0 ? "#/info=Said" : null),
        };
        DescriptionFile[] files = seed % 3 == 0 ? [description, new DescriptionFile { Path = SpecNames.OverlaysBeside(description.Path).First(), Text = Overlay }] : [description];
        return SpecInputs.Of(files, new ProjectSettings(null, null))[0];
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
}
