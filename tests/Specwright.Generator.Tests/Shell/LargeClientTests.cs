using Specwright.Emission;
using Specwright.Harness;
using Specwright.Planning;

namespace Specwright.Shell;

/// <summary>With each edit the compiler compares the names of all files of a generator with each other, so a large client must not have a file for each type.</summary>
public sealed class LargeClientTests
{
    private const int Few = 110;

    [Fact]
    public void LargeClient_IsCompiledFromFewFiles()
    {
        var files = SpecProject.Empty.WithSpec(SmallSpec.Path, Text(210)).Generate();

        Assert.InRange(files.Count, 2, Few);
        Assert.All(Enumerable.Range(0, 210), index => Assert.Single(files.Values, text => text.Contains($"sealed partial record S{index}\n", StringComparison.Ordinal)));
        Assert.Contains(files.Values, text => text.Split("sealed partial record").Length > 2);
        Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(files.Select(file => new GeneratedFile(file.Key, file.Value)))));
    }

    [Fact]
    public void AddedSchema_WritesItsShareOnly()
    {
        var project = SpecProject.Empty.WithSpec(SmallSpec.Path, Text(210));
        var before = project.Generate();
        var after = project.WithText(SmallSpec.Path, Text(210) + "    Added: {type: object, properties: {text: {type: string}}}\n").Generate();

        var changed = after.Where(file => !before.TryGetValue(file.Key, out var text) || text != file.Value).Select(file => file.Key).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, changed.Count);
        Assert.Equal("Acme.Json.g.cs", changed[0]);
        Assert.Contains("record Added\n", after[changed[1]], StringComparison.Ordinal);
    }

    [Fact]
    public void Reviewers_GetAFileForEachType_OfTheSameText()
    {
        var inputs = Inputs.SpecInputs.Of([new() { Path = "/acme.openapi.yaml", Text = Text(210), Spec = new() }], new("Shop", null));
        var review = ClientSteps.Run(inputs, FileDivision.ForReview, CancellationToken.None).ToDictionary(file => file.HintName, file => file.Text);
        var compiled = string.Concat(ClientSteps.Run(inputs, FileDivision.ForCompiler, CancellationToken.None).Select(file => file.Text));

        Assert.InRange(review.Count, 420, int.MaxValue);
        Assert.All(Enumerable.Range(0, 210), index =>
        {
            var text = review[$"Acme.S{index}.g.cs"];
            Assert.Contains(text[text.LastIndexOf("\nusing ", StringComparison.Ordinal)..].Split("\n\n", 2)[1], compiled, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void SmallClient_HasAFileForEachType() =>
        Assert.Contains("Acme.Order.g.cs", SmallSpec.Project().Generate().Keys);

    /// <summary>Two types for each schema: a record and an enumeration.</summary>
    private static string Text(int schemas) => "openapi: 3.1.0\ninfo: {title: Acme, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" + string.Concat(Enumerable.Range(0, schemas)
        .Select(index => $"    S{index}: {{type: object, properties: {{next: {{$ref: '#/components/schemas/S{(index + 1) % schemas}'}}, kind: {{type: string, enum: [a{index}, b]}}}}}}\n"));
}
