using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Specwright.Diagnostics;
using Specwright.Inputs;

namespace Specwright.Tool.Linting;

/// <summary>Findings as SARIF 2.1.0 (OASIS), as code hosts and editors take them.</summary>
/// <param name="root">
/// The folder that addresses of files are relative to: the root of the repository, where hosts look them up. It is not named in the log, which is then the same on every machine.
/// </param>
internal sealed class SarifLog(string root)
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>The base that addresses are relative to; its value is the reader's to know (3.14.14).</summary>
    private const string RootName = "%SRCROOT%";

    private readonly FindingExcerpts _excerpts = new();
    private readonly string _root = SpecPaths.Normalize(Path.GetFullPath(root));

    /// <summary>One run with these findings, and with every rule, so that a reader knows what was looked for.</summary>
    public string Write(IReadOnlyList<LocatedFinding> findings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, findings);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private void WriteRun(Utf8JsonWriter json, IReadOnlyList<LocatedFinding> findings)
    {
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "specwright");
        json.WriteString("semanticVersion", ToolVersion.Current);
        json.WriteString("informationUri", HelpPages.Overview);
        json.WriteStartArray("rules");
        foreach (var rule in Rules.All)
        {
            WriteRule(json, rule);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var finding in findings)
        {
            WriteResult(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        WriteText(json, "shortDescription", rule.Title);
        WriteText(json, "help", $"Cause, example and remedy: {HelpPages.LinkOf(rule)}");
        json.WriteString("helpUri", HelpPages.LinkOf(rule));
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(rule.Severity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteResult(Utf8JsonWriter json, LocatedFinding finding)
    {
        var line = _excerpts.LineOf(finding);
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", Rules.All.TakeWhile(rule => rule.Id != finding.Rule.Id).Count());
        json.WriteString("level", LevelOf(finding.Rule.Severity));
        WriteText(json, "message", finding.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, finding.Path);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", finding.Line + 1);
        json.WriteNumber("startColumn", finding.Column + 1);
        if (finding.Length > 0)
        {
            json.WriteNumber("endColumn", finding.Column + finding.Length + 1);
        }

        if (line is not null && finding.Length > 0 && finding.Column + finding.Length <= line.Length)
        {
            WriteText(json, "snippet", line.Substring(finding.Column, finding.Length));
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("specwrightFinding/v1", FingerprintOf(finding, line));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        var relative = SpecPaths.RelativeTo(_root, path);
        if (relative == path || relative.StartsWith("../", StringComparison.Ordinal))
        {
            // Outside the repository there is nothing to be relative to.
            json.WriteString("uri", new Uri(Path.GetFullPath(path)).AbsoluteUri);
        }
        else
        {
            json.WriteString("uri", string.Join('/', relative.Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", RootName);
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>Stays the same when lines are inserted above, so that a host knows a finding again.</summary>
    private string FingerprintOf(LocatedFinding finding, string? line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', finding.Rule.Id, SpecPaths.RelativeTo(_root, finding.Path), finding.Message, line?.Trim()))))[..32];

    private static string LevelOf(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "note",
    };
}
