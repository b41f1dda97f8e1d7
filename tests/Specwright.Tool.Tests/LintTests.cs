namespace Specwright.Tool;

public sealed class LintTests : IDisposable
{
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
        _project.Write("nothing.yaml", TemporaryProject.Description + "\n    Point:\n      allOf:\n      - type: number\n      - type: boolean\n");

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

    [Theory]
    [InlineData("--help")]
    [InlineData("emit", "--help")]
    [InlineData("verify", "--help")]
    [InlineData("lint", "--help")]
    public async Task Help_ShowsExamples(params string[] arguments)
    {
        var run = await ToolRun.Of(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("Examples:\n  specwright ", run.Output);
    }
}
