using Specwright.Diagnostics;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Planning.Operations;

public sealed class OperationServerPlannerTests
{
    [Theory]
    [InlineData("https://files.acme.test", "FilesAddress")]
    [InlineData("https://files.eu.acme.test:8443/v1", "FilesEuAddress")]
    [InlineData("https://{upload-host}/v1", "UploadHostAddress")]
    [InlineData("https://dl.other.example/2.0", "DlOtherExampleAddress")]
    [InlineData("https://api.acme.test/upload/v2", "UploadV2Address")]
    [InlineData("https://api.acme.test", "ApiAcmeTestAddress")]
    [InlineData("/v2", "V2Address")]
    [InlineData("", "RootAddress")]
    [InlineData("https://платежи.test", "ПлатежиAddress")]
    [InlineData("https://base.acme.test", "BaseAddressSetting")]
    public void Option_IsCalledAfterWhatDiffersFromTheCommonServer(string url, string expected)
    {
        var server = Server(url, "Production", new ServerVariable { Name = "upload-host", Default = "up.acme.test" });
        var generation = Generation(Call("a", server));

        Assert.Equal(expected, Assert.Single(generation.Client.ServerSettings).Identifier);
        Assert.Equal(expected, generation.Operation.ServerSetting);
        generation.Compile();
    }

    [Theory]
    [InlineData("https://api.acme.test/v1")]
    [InlineData("https://api.acme.test/v1/")]
    public void CommonServer_NeedsNoOption(string url)
    {
        var generation = Generation(Call("a", Server(url, "Written otherwise"), Server("https://second.acme.test")));

        Assert.Empty(generation.Client.ServerSettings);
        Assert.Null(generation.Operation.ServerSetting);
        Assert.Single(generation.Client.Servers);
    }

    [Fact]
    public void OperationsWithOneFirstServer_ShareAnOption()
    {
        var generation = Generation(
            Call("a", Server("https://files.acme.test"), Server("https://files.sandbox.test", "Sandbox")),
            Call("b", Server("https://files.acme.test")),
            Call("c", Server("https://other.acme.test")),
            Operation("GET", "/d", "d", Answer("204")));

        Assert.Equal(["FilesAddress", "OtherAddress"], generation.Client.ServerSettings.Select(setting => setting.Identifier));
        Assert.Equal(["FilesAddress", "FilesAddress", "OtherAddress", null], generation.Client.Operations.Select(operation => operation.ServerSetting));
        Assert.Equal(["Server1", "Files", "FilesSandbox", "Other"], generation.Client.Servers.Select(server => server.Identifier));
        Assert.Empty(generation.Findings);
        generation.Compile();
    }

    [Fact]
    public void ChosenName_NamesTheOption()
        => Assert.Equal("UploadsAddress", Assert.Single(Generation(Call("a", Server("https://x1.acme.test") with { ChosenName = "Uploads" })).Client.ServerSettings).Identifier);

    [Fact]
    public void AddedServer_RenamesNoOther()
    {
        var first = Call("a", Server("https://files.acme.test/v1"));
        var second = Call("b", Server("https://files.acme.test/v2"));

        var both = Generation(second, first).Client.ServerSettings.Select(setting => setting.Identifier).ToList();

        Assert.Equal("FilesAddress", both[0]);
        Assert.StartsWith("FilesAddress_", both[1], StringComparison.Ordinal);
        Assert.Equal(both, Generation(first, second).Client.ServerSettings.Select(setting => setting.Identifier));
        Assert.Equal(both[0], Generation(first).Operation.ServerSetting);
    }

    [Fact]
    public void ServerOfAllOperations_IsTheCommonOneWhereTheDescriptionNamesNone()
    {
        var description = Api().With(Call("a", Server("https://files.acme.test")), Call("b", Server("https://files.acme.test"))) with { Servers = default };
        var generation = new ClientGeneration(description);

        Assert.Equal("https://files.acme.test", generation.Client.DefaultServer?.Url);
        Assert.Empty(generation.Client.ServerSettings);
    }

    [Fact]
    public void AddressThatCannotBeUsed_IsReportedAndMustBeSet()
    {
        var generation = Generation(Call("a", Server("https://{}.acme.test")), Call("b", Server("http://plain.acme.test")));

        Assert.Equal([Rules.ServerAddressUnusable.Id], generation.RuleIds);
        Assert.Equal(["PlainAddress ", "RootAddress "], generation.Client.ServerSettings.Select(setting => $"{setting.Identifier} {setting.Default?.Url}"));
        generation.Compile();
    }

    [Fact]
    public void AddressThatWaitsForAValue_MustBeSet()
    {
        var generation = Generation(Call("a", Server("https://{tenant}.files.test"), Server("https://sandbox.files.test")));

        var setting = Assert.Single(generation.Client.ServerSettings);
        Assert.Null(setting.Default);
        Assert.Contains(generation.Emit(), file => file.Text.Contains("/// <remarks>Must be set: the description alone gives no https address.</remarks>", StringComparison.Ordinal));
        Assert.Equal(["Server1", "TenantFiles", "TenantFiles2"], generation.Client.Servers.Select(server => server.Identifier));
        Assert.Empty(generation.Findings);
        generation.Compile();
    }

    private static Operation Call(string id, params Server[] servers) => Operation("GET", "/" + id, id, Answer("204")) with { Servers = servers.ToEquatableArray() };

    private static ClientGeneration Generation(params Operation[] operations) => new(Api().With(operations));
}
