using Microsoft.CodeAnalysis;
using Specwright.Emission;
using Specwright.Harness;
using Specwright.Planning;

namespace Specwright.Shell;

/// <summary>With each edit the compiler compares the names of all files of a generator with each other, so a large client must not have a file for each type and sub-client.</summary>
public sealed class LargeClientTests
{
    private const int Few = 90;

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
    public void ManySubClients_AreCompiledFromFewFiles()
    {
        var files = SpecProject.Empty.WithSpec(SmallSpec.Path, TaggedText(31)).Generate();

        Assert.InRange(files.Count, 2, Few);
        Assert.All(Enumerable.Range(0, 31), index => Assert.Single(files.Values, text => text.Contains($"sealed partial class AcmeT{index}Client : ", StringComparison.Ordinal)));
        Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(files.Select(file => new GeneratedFile(file.Key, file.Value)))));
    }

    [Fact]
    public void EditOfOneOperation_WritesTheShareOfItsSubClientOnly()
    {
        var project = SpecProject.Empty.WithSpec(SmallSpec.Path, TaggedText(31));
        var before = project.Run();
        var driver = project.WithText(SmallSpec.Path, TaggedText(31).Replace("summary: Gets 7.", "summary: Gets 7 again.", StringComparison.Ordinal)).RunAgain(before, project);

        var old = SpecProject.SourcesOf(before);
        var changed = Assert.Single(SpecProject.SourcesOf(driver), file => old[file.Key] != file.Value);
        Assert.StartsWith("Acme.Clients.", changed.Key, StringComparison.Ordinal);
        Assert.Contains("Gets 7 again.", changed.Value, StringComparison.Ordinal);
        Assert.Single(SpecProject.OutputReasons(driver), reason => reason != IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void Reviewers_GetAFileForEachType_OfTheSameText() =>
        AssertSameText(Text(210), Enumerable.Range(0, 210).Select(index => $"Acme.S{index}.g.cs"));

    [Fact]
    public void Reviewers_GetFilesForEachSubClient_OfTheSameText() =>
        AssertSameText(TaggedText(31), Enumerable.Range(0, 31).SelectMany(index => new[] { "Client", "IClient", "Headers", "Results" }.Select(part => $"Acme.{part}.T{index}.g.cs")));

    [Fact]
    public void SmallClient_HasAFileForEachType() =>
        Assert.Contains("Acme.Order.g.cs", SmallSpec.Project().Generate().Keys);

    /// <summary>What stands behind the usings of each file for reviewers stands in one of the compiler's.</summary>
    private static void AssertSameText(string description, IEnumerable<string> reviewed)
    {
        var inputs = Inputs.SpecInputs.Of([new() { Path = "/acme.openapi.yaml", Text = description, Spec = new() }], new("Shop", null));
        var review = ClientSteps.Run(inputs, FileDivision.ForReview, CancellationToken.None).ToDictionary(file => file.HintName, file => file.Text);
        var compiled = string.Concat(ClientSteps.Run(inputs, FileDivision.ForCompiler, CancellationToken.None).Select(file => file.Text));

        Assert.All(reviewed, name =>
        {
            var text = review[name];
            Assert.Contains(text[text.LastIndexOf("\nusing ", StringComparison.Ordinal)..].Split("\n\n", 2)[1], compiled, StringComparison.Ordinal);
        });
    }

    /// <summary>Two types for each schema: a record and an enumeration.</summary>
    private static string Text(int schemas) => "openapi: 3.1.0\ninfo: {title: Acme, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" + string.Concat(Enumerable.Range(0, schemas)
        .Select(index => $"    S{index}: {{type: object, properties: {{next: {{$ref: '#/components/schemas/S{(index + 1) % schemas}'}}, kind: {{type: string, enum: [a{index}, b]}}}}}}\n"));

    /// <summary>A tag for each path: its operations have header fields and results of several types. Few types.</summary>
    private static string TaggedText(int tags) => """
        openapi: 3.1.0
        info: {title: Acme, version: '1'}
        servers: [{url: 'https://api.example.com'}]
        components:
          schemas:
            Order: {type: object, properties: {id: {type: string}}}
            Draft: {type: object, properties: {id: {type: string}}}
        paths:

        """ + string.Concat(Enumerable.Range(0, tags).Select(index => $"""
          /t{index}:
            get:
              operationId: get{index}
              tags: [t{index}]
              summary: Gets {index}.
              responses:
                '200':
                  description: An order.
                  headers:
                    X-Count:
                      schema:
                        type: integer
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/Order'
                '202':
                  description: A draft.
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/Draft'
            post:
              operationId: post{index}
              tags: [t{index}]
              responses:
                '204':
                  description: Done.

        """));
}
