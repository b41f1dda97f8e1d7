namespace Specwright.Tool;

public sealed class EmitTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Emit_WritesEachFileOnce()
    {
        var first = await ToolRun.Of("emit", _project.Path);
        var written = File.GetLastWriteTimeUtc(_project.Generated("Acme.Order.g.cs"));
        var second = await ToolRun.Of("emit", _project.Path);

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("Acme.Order.g.cs", first.Output, StringComparison.Ordinal);
        Assert.EndsWith(" 0 changed\n", second.Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_project.Generated("Acme.Order.g.cs")));
    }

    [Fact]
    public async Task Emit_TakesNamespaceFromTheProject()
    {
        await ToolRun.Of("emit", _project.Path);

        Assert.Contains("namespace Shop.Acme;", File.ReadAllText(_project.Generated("Acme.Order.g.cs")), StringComparison.Ordinal);
    }

    /// <summary>The compiler looks for configuration beside sources; that the two agree is for the tests of the packages.</summary>
    [Fact]
    public async Task Emit_TakesOptionsFromConfigurationFiles()
    {
        _project.Write("Program.cs", "System.Console.WriteLine();", inProject: true);
        _project.Write(".globalconfig", "is_global = true\nspecwright_interfaces = false\nspecwright_types = records\n", inProject: true);
        _project.Write(".editorconfig", "root = true\n\n[specs/acme.*]\nspecwright_types = classes\n\n[specs/other.*]\nspecwright_accessibility = internal\n", inProject: true);

        await ToolRun.Of("emit", _project.Path);

        Assert.Contains("public sealed partial class Order", File.ReadAllText(_project.Generated("Acme.Order.g.cs")), StringComparison.Ordinal);
        Assert.False(File.Exists(_project.Generated("Acme.IClient.g.cs")));
    }

    [Fact]
    public async Task Emit_DeletesLeftOverGeneratedFilesAndNothingElse()
    {
        _project.Write("Generated/Acme.Gone.g.cs", "// gone", inProject: true);
        _project.Write("Generated/README.md", "Ours to keep.", inProject: true);

        var run = await ToolRun.Of("emit", _project.Path);

        Assert.False(File.Exists(_project.Generated("Acme.Gone.g.cs")));
        Assert.True(File.Exists(_project.Generated("README.md")));
        Assert.Contains("deleted", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emit_OfABrokenDescription_LeavesTheFilesAlone()
    {
        await ToolRun.Of("emit", _project.Path);
        File.WriteAllText(_project.SpecPath, "openapi: 3.1.0\ninfo: {");

        var run = await ToolRun.Of("emit", _project.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error SPEC0101", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing written", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_project.Generated("Acme.Order.g.cs")));
    }

    [Fact]
    public async Task Emit_WithoutArguments_FindsTheProjectsOfTheRepository()
    {
        var run = await ToolRun.In(_project.Root, "emit");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("src/Shop/Generated/Acme.Order.g.cs", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emit_OfAProjectForSeveralFrameworks_Works()
    {
        using var project = new TemporaryProject(frameworks: "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");

        var run = await ToolRun.Of("emit", project.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.True(File.Exists(project.Generated("Acme.Order.g.cs")));
    }

    [Fact]
    public async Task OverlayBesideTheDescription_IsAppliedWithoutBeingNamed()
    {
        using var project = new TemporaryProject("""<OpenApiSpec Include="specs/acme.openapi.yaml" />""");
        project.Write(
            "specs/acme.overlay.yaml",
            """
            overlay: 1.0.0
            info: {title: Words, version: '1'}
            actions:
            - target: $.components.schemas.Order
              update: {description: An order with an overlay.}
            """,
            inProject: true);

        await ToolRun.Of("emit", project.Path);

        Assert.Contains("An order with an overlay.", File.ReadAllText(project.Generated("Acme.Order.g.cs")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.csproj", "there is no project 'nowhere.csproj'")]
    [InlineData("--forec", "Unknown option '--forec'")]
    public async Task BadArgument_IsNamedWithExitCode2(string argument, string message)
    {
        var run = await ToolRun.Of("emit", argument);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenProject_IsNamedWithTheBuildsWords()
    {
        _project.Write("Shop.csproj", "<Project><oops", inProject: true);

        var run = await ToolRun.Of("emit", _project.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cannot be evaluated", run.Error, StringComparison.Ordinal);
        Assert.Contains("MSB4025", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingDescription_IsNamed()
    {
        using var project = new TemporaryProject("""<OpenApiSpec Include="specs/none.yaml" />""");

        var run = await ToolRun.Of("emit", project.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'specs/none.yaml'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProjectWithoutDescriptions_IsNamed()
    {
        using var project = new TemporaryProject(items: "");

        var run = await ToolRun.Of("emit", project.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("has no OpenApiSpec items", run.Error, StringComparison.Ordinal);
    }
}
