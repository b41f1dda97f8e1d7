using Specwright.Diagnostics;
using Specwright.Model;

namespace Specwright.Reading;

/// <summary>Small descriptions and what reading makes of them.</summary>
internal static class Reader
{
    public const string Path = "specs/api.yaml";

    public static ReadResult Read(string text, string? overlay = null, params (string Path, string Text)[] others) => DescriptionReader.Read(
        new DescriptionSource
        {
            Description = new SourceFile(Path, text),
            Overlays = overlay is null ? default : EquatableArray.Of(new SourceFile("specs/api.overlay.yaml", overlay)),
            Others = others.Select(other => new SourceFile(other.Path, other.Text)).ToEquatableArray(),
        },
        CancellationToken.None);

    /// <summary>The result of a text that has nothing wrong with it.</summary>
    public static ApiDescription ReadClean(string text, string? overlay = null, params (string Path, string Text)[] others)
    {
        var result = Read(text, overlay, others);
        Assert.Empty(result.Findings.Select(Sentence));
        return result.Description!;
    }

    /// <summary>A 3.1 description whose <c>components/schemas</c> are the lines given, indented by nothing.</summary>
    public static string WithSchemas(string schemas, string version = "3.1.0") =>
        $"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{Indent(schemas, 4)}\n";

    public static string WithPaths(string paths, string version = "3.1.0", string rest = "") =>
        $"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths:\n{Indent(paths, 2)}\n{rest}";

    /// <summary>The schema named A.</summary>
    public static Schema ReadSchema(string schemas, string version = "3.1.0") => Named(ReadClean(WithSchemas(schemas, version)), "A");

    public static Schema Named(ApiDescription description, string wireName) => description.Schemas.Single(named => named.WireName == wireName).Schema;

    public static string Sentence(Finding finding) =>
        finding.Pointer + ": " + string.Format(System.Globalization.CultureInfo.InvariantCulture, Rules.Get(finding.RuleId).MessageFormat, [.. finding.Arguments]);

    public static Finding Single(ReadResult result, Rule rule) => Assert.Single(result.Findings, finding => finding.RuleId == rule.Id);

    private static string Indent(string text, int width) => string.Join("\n", text.Split('\n').Select(line => new string(' ', width) + line));
}
