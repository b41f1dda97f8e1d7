using System.Text.Json;

namespace Specwright.Tool;

public sealed class DiffTests : IDisposable
{
    private readonly TemporaryProject _project = new("""<OpenApiSpec Include="specs/acme.openapi.yaml" Namespace="Shop" />""");

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task TwoFiles_AreCompared_WhateverTheyAreCalled()
    {
        _project.Write("old.yaml", TemporaryProject.Description);
        _project.Write("new.yaml", TemporaryProject.Description.Replace("orderId:", "number:", StringComparison.Ordinal));

        var run = await ToolRun.In(_project.Root, "diff", "old.yaml", "new.yaml");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("NewClient (new.yaml): 1 breaking, 1 additive", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"│ breaking │ property-removed +│ C# and wire │ old\.yaml:\d+ \(old\) +│ 'Order\.OrderId' is gone; callers must stop using it\. +│", run.Output);
        Assert.DoesNotContain("\e", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("breaking", 0)]
    [InlineData("additive", 1)]
    [InlineData("none", 0)]
    public async Task FailOn_DecidesTheExitCode(string failOn, int exitCode)
    {
        _project.Write("old.yaml", TemporaryProject.Description);
        _project.Write("new.yaml", TemporaryProject.Description + "\n        total:\n          type: string\n");

        var run = await ToolRun.In(_project.Root, "diff", "old.yaml", "new.yaml", "--fail-on", failOn);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
        Assert.Contains("1 additive", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoChange_IsSaid()
    {
        _project.Write("old.yaml", TemporaryProject.Description);

        var run = await ToolRun.In(_project.Root, "diff", "old.yaml", "old.yaml", "--fail-on", "cosmetic");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("no changes", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_HasRuleMemberAndBothPlaces()
    {
        _project.Write("old.yaml", TemporaryProject.Description);
        _project.Write("new.yaml", TemporaryProject.Description.Replace("type: string", "type: integer", StringComparison.Ordinal));

        var run = await ToolRun.In(_project.Root, "diff", "old.yaml", "new.yaml", "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        var change = json.RootElement.GetProperty("clients")[0].GetProperty("changes")[0];
        Assert.Equal("breaking", json.RootElement.GetProperty("severity").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("counts").GetProperty("breaking").GetInt32());
        Assert.Equal("property-type-changed", change.GetProperty("rule").GetString());
        Assert.Equal("Order.OrderId", change.GetProperty("member").GetString());
        Assert.Equal(["source", "binary", "deployed"], change.GetProperty("breaks").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal(("old.yaml", "new.yaml"), (change.GetProperty("old").GetProperty("path").GetString(), change.GetProperty("new").GetProperty("path").GetString()));
        Assert.Equal("#/components/schemas/Order/properties/orderId", change.GetProperty("new").GetProperty("pointer").GetString());
    }

    /// <summary>One revision has an overlay, a file that is referred to, and another option of the project: all of it is taken from there.</summary>
    [Fact]
    public async Task Revision_IsTakenWithItsOverlayItsFilesAndItsOptions()
    {
        _project.Write("specs/acme.openapi.yaml", TemporaryProject.Description.Replace("$ref: '#/components/schemas/Order'", "$ref: 'parts.yaml#/Order'", StringComparison.Ordinal), inProject: true);
        _project.Write("specs/parts.yaml", "Order:\n  type: object\n  properties:\n    number: { type: string }\n", inProject: true);
        _project.Write("specs/acme.overlay.yaml", "overlay: 1.0.0\ninfo: { title: a, version: '1' }\nactions:\n- target: $.paths['/orders'].get\n  update: { x-specwright-name: FindOrders }\n", inProject: true);
        File.WriteAllText(_project.Path, File.ReadAllText(_project.Path).Replace("Namespace=\"Shop\" />", "Namespace=\"Shop.Old\" /><OpenApiSpecPart Include=\"specs/parts.yaml\" />", StringComparison.Ordinal));
        _project.Git("init", "-q");
        _project.Git("add", "-A");
        _project.Git("commit", "-q", "-m", "old");
        _project.Git("tag", "v1");
        File.Delete(Path.Combine(Path.GetDirectoryName(_project.SpecPath)!, "acme.overlay.yaml"));
        _project.Write("specs/parts.yaml", "Order:\n  type: object\n  properties:\n    total: { type: string }\n", inProject: true);
        File.WriteAllText(_project.Path, File.ReadAllText(_project.Path).Replace("Shop.Old", "Shop", StringComparison.Ordinal));

        var run = await ToolRun.In(_project.Root, "diff", "v1", "--format", "markdown", "--severity", "breaking");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("`v1` → `work tree`", run.Output, StringComparison.Ordinal);
        Assert.Contains("The namespace 'Shop.Old' is 'Shop' now", run.Output, StringComparison.Ordinal);
        Assert.Contains("'FindOrdersAsync' is called 'ListOrdersAsync' now", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"Number` \|.*parts\.yaml&#58;4 \(old\)", run.Output);
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "specwright-diff-*"));

        _project.Git("add", "-A");
        _project.Git("commit", "-q", "-m", "new");
        _project.Git("mv", "src/Shop/specs/acme.openapi.yaml", "src/Shop/specs/shop.openapi.yaml");
        var between = await ToolRun.In(_project.Root, "diff", "v1..HEAD", "--", "src/Shop/specs");
        var renamed = await ToolRun.In(_project.Root, "diff", "HEAD:src/Shop/specs/acme.openapi.yaml", "src/Shop/specs/shop.openapi.yaml");
        Assert.Contains("v1 → HEAD", between.Output, StringComparison.Ordinal);
        Assert.Contains("operation-renamed", between.Output, StringComparison.Ordinal);
        Assert.Contains("no changes", renamed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no file 'missing.yaml'", "missing.yaml", "missing.yaml")]
    [InlineData("two files are compared", "here.yaml")]
    [InlineData("no client can be generated from broken.yaml", "here.yaml", "broken.yaml")]
    [InlineData("Unknown option '--fail'", "here.yaml", "here.yaml", "--fail")]
    public async Task WhatCannotBeCompared_GivesExitCode2(string message, params string[] arguments)
    {
        _project.Write("here.yaml", TemporaryProject.Description);
        _project.Write("broken.yaml", "openapi: 3.1.0\ninfo: [");

        var run = await ToolRun.In(_project.Root, ["diff", .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
