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
    private int? _editAt;

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

    /// <summary>The driver over a description in which the words about one schema (where it says nothing of any: about something else) are others for each number.</summary>
    public (GeneratorDriver Driver, AdditionalText Description) Edit(GeneratorDriver driver, AdditionalText? before, int number)
    {
        var edited = new Text(_description.Path, Edited(number));
        return (driver.ReplaceAdditionalText(before ?? _description, edited), edited);
    }

    /// <summary>What is read, as the shell hands it over.</summary>
    /// <param name="number">As for <see cref="Edit"/>; 0: the description as it is.</param>
    public SpecInput Input(int number) => InputOf(number == 0 ? _description.Content : Edited(number));

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

    private string Edited(int number) => EditedAt(_editAt ??= PlaceOfEdit(), number);

    private string EditedAt(int place, int number) => _description.Content.Insert(place, $"Edited {number}. ");

    /// <summary>Where words change the file of a type: what looks like a schema may be an example, or a schema that nothing uses. Found when first asked for, which is after the first run.</summary>
    private int PlaceOfEdit() =>
        PlaceBehind(Schemas(), file => file is TypeFilePlan)
        ?? PlaceBehind(Description(), _ => true)
        ?? throw new InvalidOperationException($"{_description.Path}: no description to edit");

    /// <summary>The first words behind one of the matches whose edit changes such a file.</summary>
    private int? PlaceBehind(Regex start, Func<FilePlan, bool> counts)
    {
        var before = FilesOf(_description.Content);
        var places = start.Matches(_description.Content)
            .Select(schema => Description().Match(_description.Content, schema.Index))
            .Where(description => description.Success)
            .Select(description => description.Groups[1].Index)
            .Distinct()
            .ToList();

        // Some from each part of the text, the first one first.
        return Enumerable.Range(0, MostPlaces)
            .Select(number => (int)((long)number * places.Count / MostPlaces))
            .Where(index => index < places.Count)
            .Distinct()
            .Select(index => (int?)places[index])
            .FirstOrDefault(place => FilesOf(EditedAt(place!.Value, 1)).Except(before).Any(counts));
    }

    private IReadOnlyList<FilePlan> FilesOf(string text) =>
        ClientSteps.FilesOf(ClientSteps.Plan(ClientSteps.Read(InputOf(text), CancellationToken.None), CancellationToken.None), FileDivision.ForCompiler);

    /// <summary>What has schemas in it, and an object schema, which may stand anywhere.</summary>
    [GeneratedRegex("""(?:^|[\s{,])"?(?:schemas|definitions|properties)"?\s*:""")]
    private static partial Regex Schemas();

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
