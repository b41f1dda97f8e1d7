using Microsoft.CodeAnalysis;

namespace Specwright.Shell;

/// <summary>What an edit costs: asked of the compiler, step by step.</summary>
public sealed class IncrementalStepTests
{
    private static readonly string[] AllSteps =
    [
        TrackingNames.Settings, TrackingNames.Texts, TrackingNames.DescriptionFiles, TrackingNames.Inputs, TrackingNames.Models, TrackingNames.Plans, TrackingNames.SeenByGenerators, TrackingNames.Files,
    ];

    [Fact]
    public void AllSteps_AreNamedHere() =>
        Assert.Equal(typeof(TrackingNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal), AllSteps.Order(StringComparer.Ordinal));

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
        var driver = SmallSpec.Project().Run().WithUpdatedAnalyzerConfigOptions(SmallSpec.Project().Options).RunGenerators(SpecProject.Compilation());

        AssertReasons(driver, TrackingNames.Settings, IncrementalStepRunReason.Unchanged);
        AssertReasons(driver, TrackingNames.Texts, IncrementalStepRunReason.Unchanged);
        AssertReasons(driver, TrackingNames.DescriptionFiles, IncrementalStepRunReason.Cached);
        Assert.All(SpecProject.OutputReasons(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData("# a comment")]
    [InlineData("\n\n# moved down\n\n")]
    public void WhiteSpaceOrCommentInDescription_EndsAtTheModel(string space)
    {
        var project = SmallSpec.Project();
        var edited = project.WithText(SmallSpec.Path, SmallSpec.Text(space: space));
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

        Assert.Equal(["Acme.Order.g.cs"], ChangedFiles(before, driver));
        Assert.Single(SpecProject.OutputReasons(driver), reason => reason == IncrementalStepRunReason.Modified);
        Assert.All(SpecProject.OutputReasons(driver).Where(reason => reason != IncrementalStepRunReason.Modified), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    /// <summary>The compiler compares a list by position: files after the new one are written anew, with the same text.</summary>
    [Theory]
    [InlineData("Address", "first")]
    [InlineData("Note", "in the middle")]
    [InlineData("Zone", "last")]
    public void AddedSchema_LeavesTheTextOfOtherFiles(string name, string sorts)
    {
        var project = SmallSpec.Project();
        var before = project.Run();
        var driver = project.WithText(SmallSpec.Path, SmallSpec.Text(extraSchema: SmallSpec.ExtraSchema(name))).RunAgain(before, project);

        var files = SpecProject.SourcesOf(driver).Keys.Order(StringComparer.Ordinal).ToList();
        Assert.Equal(sorts, files[0] == $"Acme.{name}.g.cs" ? "first" : files[^1] == $"Acme.{name}.g.cs" ? "last" : "in the middle");
        Assert.Equal(new[] { "Acme.Json.g.cs", $"Acme.{name}.g.cs" }.Order(StringComparer.Ordinal), ChangedFiles(before, driver));
    }

    [Fact]
    public void ChangedOption_PlansAgain_WithoutReadingAgain()
    {
        var project = SmallSpec.Project();
        var before = project.Run();
        var driver = project.WithProperty("RootNamespace", "Store").RunAgain(before, project);

        AssertReasons(driver, TrackingNames.DescriptionFiles, IncrementalStepRunReason.Cached);
        AssertReasons(driver, TrackingNames.Plans, IncrementalStepRunReason.Modified);
        Assert.Same(ModelOf(before).Description, ModelOf(driver).Description);
        Assert.Equal(SpecProject.SourcesOf(before).Count, ChangedFiles(before, driver).Count);
        Assert.All(SpecProject.SourcesOf(driver).Values, text => Assert.Contains("namespace Store.Acme;", text, StringComparison.Ordinal));
    }

    [Fact]
    public void ChangedMetadata_PlansAgain()
    {
        var project = SmallSpec.Project();
        var before = project.Run();
        var changed = SpecProject.Empty.WithSpec(SmallSpec.Path, SmallSpec.Text(), accessibility: "internal");
        var driver = changed.RunAgain(before, project);

        AssertReasons(driver, TrackingNames.Plans, IncrementalStepRunReason.Modified);
        Assert.Contains("internal sealed partial record Order", SpecProject.SourcesOf(driver)["Acme.Order.g.cs"], StringComparison.Ordinal);
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

    /// <summary>A build compiles its projects one after the other in one process.</summary>
    [Fact]
    public void TwoProjects_ReadOneDescriptionOnce()
    {
        var text = SmallSpec.Text(title: nameof(TwoProjects_ReadOneDescriptionOnce));
        var one = SmallSpec.Project(text).Run();
        var other = SmallSpec.Project(text).WithProperty("RootNamespace", "Store").Run(SpecProject.Compilation("class Store;"));

        Assert.Same(ModelOf(one).Description, ModelOf(other).Description);
        Assert.Contains("namespace Store.Acme;", SpecProject.SourcesOf(other)["Acme.Order.g.cs"], StringComparison.Ordinal);
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

    private static ClientModel ModelOf(GeneratorDriver driver) =>
        (ClientModel)Assert.Single(driver.GetRunResult().Results).TrackedSteps[TrackingNames.Models].SelectMany(run => run.Outputs).Single(output => output.Reason != IncrementalStepRunReason.Removed).Value;

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
