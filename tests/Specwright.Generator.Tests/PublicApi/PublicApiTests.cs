namespace Specwright.PublicApi;

/// <summary>
/// What users of the libraries compile against stands in <c>PublicAPI.txt</c> beside each project, so that a change of it shows in review.
/// With <c>SPECWRIGHT_RENEW=1</c> set the tests write the files instead of comparing.
/// </summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Specwright.Runtime")]
    [InlineData("Specwright.Testing")]
    [InlineData("Payments.Providers")]
    public void PublicApi_IsTheOneOnRecord(string project)
    {
        var folder = RepositoryFolder.PathOf("src", project);
        var record = Path.Combine(folder, "PublicAPI.txt");
        var actual = PublicApiListing.Of(folder);
        if (Environment.GetEnvironmentVariable("SPECWRIGHT_RENEW") == "1")
        {
            File.WriteAllText(record, actual);
        }

        var expected = File.Exists(record) ? File.ReadAllText(record).ReplaceLineEndings("\n") : "";
        var added = actual.Split('\n').Except(expected.Split('\n'));
        var removed = expected.Split('\n').Except(actual.Split('\n'));
        Assert.True(
            expected == actual,
            $"The public API of {project} differs from src/{project}/PublicAPI.txt. If that is meant, renew it with SPECWRIGHT_RENEW=1, and change README and docs with it.\n"
            + string.Concat(removed.Select(line => $"- {line}\n"))
            + string.Concat(added.Select(line => $"+ {line}\n")));
    }

    [Fact]
    public void Listing_ShowsWhatUsersSeeAndNothingElse()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "A.cs"), """
                namespace N;
                /// <summary>Doc.</summary>
                public sealed class A(int seed) : B { public int Seed => seed; private int _x; internal void Hidden() { } protected async void Seen(string s = "x") { } public int P { get; private set; } = 3; }
                public partial interface I { void M(); }
                internal class Inner { public int X; }
                partial class Half { public void Added() { } }
                public enum E { One = 1, Two }
                """);

            Assert.Equal(
                [
                    "N.A: protected void Seen(string s = \"x\")",
                    "N.A: public int P { get; }",
                    "N.A: public int Seed { get; }",
                    "N.E: One = 1",
                    "N.E: Two",
                    "N.Half: public void Added()",
                    "N.I: void M()",
                    "N: partial class Half",
                    "N: public enum E",
                    "N: public partial interface I",
                    "N: public sealed class A(int seed) : B",
                ],
                PublicApiListing.Of(folder.FullName).TrimEnd('\n').Split('\n').Select(line => line.Replace("One= 1", "One = 1", StringComparison.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
