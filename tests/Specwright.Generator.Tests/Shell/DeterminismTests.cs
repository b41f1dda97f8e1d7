using System.Globalization;

namespace Specwright.Shell;

/// <summary>Equal input, equal output, byte for byte.</summary>
public sealed class DeterminismTests
{
    private static readonly SpecProject Project = SmallSpec.Project()
        .WithSpec("specs/indigo.openapi.yaml", SmallSpec.Text(title: "Indigo", extraSchema: SmallSpec.ExtraSchema("Note")), @namespace: "Shop.Iris");

    [Fact]
    public void SecondRun_GivesTheSameBytes() => Assert.Equal(Project.Generate(), Project.Generate());

    [Fact]
    public void Order_OfFilesDoesNotMatter() => Assert.Equal(Project.Run().GetRunResult().Results[0].GeneratedSources.Select(source => source.HintName),
        Project.Reversed().Run().GetRunResult().Results[0].GeneratedSources.Select(source => source.HintName));

    [Fact]
    public void Order_OfFilesChangesNoText() => Assert.Equal(Project.Generate(), Project.Reversed().Generate());

    [Fact]
    public void CarriageReturnsInTheDescription_ChangeNothing()
    {
        var unix = SmallSpec.Text(orderDescription: "|\n        Two\n        lines.").ReplaceLineEndings("\n");
        var windows = unix.ReplaceLineEndings("\r\n");

        Assert.Equal(SmallSpec.Project(unix).Generate(), SmallSpec.Project(windows).Generate());
    }

    [Fact]
    public void Output_HasNoCarriageReturns() => Assert.All(
        SmallSpec.Project(SmallSpec.Text().ReplaceLineEndings("\r\n")).Generate().Values,
        text => Assert.DoesNotContain('\r', text));

    [Fact]
    public void Output_NamesNoFolderOfTheMachine() => Assert.All(
        Project.Generate().Values,
        text => Assert.DoesNotContain(SpecProject.Directory.Trim('/'), text, StringComparison.Ordinal));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    public void Culture_ChangesNothing(string name)
    {
        var expected = Project.Generate();
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureOf(name);

            // Another title: a reading remembered from the first run would prove nothing.
            var again = SmallSpec.Project(SmallSpec.Text(space: $"# {name}"))
                .WithSpec("specs/indigo.openapi.yaml", SmallSpec.Text(title: "Indigo", extraSchema: SmallSpec.ExtraSchema("Note"), space: $"# {name}"), @namespace: "Shop.Iris")
                .Generate();
            Assert.Equal(expected, again);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    /// <summary>On a machine without culture data: one made by hand with the same traps.</summary>
    private static CultureInfo CultureOf(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "\u2212";
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.DateTimeFormat.DateSeparator = ".";
            return culture;
        }
    }
}
