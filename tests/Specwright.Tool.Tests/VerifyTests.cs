namespace Specwright.Tool;

public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task FreshFiles_GiveExitCode0()
    {
        await ToolRun.Of("emit", _project.Path);

        var run = await ToolRun.Of("verify", _project.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("all fresh", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaleFile_IsNamedWithItsLinesAndTheRemedy()
    {
        await ToolRun.Of("emit", _project.Path);
        var path = _project.Generated("Acme.Order.g.cs");
        File.WriteAllText(path, File.ReadAllText(path).Replace("An order.", "An edited order.", StringComparison.Ordinal));

        var run = await ToolRun.Of("verify", _project.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches("stale .*Acme.Order.g.cs", run.Error);
        Assert.Matches(@"--- committed/.*Acme\.Order\.g\.cs\n\+\+\+ generated/.*Acme\.Order\.g\.cs\n@@ -\d+,7 \+\d+,7 @@\n", run.Error);
        Assert.Matches(@"\n .*\n-.*An edited order\..*\n\+.*An order\..*\n ", run.Error);
        Assert.Matches("Renew with: .*emit .*Shop.csproj", run.Error);
    }

    [Fact]
    public async Task CarriageReturns_AreSeenInTheDiff()
    {
        await ToolRun.Of("emit", _project.Path);
        var path = _project.Generated("Acme.Order.g.cs");
        File.WriteAllText(path, File.ReadAllText(path).Replace("An order.</summary>\n", "An order.</summary>\r\n", StringComparison.Ordinal));

        var run = await ToolRun.Of("verify", _project.Path);

        Assert.Matches(@"\n-.*An order\.</summary>\\r\n\+.*An order\.</summary>\n", run.Error);
    }

    [Fact]
    public async Task OneByteMore_IsStale()
    {
        await ToolRun.Of("emit", _project.Path);
        File.AppendAllText(_project.Generated("Acme.Order.g.cs"), "\n");

        Assert.Equal(1, (await ToolRun.Of("verify", _project.Path)).ExitCode);
    }

    [Fact]
    public async Task MissingFile_IsNamed()
    {
        await ToolRun.Of("emit", _project.Path);
        File.Delete(_project.Generated("Acme.Order.g.cs"));

        var run = await ToolRun.Of("verify", _project.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches("missing .*Acme.Order.g.cs", run.Error);
    }

    [Fact]
    public async Task LeftOverFile_IsNamed()
    {
        await ToolRun.Of("emit", _project.Path);
        _project.Write("Generated/Acme.Gone.g.cs", "// gone", inProject: true);

        var run = await ToolRun.Of("verify", _project.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches("left over .*Acme.Gone.g.cs", run.Error);
    }

    [Fact]
    public async Task BrokenDescription_GivesExitCode1()
    {
        await ToolRun.Of("emit", _project.Path);
        File.WriteAllText(_project.SpecPath, "nothing: here");

        var run = await ToolRun.Of("verify", _project.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error SPEC0102", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The freshness check of this repository: when it fails, run <c>dotnet run --project build/Specwright.Tool -- emit</c> and review the diff.</summary>
    [Fact]
    public async Task CommittedClientsOfThisRepository_AreFresh()
    {
        var run = await ToolRun.Of("verify", RepositoryFolder.PathOf("src", "Payments.Providers", "Payments.Providers.csproj"));

        Assert.True(run.ExitCode == 0, run.Error);
    }
}
