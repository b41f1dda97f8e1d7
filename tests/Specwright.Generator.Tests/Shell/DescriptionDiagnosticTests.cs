using Microsoft.CodeAnalysis;

namespace Specwright.Shell;

/// <summary>Findings as the compiler reports them: each on its line.</summary>
public sealed class DescriptionDiagnosticTests
{
    private const string Unsupported = """
            Point:
              allOf:
              - type: number
              - type: boolean
        """;

    [Fact]
    public async Task CleanDescription_HasNoDiagnostics() => Assert.Empty(await SmallSpec.Project().DiagnosticsAsync());

    [Fact]
    public async Task BrokenYaml_IsOneErrorOnItsLine()
    {
        var project = SmallSpec.Project("openapi: 3.1.0\ninfo:\n  title: 'never closed\n");

        Assert.Empty(project.Generate());
        var diagnostic = Assert.Single(await project.DiagnosticsAsync());
        Assert.Equal("SPEC0101", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.InRange(LineOf(diagnostic), 3, 4);
        Assert.Equal(SpecProject.Directory + SmallSpec.Path, diagnostic.Location.GetLineSpan().Path);
    }

    [Fact]
    public async Task UnsupportedSchema_IsReportedWhereItStands()
    {
        var text = SmallSpec.Text(extraSchema: Unsupported);
        var diagnostic = Assert.Single(await SmallSpec.Project(text).DiagnosticsAsync(), diagnostic => diagnostic.Id == "SPEC0201");

        AssertStandsWithin(text, "Point:", "boolean", diagnostic);
    }

    [Fact]
    public async Task LinesAboveTheFinding_MoveIt()
    {
        var before = Assert.Single(await SmallSpec.Project(SmallSpec.Text(extraSchema: Unsupported)).DiagnosticsAsync());
        var after = Assert.Single(await SmallSpec.Project(SmallSpec.Text(extraSchema: Unsupported, space: "\n\n")).DiagnosticsAsync());

        Assert.Equal(LineOf(before) + 2, LineOf(after));
        Assert.Equal(before.GetMessage(), after.GetMessage());
    }

    [Fact]
    public async Task FindingInWhatAnOverlayAdded_StandsInTheOverlay()
    {
        const string overlay = """
            overlay: 1.0.0
            info:
              title: Points
              version: '1'
            actions:
            - target: $.components.schemas
              update:
                Point:
                  allOf:
                  - type: number
                  - type: boolean
            """;
        var diagnostics = await SmallSpec.Project().WithFile("specs/acme.overlay.yaml", overlay).DiagnosticsAsync();

        var diagnostic = Assert.Single(diagnostics, diagnostic => diagnostic.Id == "SPEC0201");
        Assert.Equal(SpecProject.Directory + "specs/acme.overlay.yaml", diagnostic.Location.GetLineSpan().Path);
        AssertStandsWithin(overlay, "Point:", "boolean", diagnostic);
    }

    [Fact]
    public async Task MissingOverlay_IsAnErrorAndGivesNoClient()
    {
        var project = SpecProject.Empty.WithSpec(SmallSpec.Path, SmallSpec.Text(), overlay: "specs/none.yaml");

        Assert.Empty(project.Generate());
        var diagnostic = Assert.Single(await project.DiagnosticsAsync());
        Assert.Equal("SPEC0001", diagnostic.Id);
        Assert.Contains("'specs/none.yaml'", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(1, LineOf(diagnostic));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("just text")]
    [InlineData("- a list")]
    [InlineData("{")]
    [InlineData("openapi: 3.1.0")]
    [InlineData("openapi: [1]\npaths: 5\ncomponents: text")]
    [InlineData("openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: {responses: {'200': {$ref: '#/nowhere'}}}}}")]
    [InlineData("swagger: '2.0'\ndefinitions: {A: {$ref: '#/definitions/A'}}")]
    [InlineData("a: &a [*a, *a]\nopenapi: 3.1.0")]
    public async Task OddInput_NeverFailsTheGenerator(string text)
    {
        var project = SmallSpec.Project(text);

        // Generate() asserts that the run threw nothing, which the compiler would report as CS8785; the analyzer rethrows.
        project.Generate();
        Assert.All(await project.DiagnosticsAsync(), diagnostic => Assert.StartsWith("SPEC", diagnostic.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WordsOfTheDescription_StayOnTheDiagnosticsLine()
    {
        var project = SmallSpec.Project(SmallSpec.Text(extraSchema: """
                Odd:
                  $ref: "#/components/schemas/a\nforged(1,1): error X: y"
            """));

        Assert.All(await project.DiagnosticsAsync(), diagnostic => Assert.DoesNotContain('\n', diagnostic.GetMessage()));
    }

    private static int LineOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>The span is not empty, agrees with line and column, and lies between the first text and the end of the second one's line.</summary>
    private static void AssertStandsWithin(string text, string first, string last, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        Assert.InRange(span.Start, text.IndexOf(first, StringComparison.Ordinal), text.IndexOf(last, StringComparison.Ordinal) + last.Length);
        Assert.Equal(text[..span.Start].Count(character => character == '\n'), start.Line);
        Assert.Equal(span.Start - text.LastIndexOf('\n', span.Start) - 1, start.Character);
        Assert.True(span.Length > 0, "The span is empty.");
    }
}
