using System.Text.Json;
using System.Text.RegularExpressions;
using Specwright.Diagnostics;

namespace Specwright.Tool;

/// <summary>What SARIF 2.1.0 demands of a log, and what code hosts demand beyond it.</summary>
public sealed class SarifTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public SarifTests()
    {
        // The root that addresses are relative to.
        Directory.CreateDirectory(Path.Combine(_project.Root, ".git"));
        _project.Write("some specs/odd.yaml", TemporaryProject.Description + "\n    Point:\n      allOf:\n      - type: number\n      - type: boolean\n");
        _project.Write("some specs/broken.yaml", "openapi: 3.1.0\ninfo: {");
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Log_HasVersionToolAndRules()
    {
        var log = await LogAsync();
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray().ToList());
        var driver = run.GetProperty("tool").GetProperty("driver");

        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.EndsWith("sarif-schema-2.1.0.json", log.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        Assert.Equal("specwright", driver.GetProperty("name").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$", driver.GetProperty("semanticVersion").GetString());
        Assert.Contains(run.GetProperty("columnKind").GetString(), (string[])["utf16CodeUnits", "unicodeCodePoints"]);

        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(Rules.All.Select(rule => rule.Id), rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, rule =>
        {
            Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
            Assert.NotEmpty(rule.GetProperty("help").GetProperty("text").GetString()!);
            Assert.True(Uri.TryCreate(rule.GetProperty("helpUri").GetString(), UriKind.Absolute, out var help) && help.AbsoluteUri.EndsWith(rule.GetProperty("id").GetString()!, StringComparison.Ordinal));
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), (string[])["note", "warning", "error"]);
        });
    }

    [Fact]
    public async Task Results_PointIntoFilesOfTheRepository()
    {
        var run = (await LogAsync()).GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = run.GetProperty("results").EnumerateArray().ToList();

        Assert.Equal(["SPEC0201", "SPEC0101"], results.Select(result => result.GetProperty("ruleId").GetString()));
        Assert.Equal(["warning", "error"], results.Select(result => result.GetProperty("level").GetString()));
        Assert.Equal(2, results.Select(result => result.GetProperty("partialFingerprints").GetProperty("specwrightFinding/v1").GetString()).Distinct().Count());
        Assert.All(results, result =>
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray().ToList()).GetProperty("physicalLocation");
            Assert.Matches("^some%20specs/(odd|broken)[.]yaml$", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
            Assert.Equal("%SRCROOT%", place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
            var region = place.GetProperty("region");
            Assert.InRange(region.GetProperty("startLine").GetInt32(), 1, int.MaxValue);
            Assert.InRange(region.GetProperty("startColumn").GetInt32(), 1, int.MaxValue);
            Assert.True(!region.TryGetProperty("endColumn", out var end) || end.GetInt32() > region.GetProperty("startColumn").GetInt32());
        });
    }

    [Fact]
    public async Task File_AndOutput_AreTheSameLog_AndNameNoFolderOfTheMachine()
    {
        var printed = await ToolRun.In(_project.Root, "lint", "some specs/odd.yaml", "--format", "sarif");
        var run = await ToolRun.In(_project.Root, "lint", "some specs/odd.yaml", "--sarif", "out/lint.sarif");
        var written = await File.ReadAllTextAsync(Path.Combine(_project.Root, "out", "lint.sarif"));

        Assert.Equal(printed.Output, written);
        Assert.EndsWith("1 warning\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetFileName(_project.Root), written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LineInsertedAbove_LeavesTheFingerprint()
    {
        var before = FingerprintOf(await ToolRun.In(_project.Root, "lint", "some specs/odd.yaml", "--format", "sarif"));
        var path = Path.Combine(_project.Root, "some specs", "odd.yaml");
        await File.WriteAllTextAsync(path, "# A line more.\n" + await File.ReadAllTextAsync(path));
        var after = FingerprintOf(await ToolRun.In(_project.Root, "lint", "some specs/odd.yaml", "--format", "sarif"));

        Assert.Equal(before, after);

        static string FingerprintOf(ToolRun run) => Regex.Match(run.Output, "specwrightFinding/v1\": \"([0-9a-f]+)\"").Groups[1].Value is { Length: 32 } found ? found : throw new InvalidOperationException(run.Output);
    }

    private async Task<JsonElement> LogAsync()
    {
        var run = await ToolRun.In(_project.Root, "lint", "some specs/odd.yaml", "some specs/broken.yaml", "--format", "sarif");
        Assert.Equal(1, run.ExitCode);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
