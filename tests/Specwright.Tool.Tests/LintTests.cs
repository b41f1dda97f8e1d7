namespace Specwright.Tool;

public sealed class LintTests : IDisposable
{
    private const string Odd = TemporaryProject.Description + "\n    Point:\n      allOf:\n      - type: number\n      - type: boolean\n";

    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task CleanDescription_HasNothingToReport()
    {
        var run = await ToolRun.Of("lint", _project.SpecPath);

        Assert.Equal((0, "nothing to report\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Finding_StandsWithFileLineColumnAndCaret()
    {
        _project.Write("nothing.yaml", Odd);

        var run = await ToolRun.In(_project.Root, "lint", "nothing.yaml");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^nothing\.yaml\(\d+,\d+\): warning SPEC0201: .*\n +\d+ \| .*\n +\| +\^+\n", run.Output);
        Assert.EndsWith("1 warning\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_GivesExitCode1()
    {
        _project.Write("broken.yaml", "openapi: 3.1.0\ninfo: {");

        var run = await ToolRun.In(_project.Root, "lint", "broken.yaml");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"broken\.yaml\(\d+,\d+\): error SPEC0101: ", run.Output);
        Assert.EndsWith("1 error\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamedOverlay_IsApplied()
    {
        _project.Write("words.yaml", "overlay: 1.0.0\ninfo: {title: Words, version: '1'}\nactions:\n- target: $.components.schemas.Nowhere\n  remove: true\n");

        var run = await ToolRun.In(_project.Root, "lint", _project.SpecPath, "--overlay", "words.yaml");

        Assert.Matches(@"words\.yaml\(4,\d+\): warning SPEC0105", run.Output);
    }

    [Fact]
    public async Task MissingFile_IsNamedWithExitCode2()
    {
        var run = await ToolRun.Of("lint", "nowhere.yaml");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("there is no description 'nowhere.yaml'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingOverlay_IsNamedWithExitCode2()
    {
        var run = await ToolRun.Of("lint", _project.SpecPath, "--overlay", "nowhere.yaml");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("there is no overlay 'nowhere.yaml'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownOption_IsNamedWithExitCode2()
    {
        var run = await ToolRun.Of("lint", _project.SpecPath, "--strict");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--strict", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Severity_ChoosesWhatIsShown_AndFailOnWhatCounts()
    {
        _project.Write("odd.yaml", Odd);

        var quiet = await ToolRun.In(_project.Root, "lint", "odd.yaml", "--severity", "error");
        var strict = await ToolRun.In(_project.Root, "lint", "odd.yaml", "--severity", "error", "--fail-on", "warning");

        Assert.Equal((0, "nothing to report\n"), (quiet.ExitCode, quiet.Output));
        Assert.Equal(1, strict.ExitCode);
    }

    [Theory]
    [InlineData("--severity", "grave")]
    [InlineData("--format", "xml")]
    public async Task UnknownValue_GivesExitCode2(string option, string value)
    {
        var run = await ToolRun.Of("lint", _project.SpecPath, option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralFiles_AreReadWithTheOverlaysAmongThem()
    {
        _project.Write("odd.yaml", Odd);
        _project.Write("other.openapi.yaml", TemporaryProject.Description);
        _project.Write("other.overlay.yaml", "overlay: 1.0.0\ninfo: {title: Words, version: '1'}\nactions:\n- target: $.components.schemas.Nowhere\n  remove: true\n");

        var run = await ToolRun.In(_project.Root, "lint", "odd.yaml", "other.openapi.yaml", "other.overlay.yaml");

        Assert.Equal(["odd.yaml", "other.overlay.yaml"], run.Output.Split('\n').Where(line => line.Contains(": warning ", StringComparison.Ordinal)).Select(line => line.Split('(')[0]));
        Assert.EndsWith("2 warnings\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OverlayForSeveralFiles_IsRefused()
    {
        var run = await ToolRun.Of("lint", _project.SpecPath, _project.SpecPath, "--overlay", "words.yaml");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--overlay belongs to one description", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_IsReadWithItsOptions()
    {
        using var project = new TemporaryProject("""<OpenApiSpec Include="specs/*.yaml" ClientName="9" />""");

        var run = await ToolRun.Of("lint", project.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error SPEC0002: The option ClientName has the value '9'", run.Output, StringComparison.Ordinal);
    }
}
