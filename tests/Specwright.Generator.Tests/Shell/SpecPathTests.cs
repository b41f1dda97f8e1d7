using Specwright.Inputs;

namespace Specwright.Shell;

public sealed class SpecPathTests
{
    [Theory]
    [InlineData("/a/b/../c/./d.yaml", "/a/c/d.yaml")]
    [InlineData(@"C:\a\..\b\c.yaml", "C:/b/c.yaml")]
    [InlineData("../../x/./y", "../../x/y")]
    [InlineData("/../a", "/a")]
    [InlineData("a/../../b", "../b")]
    public void Normalize_SettlesDotsAndSlashes(string path, string expected) => Assert.Equal(expected, SpecPaths.Normalize(path));

    [Theory]
    [InlineData("/a/specs", "/a/specs/acme.yaml", "acme.yaml")]
    [InlineData("/a/specs", "/a/common/money.yaml", "../common/money.yaml")]
    [InlineData("/a/specs", "/b.yaml", "../../b.yaml")]
    [InlineData("C:/a", "D:/b/c.yaml", "D:/b/c.yaml")]
    [InlineData("C:/a", "C:/b/c.yaml", "../b/c.yaml")]
    [InlineData("specs", "specs/acme.yaml", "acme.yaml")]
    [InlineData("", "acme.yaml", "acme.yaml")]
    [InlineData("/a", "b/c.yaml", "b/c.yaml")]
    public void RelativeTo_LeadsFromFolderToFile(string folder, string path, string expected)
    {
        var relative = SpecPaths.RelativeTo(folder, path);

        Assert.Equal(expected, relative);
        if (folder.StartsWith('/') == path.StartsWith('/'))
        {
            Assert.Equal(path, SpecPaths.Combine(folder, relative));
        }
    }

    [Theory]
    [InlineData("cashfree-payouts.openapi.yaml", "CashfreePayouts")]
    [InlineData("specs/acme.json", "Acme")]
    [InlineData("Acme_API.swagger.yml", "AcmeAPI")]
    [InlineData("3ds.yaml", "Api3ds")]
    [InlineData("платежи.yaml", "Api")]
    [InlineData("straße-kasse.yaml", "StraEKasse")]
    public void ClientName_ComesFromTheFile(string path, string expected) => Assert.Equal(expected, SpecNames.ClientNameOf(path));
}
