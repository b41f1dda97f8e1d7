using Microsoft.CodeAnalysis;

namespace Specwright.Shell;

/// <summary>What an edit costs: asked of the compiler, step by step.</summary>
public sealed class IncrementalStepTests
{
    private static readonly string[] AllSteps =
    [
        TrackingNames.Settings, TrackingNames.Texts, TrackingNames.DescriptionFiles, TrackingNames.Inputs, TrackingNames.Models, TrackingNames.Plans, TrackingNames.Files,
    ];

    [Fact]
    public void UnrelatedEditOfCSharp_RunsNothingAgain()
    {
        var project = SmallSpec.Project();
        var driver = project.Run().RunGenerators(SpecProject.Compilation("class Program { int _edited; }"));

        Assert.All(AllSteps, step => AssertReasons(driver, step, IncrementalStepRunReason.Cached));
        Assert.All(SpecProject.OutputReasons(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void NewOptionsThatSayTheSame_ReadNoFileAgain()
    {
        var driver = SmallSpec.Project().Run().WithUpdatedAnalyzerConfigOptions(SpecProject.NewOptions()).RunGenerators(SpecProject.Compilation());

        AssertReasons(driver, TrackingNames.Settings, IncrementalStepRunReason.Unchanged);
        AssertReasons(driver, TrackingNames.Texts, IncrementalStepRunReason.Unchanged);
        AssertReasons(driver, TrackingNames.DescriptionFiles, IncrementalStepRunReason.Cached);
        Assert.All(SpecProject.OutputReasons(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void WhiteSpaceInDescription_EndsAtTheModel()
    {
        var project = SmallSpec.Project();
        var edited = project.WithText(SmallSpec.Path, SmallSpec.Text(space: "\n\n# moved down\n\n"));
        var driver = edited.RunAgain(project.Run(), project);

        AssertReasons(driver, TrackingNames.Inputs, IncrementalStepRunReason.Modified);
        AssertReasons(driver, TrackingNames.Models, IncrementalStepRunReason.Unchanged);
        AssertReasons(driver, TrackingNames.Plans, IncrementalStepRunReason.Cached);
        AssertReasons(driver, TrackingNames.Files, IncrementalStepRunReason.Cached);
        Assert.All(SpecProject.OutputReasons(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void EditOfOneSchemasDescription_WritesThatSchemasFileOnly()
    {
        var project = SmallSpec.Project();
        var before = project.Run();
        var driver = project.WithText(SmallSpec.Path, SmallSpec.Text(orderDescription: "What somebody bought.")).RunAgain(before, project);

        var changed = ChangedFiles(before, driver);
        Assert.Equal(["Acme.Order.g.cs"], changed);
        Assert.Single(SpecProject.OutputReasons(driver), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void AddedSchema_LeavesTheTextOfOtherSchemas()
    {
        var project = SmallSpec.Project();
        var before = project.Run();
        var driver = project.WithText(SmallSpec.Path, SmallSpec.Text(extraSchema: SmallSpec.ExtraSchema)).RunAgain(before, project);

        Assert.Equal(["Acme.Json.g.cs", "Acme.Note.g.cs"], ChangedFiles(before, driver));
    }

    [Fact]
    public void EditOfOverlay_ReadsAgain()
    {
        const string overlayPath = "specs/acme.overlay.yaml";
        var project = SmallSpec.Project().WithFile(overlayPath, Overlay("An order, overlaid."));
        var before = project.Run();
        var driver = project.WithText(overlayPath, Overlay("An order, overlaid again.")).RunAgain(before, project);

        Assert.Contains("An order, overlaid.", SpecProject.SourcesOf(before)["Acme.Order.g.cs"], StringComparison.Ordinal);
        Assert.Contains("An order, overlaid again.", SpecProject.SourcesOf(driver)["Acme.Order.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["Acme.Order.g.cs"], ChangedFiles(before, driver));
    }

    [Fact]
    public void EditOfFileThatNoDescriptionMentions_EndsAtTheInputs()
    {
        var project = SmallSpec.Project().WithFile("settings.json", "{}");
        var driver = project.WithText("settings.json", """{"a": 1}""").RunAgain(project.Run(), project);

        AssertReasons(driver, TrackingNames.Inputs, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);
        AssertReasons(driver, TrackingNames.Models, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void EditOfOneDescription_LeavesTheOtherClient()
    {
        var project = SmallSpec.Project().WithSpec("specs/beta.openapi.yaml", SmallSpec.Text(title: "Beta"));
        var before = project.Run();
        var driver = project.WithText("specs/beta.openapi.yaml", SmallSpec.Text(title: "Beta", orderDescription: "Changed.")).RunAgain(before, project);

        Assert.Equal(["Beta.Order.g.cs"], ChangedFiles(before, driver));
    }

    internal static string Overlay(string orderDescription) => $"""
        overlay: 1.0.0
        info:
          title: Words
          version: '1'
        actions:
        - target: $.components.schemas.Order
          update:
            description: {orderDescription}
        """;

    private static IReadOnlyList<string> ChangedFiles(GeneratorDriver before, GeneratorDriver after)
    {
        var old = SpecProject.SourcesOf(before);
        return SpecProject.SourcesOf(after)
            .Where(file => !old.TryGetValue(file.Key, out var text) || text != file.Value)
            .Select(file => file.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    private static void AssertReasons(GeneratorDriver driver, string step, params IncrementalStepRunReason[] allowed)
    {
        var runs = Assert.Single(driver.GetRunResult().Results).TrackedSteps[step];
        var reasons = runs.SelectMany(run => run.Outputs).Select(output => output.Reason).Distinct().ToList();
        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.True(allowed.Contains(reason), $"{step}: {reason}, not {string.Join(" or ", allowed)}"));
    }
}
