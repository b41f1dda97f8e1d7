using Specwright.Diagnostics;
using Specwright.Model;

namespace Specwright.Reading;

/// <summary>The descriptions this repository ships, as the build reads them.</summary>
public class SpecFilesTests
{
    [Theory]
    [InlineData("account-api")]
    [InlineData("cashfree-payouts")]
    [InlineData("juspay-hyper-sdk")]
    [InlineData("juspay-payouts")]
    [InlineData("signed-gateway")]
    public void ShippedDescription_IsReadWithoutAWarningAndTwiceTheSame(string name)
    {
        var result = Read(name);

        Assert.Empty(result.Findings.Where(finding => Rules.Get(finding.RuleId).Severity > RuleSeverity.Info).Select(Reader.Sentence));
        Assert.NotEmpty(result.Description!.Operations);
        Assert.Equal(result.Description, Read(name).Description);
    }

    [Fact]
    public void CashfreeOverlay_LeavesTheDescriptionAsItsOwnerMeansIt()
    {
        var description = Read("cashfree-payouts").Description!;

        var balance = description.Operations.Single(operation => operation.OperationId == "getBalance");
        Assert.Empty(balance.Parameters);
        Assert.Equal("bearerAuth", Assert.Single(Assert.Single(balance.Security).Schemes).WireName);
        Assert.Contains(description.Schemas, named => named.Schema.ChosenName == "BalanceEnvelope");
    }

    private static ReadResult Read(string name)
    {
        var overlay = RepositoryFolder.PathOf("specs", name + ".overlay.yaml");
        return DescriptionReader.Read(
            new DescriptionSource
            {
                Description = File(RepositoryFolder.PathOf("specs", name + ".openapi.yaml")),
                Overlays = System.IO.File.Exists(overlay) ? EquatableArray.Of(File(overlay)) : default,
            },
            CancellationToken.None);
    }

    private static SourceFile File(string path) => new(path, System.IO.File.ReadAllText(path));
}
