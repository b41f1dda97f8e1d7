using Specwright.Tool.New;

namespace Specwright.Tool;

public sealed class MsBuildTextTests
{
    [Fact]
    public void Item_StandsBehindTheLastOfItsKind()
    {
        const string Before = "<Project>\n  <ItemGroup>\n    <A Include=\"1\" />\n  </ItemGroup>\n  <ItemGroup>\n    <B Include=\"1\" />\n  </ItemGroup>\n  <Import Project=\"end\" />\n</Project>\n";

        Assert.Equal(Before.Replace("    <A Include=\"1\" />\n", "    <A Include=\"1\" />\n    <A Include=\"2\" />\n", StringComparison.Ordinal), MsBuildText.AddItem(Before, "<A Include=\"2\" />"));
    }

    [Fact]
    public void FirstItem_StandsBehindTheProperties_BeforeWhatIsImportedAtTheEnd()
    {
        const string Before = "<Project>\n\n  <PropertyGroup>\n    <P>1</P>\n  </PropertyGroup>\n\n  <Import Project=\"end\" />\n\n</Project>\n";

        Assert.Equal(
            "<Project>\n\n  <PropertyGroup>\n    <P>1</P>\n  </PropertyGroup>\n\n  <ItemGroup>\n    <A Include=\"2\" />\n  </ItemGroup>\n\n  <Import Project=\"end\" />\n\n</Project>\n",
            MsBuildText.AddItem(Before, "<A Include=\"2\" />"));
    }

    [Fact]
    public void GroupUnderACondition_GetsNothing()
    {
        const string Before = "<Project>\n  <PropertyGroup />\n  <ItemGroup Condition=\"'$(X)' == ''\">\n    <A Include=\"1\" />\n  </ItemGroup>\n</Project>\n";

        Assert.Contains("\n  <ItemGroup>\n    <A Include=\"2\" />\n  </ItemGroup>\n", MsBuildText.AddItem(Before, "<A Include=\"2\" />"), StringComparison.Ordinal);
    }

    [Fact]
    public void LinesOfWindows_StaySo()
    {
        const string Before = "<Project>\r\n  <ItemGroup>\r\n    <A Include=\"1\" />\r\n  </ItemGroup>\r\n</Project>\r\n";

        Assert.Equal("<Project>\r\n  <ItemGroup>\r\n    <A Include=\"1\" />\r\n    <A Include=\"2\" />\r\n  </ItemGroup>\r\n</Project>\r\n", MsBuildText.AddItem(Before, "<A Include=\"2\" />"));
    }

    [Fact]
    public void Property_StandsAtTheEndOfTheFirstProperties()
    {
        Assert.Equal(
            "<Project>\n  <PropertyGroup>\n    <P>1</P>\n    <Q>2</Q>\n  </PropertyGroup>\n</Project>\n",
            MsBuildText.AddProperty("<Project>\n  <PropertyGroup>\n    <P>1</P>\n  </PropertyGroup>\n</Project>\n", "<Q>2</Q>"));
    }

    [Fact]
    public void FileOnOneLine_StaysOnOneLine()
    {
        Assert.Equal("<Project><ItemGroup><A Include=\"1\" /><A Include=\"2\" /></ItemGroup></Project>", MsBuildText.AddItem("<Project><ItemGroup><A Include=\"1\" /></ItemGroup></Project>", "<A Include=\"2\" />"));
        Assert.Equal("<Project Sdk=\"a>b\"><ItemGroup><A Include=\"2\" /></ItemGroup><X /></Project>", MsBuildText.AddItem("<Project Sdk=\"a>b\"><X /></Project>", "<A Include=\"2\" />"));
        Assert.Equal("<Project><PropertyGroup><P>1</P><Q>2</Q></PropertyGroup></Project>", MsBuildText.AddProperty("<Project><PropertyGroup><P>1</P></PropertyGroup></Project>", "<Q>2</Q>"));
    }

    [Fact]
    public void FileThatIsNoXml_IsNamed() => Assert.Throws<ToolException>(() => MsBuildText.AddItem("<Project>", "<A Include=\"2\" />"));
}
