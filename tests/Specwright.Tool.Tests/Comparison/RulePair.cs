using Specwright.Emission;
using Specwright.Inputs;
using Specwright.Planning;
using Specwright.Tool.Comparison.Reports;

namespace Specwright.Tool.Comparison;

/// <summary>
/// Two descriptions in one file, as a diff has them: lines of the old one begin with <c>-</c>, those of the new one with <c>+</c>, those of both with a blank. What is expected
/// stands under a line of <c>=</c>. A line <c>#! ClientName=Acme</c> sets an option; what every description begins with is put before.
/// </summary>
internal sealed class RulePair
{
    private const string Separator = "=====";
    private const string OptionMark = "#! ";

    private RulePair(string path, IReadOnlyList<string> lines, string expected) => (Path, Lines, Expected) = (path, lines, expected);

    public string Path { get; }

    public string Expected { get; }

    public IReadOnlyList<string> Lines { get; }

    public static string Folder => RepositoryFolder.PathOf("tests", "Specwright.Tool.Tests", "Comparison", "Pairs");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.txt").Select(System.IO.Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal);

    public static RulePair Read(string name)
    {
        var path = System.IO.Path.Combine(Folder, name + ".txt");
        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, Separator);
        return end < 0 ? new(path, lines, "") : new(path, lines[..end], string.Join('\n', lines[(end + 1)..]));
    }

    public SpecInput Old => InputOf('-');

    public SpecInput New => InputOf('+');

    public static ComparedClient ClientOf(SpecInput input) => new(input, path => path, CancellationToken.None);

    public static SpecInput InputOf(string text, SpecMetadata? metadata = null) => Assert.Single(SpecInputs.Of(
        [new DescriptionFile { Path = "/acme.openapi.yaml", Text = text, Spec = metadata ?? new SpecMetadata() }],
        new ProjectSettings(null, null)));

    public static IReadOnlyList<GeneratedFile> FilesOf(SpecInput input) => ClientSteps.Run([input], FileDivision.ForCompiler, CancellationToken.None);

    /// <summary>One line for each change, the gravest first.</summary>
    public static string TextOf(IEnumerable<Change> changes) => string.Concat(changes.Select(change =>
        $"{Words.Of(change.Severity)} | {change.Rule.Id} | {string.Join(", ", Words.Of(change.Impact).DefaultIfEmpty("nothing"))} | {change.Member} | {LinesOf(change)} | {PlaceText.OneLine(change.Sentence)}\n"));

    public void Renew(string expected) => File.WriteAllText(Path, string.Join('\n', Lines) + (Lines[^1].Length == 0 ? "" : "\n") + Separator + "\n" + expected);

    private static string LinesOf(Change change) => $"{PointerOf(change.Old)} → {PointerOf(change.New)}";

    private static string PointerOf(Place? place) => place is null ? "none" : $"{place.Line}";

    private SpecInput InputOf(char side)
    {
        var own = Lines.Where(line => line.Length > 0 && (line[0] == side || line[0] == ' ')).Select(line => line[1..]).ToList();
        var options = own.Where(line => line.StartsWith(OptionMark, StringComparison.Ordinal)).Select(line => line[OptionMark.Length..].Split('=')).ToDictionary(option => option[0], option => option[1]);
        var text = string.Join('\n', own.Where(line => !line.StartsWith(OptionMark, StringComparison.Ordinal)));
        var start = "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\n" + (text.StartsWith("servers:", StringComparison.Ordinal) ? "" : "servers: [{ url: 'https://api.acme.example' }]\n");
        return InputOf(start + text + "\n", SpecMetadata.Of(options.GetValueOrDefault));
    }
}
