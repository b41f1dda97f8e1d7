extern alias generator;

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using generator::Specwright;
using generator::Specwright.Inputs;
using generator::Specwright.Planning;

namespace Specwright.Benchmarks.Driver;

/// <summary>A project with one description, as an editor holds it.</summary>
internal sealed partial class MeasuredProject
{
    /// <summary>Each costs a reading.</summary>
    private const int MostPlaces = 20;

    private readonly Text _description;
    private readonly Text? _overlay;
    private readonly Dictionary<EditKind, Match> _places = [];

    public MeasuredProject(string path)
    {
        _description = new(path, File.ReadAllText(path));
        _overlay = SpecNames.OverlaysBeside(path).Where(File.Exists).Select(overlay => new Text(overlay, File.ReadAllText(overlay))).FirstOrDefault();
    }

    /// <summary>In characters.</summary>
    public int Length => _description.Content.Length;

    public GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(
        [new OpenApiClientGenerator().AsSourceGenerator()],
        _overlay is null ? [_description] : [_description, _overlay],
        new CSharpParseOptions(LanguageVersion.Latest),
        new Options(_description));

    /// <summary>The driver over a description that differs in one schema for each number.</summary>
    public (GeneratorDriver Driver, AdditionalText Description) Edit(GeneratorDriver driver, AdditionalText? before, EditKind kind, int number)
    {
        var edited = new Text(_description.Path, Edited(kind, number));
        return (driver.ReplaceAdditionalText(before ?? _description, edited), edited);
    }

    /// <summary>What is read, as the shell hands it over.</summary>
    /// <param name="number">As for <see cref="Edit"/>; 0: the description as it is.</param>
    public SpecInput Input(int number) => InputOf(number == 0 ? _description.Content : Edited(EditKind.Words, number));

    private SpecInput InputOf(string text)
    {
        var files = new List<DescriptionFile> { new() { Path = SpecPaths.Normalize(_description.Path), Text = text, Spec = new SpecMetadata() } };
        if (_overlay is not null)
        {
            files.Add(new() { Path = SpecPaths.Normalize(_overlay.Path), Text = _overlay.Content });
        }

        return SpecInputs.Of(files, new ProjectSettings("Measured", null))[0];
    }

    /// <summary>A compilation like any other of its number's class.</summary>
    public static CSharpCompilation Compilation(int number) => CSharpCompilation.Create("Measured", [CSharpSyntaxTree.ParseText($"class Edited{number};")]);

    private string Edited(EditKind kind, int number)
    {
        if (!_places.TryGetValue(kind, out var place))
        {
            _places.Add(kind, place = PlaceOf(kind));
        }

        return EditedAt(place, kind, number);
    }

    private string EditedAt(Match place, EditKind kind, int number) => kind switch
    {
        EditKind.Words => _description.Content.Insert(place.Groups[1].Index, $"Edited {number}. "),
        _ when place.Value.Contains('{', StringComparison.Ordinal) => _description.Content.Insert(place.Index + place.Length, $"\"edited{number}\":{{\"type\":\"string\"}},"),
        _ => _description.Content.Insert(place.Groups[1].Index, $"{place.Groups[1].Value}edited{number}: {{type: string}}\n"),
    };

    /// <summary>Where the edit changes the file of a type: what looks like a schema may be an example, or a schema that nothing uses. Found when first asked for, which is after the first run.</summary>
    private Match PlaceOf(EditKind kind) => (kind == EditKind.Property
        ? Chosen(Properties().Matches(_description.Content), kind, file => file is TypeFilePlan)
        : Chosen(WordsBehind(Schemas()), kind, file => file is TypeFilePlan) ?? Chosen(WordsBehind(Description()), kind, _ => true))
        ?? throw new InvalidOperationException($"{_description.Path}: nothing to edit");

    private IEnumerable<Match> WordsBehind(Regex start) => start.Matches(_description.Content).Select(schema => Description().Match(_description.Content, schema.Index)).Where(words => words.Success);

    /// <summary>The first of some from each part of the text whose edit changes such a file.</summary>
    private Match? Chosen(IEnumerable<Match> matches, EditKind kind, Func<FilePlan, bool> counts)
    {
        var before = FilesOf(_description.Content);
        var places = matches.DistinctBy(match => match.Groups[1].Index + match.Index).ToList();
        return Enumerable.Range(0, MostPlaces)
            .Select(number => (int)((long)number * places.Count / MostPlaces))
            .Where(index => index < places.Count)
            .Distinct()
            .Select(index => places[index])
            .FirstOrDefault(place => FilesOf(EditedAt(place, kind, 0)).Except(before).Any(counts));
    }

    private IReadOnlyList<FilePlan> FilesOf(string text) =>
        ClientSteps.FilesOf(ClientSteps.Plan(ClientSteps.Read(InputOf(text), CancellationToken.None), CancellationToken.None), FileDivision.ForCompiler);

    /// <summary>What has schemas in it, and an object schema, which may stand anywhere.</summary>
    [GeneratedRegex("""(?:^|[\s{,])"?(?:schemas|definitions|properties)"?\s*:""")]
    private static partial Regex Schemas();

    /// <summary>Of an object schema, before its first property: in JSON behind the brace, in YAML with the white space of the next line.</summary>
    [GeneratedRegex("""(?<=[\s{,])"properties"\s*:\s*\{(?=\s*")|(?<=\n[ ]*)properties:[ ]*\n([ ]+)(?=[\w'"-]+:)""")]
    private static partial Regex Properties();

    /// <summary>Begins with a letter: neither a block of several lines nor a schema that happens to be called so.</summary>
    [GeneratedRegex("""[\s{,]"?description"?\s*:\s*["']?([A-Za-z])""")]
    private static partial Regex Description();

    private sealed class Text(string path, string content) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(content);

        public override string Path => path;

        public string Content => content;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options(Text description) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.RootNamespace"] = "Measured" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(textFile.Path == description.Path ? new() { ["build_metadata.AdditionalFiles.SpecwrightSpec"] = "true" } : []);
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            var found = values.TryGetValue(key, out var text);
            value = text!;
            return found;
        }
    }
}

/// <summary>What somebody does to one schema.</summary>
internal enum EditKind
{
    /// <summary>A word more in the words about it; where a description says nothing of any schema, about something else.</summary>
    Words,

    /// <summary>A property more.</summary>
    Property,
}
