using System.Text.RegularExpressions;

namespace Specwright.Architecture;

/// <summary>Holds the direction of dependencies between the rooms of the generator: Reading → Model ← Planning ← Emission, shell on top.</summary>
public sealed partial class RoomDependencyTests
{
    private static readonly string[] Rooms = ["Reading", "Model", "Planning", "Emission"];

    [Theory]
    [InlineData("Model")]
    [InlineData("Reading", "Model", "Diagnostics")]
    [InlineData("Planning", "Model", "Diagnostics")]
    [InlineData("Emission", "Model", "Planning")]
    public void Room_UsesOnlyTheRoomsBelowIt(string room, params string[] allowed)
    {
        var offences = SourceFiles(room)
            .SelectMany(file => RoomMention().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Room: match.Groups[1].Value)))
            .Where(mention => mention.Room != room && !allowed.Contains(mention.Room))
            .Select(mention => $"{mention.File} uses {mention.Room}")
            .Distinct()
            .ToArray();

        Assert.Empty(offences);
    }

    [Fact]
    public void Rooms_DoNotKnowTheCompiler()
    {
        var offences = Rooms.SelectMany(SourceFiles).Where(file => File.ReadAllText(file).Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal)).ToArray();

        Assert.Empty(offences);
    }

    [Fact]
    public void OnlyReading_KnowsTheReadingLibraries()
    {
        var offences = Rooms.Where(room => room != "Reading")
            .SelectMany(SourceFiles)
            .Where(file => LibraryMention().IsMatch(File.ReadAllText(file)))
            .ToArray();

        Assert.Empty(offences);
    }

    private static string[] SourceFiles(string room)
    {
        var files = Directory.GetFiles(RepositoryFolder.PathOf("generator", "Specwright.Generator", room), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        return files;
    }

    [GeneratedRegex(@"(?:using |namespace |global::)Specwright\.(Reading|Model|Planning|Emission|Diagnostics)\b")]
    private static partial Regex RoomMention();

    [GeneratedRegex(@"using (Microsoft\.OpenApi|YamlDotNet)")]
    private static partial Regex LibraryMention();
}
