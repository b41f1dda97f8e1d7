using System.Text.Json.Nodes;
using Specwright.Emission;
using Specwright.Fuzzing.Descriptions;
using Specwright.Fuzzing.Mutation;
using Specwright.Fuzzing.Running;
using Specwright.Planning;

namespace Specwright.Fuzzing;

/// <summary>The fuzzer finds what it is there to find: each test puts a bug around the generator.</summary>
public sealed class FuzzerTests
{
    private const string Description = """
        openapi: 3.1.0
        info: {title: T, version: '1', description: Long words that no bug needs}
        paths:
          /a:
            get: {operationId: a, parameters: [{name: q, in: query, schema: {type: string}}], responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Cursed'}}}}}}
            put: {operationId: b, responses: {'204': {description: d}}}
        components:
          schemas:
            Cursed: {type: object, properties: {a: {type: string}, b: {type: integer}}}
            Other: {type: object, properties: {c: {type: string}}}
        """;

    [Fact]
    public void GeneratorAsItIs_PassesTheDescription() => Assert.Equal(MutantOutcome.Client, Run(Generation.Of).RunOne(MutantOf(1)).Outcome);

    [Fact]
    public void Exception_IsReportedWithItsSeedAndShrunk()
    {
        var failure = Assert.Single(Run(WhereCursed(_ => throw new InvalidOperationException("planted"))).Run(7, 1).Failures);

        Assert.Equal((7, MutantOutcome.Threw), (failure.Mutant.Seed, failure.Result.Outcome));
        Assert.Contains("planted", failure.Result.Message, StringComparison.Ordinal);
        Assert.Contains("Cursed", failure.Shrunk!.Text, StringComparison.Ordinal);
        Assert.True(failure.Shrunk.Text.Length < 120, failure.Shrunk.Text);
    }

    [Theory]
    [InlineData("sealed partial", "sealed partail")]
    [InlineData("namespace", "namespace Broken; namespace")]
    [InlineData("#nullable enable", "#nullable enable\nfile static class Unused { private static int x; }")]
    public void CodeThatDoesNotCompile_IsReported(string right, string wrong)
    {
        var summary = Run(WhereCursed(generation => generation with { Files = [.. generation.Files.Select(file => file with { Text = file.Text.Replace(right, wrong, StringComparison.Ordinal) })] })).Run(7, 3);

        Assert.Equal([7, 8, 9], summary.Failures.Select(failure => failure.Mutant.Seed).Order());
        Assert.All(summary.Failures, failure => Assert.Equal(MutantOutcome.DoesNotCompile, failure.Result.Outcome));
        Assert.Contains("SPECWRIGHT_FUZZ_ONLY=", summary.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyTheGuilty_FailInACompilationOfMany()
    {
        var run = new FuzzRun(
            seed => MutantOf(seed) with { Text = seed == 12 ? Description : Description.Replace("Cursed", "Blessed", StringComparison.Ordinal) },
            WhereCursed(generation => generation with { Files = [.. generation.Files, new GeneratedFile("Fuzz.Extra.g.cs", "class {")] }));

        Assert.Equal(12, Assert.Single(run.Run(10, 5).Failures).Mutant.Seed);
    }

    [Fact]
    public void ErrorsOfLaterPhases_ShowBesideErrorsOfEarlierOnes()
    {
        var run = Run(WhereCursed(generation => generation with { Files = [.. generation.Files.Select((file, index) => index > 0 ? file : file with { Text = file.Text + (file.Text.Contains("Fuzzing.S10;", StringComparison.Ordinal) ? "class {" : "file static class Late { public static int M() => \"text\"; }") })] }));

        Assert.Equal([10, 11, 12], run.Run(10, 3).Failures.Select(failure => failure.Mutant.Seed).Order());
    }

    [Fact]
    public void LoopThatIgnoresItsToken_IsReportedAsHung()
    {
        var isOver = false;
        var run = Run(WhereCursed(generation =>
        {
            while (!Volatile.Read(ref isOver))
            {
                Thread.Yield();
            }

            return generation;
        }));

        var (_, result) = new GuardedGenerator(run.Generator, TimeSpan.FromMilliseconds(50)).Run(MutantOf(7));
        Volatile.Write(ref isOver, true);

        Assert.Equal((MutantOutcome.Hung, "hung"), (result.Outcome, result.Kind));
    }

    [Fact]
    public void LoopThatListensToItsToken_IsReportedAsSlow()
    {
        Generation Wait(string fileName, string text, ClientOptions options, CancellationToken cancellationToken)
        {
            cancellationToken.WaitHandle.WaitOne();
            cancellationToken.ThrowIfCancellationRequested();
            return Generation.Of(fileName, text, options, cancellationToken);
        }

        var (_, result) = new GuardedGenerator(Wait, TimeSpan.FromMilliseconds(50)).Run(MutantOf(7));

        Assert.Equal((MutantOutcome.Hung, "slow"), (result.Outcome, result.Kind));
    }

    [Fact]
    public void OtherBytesTheSecondTime_AreReported()
    {
        var count = 0;
        var run = Run(WhereCursed(generation => generation with { Files = [.. generation.Files.Select(file => file with { Text = $"{file.Text}// {++count}\n" })] }));

        Assert.Equal(MutantOutcome.Unstable, run.RunOne(MutantOf(7)).Outcome);
    }

    [Fact]
    public void FilesThatDifferInCaseOnly_AreReported()
    {
        var run = Run(WhereCursed(generation => generation with { Carelessness = "two files are called Fuzz.A.g.cs" }));

        Assert.Equal(MutantOutcome.Careless, run.RunOne(MutantOf(7)).Outcome);
    }

    [Fact]
    public void TextThatIsNoTree_IsShrunkByLines()
    {
        var mutant = MutantOf(7) with { Text = "a: [\nb\nCursed\nc\nd\n" };
        Generation Throw(string fileName, string text, ClientOptions options, CancellationToken cancellationToken)
            => text.Contains("Cursed", StringComparison.Ordinal) ? throw new InvalidOperationException("planted") : Generation.Of(fileName, text, options, cancellationToken);
        var run = new FuzzRun(_ => mutant, Throw);

        Assert.Equal("Cursed", Assert.Single(run.Run(7, 1).Failures).Shrunk!.Text);
    }

    [Fact]
    public void Seed_GivesTheSameMutantAgain()
    {
        var first = new MutantMaker(DescriptionPool.OfRepository());
        var second = new MutantMaker(DescriptionPool.OfRepository());

        Assert.All(Enumerable.Range(-20, 200), seed => Assert.Equal(first.Make(seed).Text, second.Make(seed).Text));
        Assert.True(Enumerable.Range(1, 100).Select(seed => first.Make(seed).Text).Distinct().Count() > 95);
    }

    [Fact]
    public void EveryMutation_IsMade()
    {
        var maker = new MutantMaker(DescriptionPool.OfRepository());
        var made = Enumerable.Range(1, 600).SelectMany(seed => maker.Make(seed).Steps.Skip(1)).Where(step => !step.EndsWith("nothing to change", StringComparison.Ordinal)).Select(step => step.Split(':')[0]).ToHashSet();

        Assert.Superset(MutantMaker.Names.ToHashSet(), made);
    }

    [Fact]
    public void EverythingDescriptions_AreReadWithoutAnError()
    {
        foreach (var file in Directory.GetFiles(RepositoryFolder.PathOf("tests", "Fuzzing", "Descriptions"), "*.yaml"))
        {
            var generation = Generation.Of(Path.GetFileName(file), File.ReadAllText(file), new ClientOptions { SpecName = "a", Namespace = "A", ClientName = "Fuzz" }, CancellationToken.None);

            Assert.True(generation.Operations > 4, file);
            Assert.Empty(MutantCompiler.Compile([(1, generation.Files)]));
        }
    }

    [Fact]
    public void YamlText_SaysWhatTheTreeSays()
    {
        var root = DescriptionPool.TryParse(Description)!;
        root["odd"] = new JsonObject { ["no"] = "yes", [""] = new JsonArray(new JsonArray(1, null), new JsonObject()), ["é\u2028\""] = "\n#" };

        Assert.True(JsonNode.DeepEquals(root, DescriptionPool.TryParse(DescriptionText.Yaml(root))), DescriptionText.Yaml(root));
        Assert.True(JsonNode.DeepEquals(root, DescriptionPool.TryParse(DescriptionText.Json(root))), DescriptionText.Json(root));
    }

    private static Mutant MutantOf(int seed) => new() { Seed = seed, FileName = "fuzz.yaml", Text = Description, Steps = ["test"] };

    private static FuzzRun Run(Generator generator) => new(MutantOf, generator);

    /// <summary>The real generator with a bug that only descriptions with a certain schema meet.</summary>
    private static Generator WhereCursed(Func<Generation, Generation> bug) => (fileName, text, options, cancellationToken) =>
    {
        var generation = Generation.Of(fileName, text, options, cancellationToken);
        return text.Contains("Cursed", StringComparison.Ordinal) ? bug(generation) : generation;
    };
}
