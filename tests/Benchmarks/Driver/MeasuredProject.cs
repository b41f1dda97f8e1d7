extern alias generator;

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using generator::Specwright;
using generator::Specwright.Inputs;

namespace Specwright.Benchmarks.Driver;

/// <summary>A project with one description, as an editor holds it.</summary>
internal sealed partial class MeasuredProject
{
    private readonly Text _description;
    private readonly Text? _overlay;
    private readonly int _editAt;

    public MeasuredProject(string path)
    {
        _description = new(path, File.ReadAllText(path));
        _overlay = SpecNames.OverlaysBeside(path).Where(File.Exists).Select(overlay => new Text(overlay, File.ReadAllText(overlay))).FirstOrDefault();
        var schemas = Schemas().Match(_description.Content);
        var description = Description().Match(_description.Content, schemas.Success ? schemas.Index : 0) is { Success: true } found ? found : Description().Match(_description.Content);
        _editAt = description.Success ? description.Groups[1].Index : throw new InvalidOperationException($"{path}: no description of a schema to edit");
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
    public SpecInput Input(int number)
    {
        var files = new List<DescriptionFile> { new() { Path = SpecPaths.Normalize(_description.Path), Text = number == 0 ? _description.Content : Edited(number), Spec = new SpecMetadata() } };
        if (_overlay is not null)
        {
            files.Add(new() { Path = SpecPaths.Normalize(_overlay.Path), Text = _overlay.Content });
        }

        return SpecInputs.Of(files, new ProjectSettings("Measured", null))[0];
    }

    /// <summary>A compilation like any other of its number's class.</summary>
    public static CSharpCompilation Compilation(int number) => CSharpCompilation.Create("Measured", [CSharpSyntaxTree.ParseText($"class Edited{number};")]);

    private string Edited(int number) => _description.Content.Insert(_editAt, $"Edited {number}. ");

    [GeneratedRegex("""(?:^|[\s{,])"?(?:schemas|definitions)"?\s*:""")]
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
