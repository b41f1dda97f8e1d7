using Microsoft.CodeAnalysis;

namespace Specwright.Shell;

/// <summary>What is said of options that are wrong or name nothing.</summary>
public sealed class OptionDiagnosticTests
{
    [Theory]
    [InlineData("Types", "structs", "write 'records' or 'classes'; taken instead: records")]
    [InlineData("Interfaces", "no", "write 'true' or 'false'; taken instead: true")]
    [InlineData("Enums", "flags", "write 'open', 'closed' or 'string'; taken instead: open")]
    [InlineData("NumberType", "float", "write 'decimal' or 'double'; taken instead: decimal")]
    [InlineData("DateTypes", "Instant", "write 'DateTimeOffset', 'DateTime' or 'string'; taken instead: DateTimeOffset")]
    [InlineData("OptionalProperties", "option", "write 'nullable' or 'optional'; taken instead: nullable")]
    [InlineData("Names", "getOrder", "write a JSON pointer or the id of an operation, '=' and the name; taken instead: the name that it has without")]
    public async Task WrongValue_IsAnErrorOnTheDescription(string option, string value, string words)
    {
        var project = Project(option, value);

        var diagnostic = Assert.Single(await project.DiagnosticsAsync());
        Assert.Equal(("SPEC0002", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal($"The option {option} has the value '{value}': {words}", diagnostic.GetMessage(null));
        Assert.Equal((SpecProject.Directory + SmallSpec.Path, 0), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Equal(SmallSpec.Project(SmallSpec.Text()).Generate()["Acme.Order.g.cs"], project.Generate()["Acme.Order.g.cs"]);
    }

    [Theory]
    [InlineData("IncludeTags", "orders")]
    [InlineData("ExcludeTags", "orders*")]
    [InlineData("IncludePaths", "/order")]
    [InlineData("IncludePaths", "/orders/*/**x")]
    [InlineData("ExcludePaths", "/ORDERS/**")]
    [InlineData("IncludeOperations", "getOrders")]
    [InlineData("ExcludeOperations", "POST /orders/{orderId}")]
    [InlineData("Names", "getOrders=Fetch", "getOrders")]
    [InlineData("Names", "/components/schemas/Ordr=Fetch", "/components/schemas/Ordr")]
    [InlineData("Names", "/components/schemas/Order/required/0=Fetch", "/components/schemas/Order/required/0")]
    public async Task NameOfNothing_IsAWarningOnTheDescription(string option, string value, string? name = null)
    {
        var diagnostic = Assert.Single(await Project(option, value).DiagnosticsAsync());

        Assert.Equal(("SPEC0003", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal($"The option {option} names '{name ?? value}', which nothing in the description matches", diagnostic.GetMessage(null));
        Assert.Equal((SpecProject.Directory + SmallSpec.Path, 0), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Theory]
    [InlineData("IncludePaths", "/orders/**", true)]
    [InlineData("IncludePaths", "/*/{orderId}", true)]
    [InlineData("IncludePaths", "/orders/{orderId}/**", true)]
    [InlineData("IncludePaths", "/orders/{orderId}|/nothing", true)]
    [InlineData("ExcludePaths", "/**", false)]
    [InlineData("ExcludeOperations", "get*", false)]
    [InlineData("ExcludeOperations", "GET /orders/*", false)]
    [InlineData("IncludeOperations", "getOrder", true)]
    public void Filter_ChoosesOperations(string option, string value, bool isThere)
    {
        var files = Project(option, value).Generate();

        Assert.Equal(isThere, files["Acme.IClient.g.cs"].Contains("GetOrderAsync", StringComparison.Ordinal));

        // Whoever filters gets what the operations need, and no more.
        Assert.Equal((isThere, isThere), (files.ContainsKey("Acme.Order.g.cs"), files.ContainsKey("Acme.Item.g.cs")));
    }

    private static SpecProject Project(string option, string value) =>
        SpecProject.Empty.WithItem(SmallSpec.Path, SmallSpec.Text(), new Dictionary<string, string> { ["Spec"] = "true", [option] = value });
}
