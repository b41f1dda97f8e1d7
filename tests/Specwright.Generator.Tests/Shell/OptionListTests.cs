using System.Xml.Linq;
using Specwright.Inputs;

namespace Specwright.Shell;

/// <summary>Every option is known wherever it has to be.</summary>
public sealed class OptionListTests
{
    private static readonly XDocument Props = XDocument.Load(RepositoryFolder.PathOf("build", "Specwright.Generator.props"));

    private static readonly XDocument Targets = XDocument.Load(RepositoryFolder.PathOf("build", "Specwright.Generator.targets"));

    [Fact]
    public void TheCompiler_SeesThemAll() => Assert.Equal(
        OptionNames.All.Select(option => "Specwright" + option).Prepend("SpecwrightSpec").Order(StringComparer.Ordinal),
        Props.Descendants("CompilerVisibleItemMetadata").Select(item => item.Attribute("MetadataName")!.Value).Order(StringComparer.Ordinal));

    [Fact]
    public void AnItem_HasThemAll_WithThePropertyOfTheProjectAsDefault()
    {
        var defaults = Props.Descendants("ItemDefinitionGroup").Elements("OpenApiSpec").Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);

        Assert.Equal(OptionNames.All.Order(StringComparer.Ordinal), defaults.Keys.Order(StringComparer.Ordinal));
        Assert.All(defaults, pair => Assert.Equal(IsOfOneItem(pair.Key) ? "" : $"$(Specwright{pair.Key})", pair.Value));
    }

    [Fact]
    public void AnItem_HandsThemAllOver()
    {
        var file = Targets.Descendants("AdditionalFiles").Single(item => item.Attribute("SpecwrightSpec") is not null);

        Assert.All(OptionNames.All, option => Assert.Contains($"%({option})", file.Attribute("Specwright" + option)?.Value ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public void TheTableOfOptions_NamesThemAll()
    {
        var page = File.ReadAllText(RepositoryFolder.PathOf("docs", "openapispec.md"));

        Assert.All(OptionNames.All, option => Assert.Contains($"\n| `{option}` |", page, StringComparison.Ordinal));
    }

    private static bool IsOfOneItem(string option) => option is OptionNames.Namespace or OptionNames.ClientName or OptionNames.Names or OptionNames.Overlay;
}
