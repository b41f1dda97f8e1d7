using System.Diagnostics;
using System.Text;

namespace Specwright.Tool;

/// <summary>
/// A description is untrusted: whatever it holds, reading and planning it takes less than 10 seconds of processor time and 1 GB, and ends in words. Each runs in a process
/// of its own, which the runtime (heap) and the shell (processor time) hold to that: one that breaks a limit is ended from outside and gives no diagnostic.
/// </summary>
public sealed class ExhaustionTests
{
    private const string Limit = "SPEC0107";
    private const string Head = """{"openapi":"3.1.0","info":{"title":"T","version":"1"},""";
    private const string YamlHead = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n";
    private const string OverlayHead = "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n";

    /// <summary>Bytes, as the runtime reads it: hexadecimal.</summary>
    private const string OneGigabyte = "40000000";

    private static readonly Dictionary<string, Func<(string Text, string? Overlay)>> Descriptions = new(StringComparer.Ordinal)
    {
        ["aliases that multiply"] = () => (YamlHead + "x0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + Lines(12, level => $"x{level + 1}: &x{level + 1} [{Repeat($"*x{level}", 10)}]"), null),
        ["merge keys that multiply"] = () => (YamlHead + $"x: &x {{{Many(40_000, number => $"k{number}: 1")}}}\n" + Lines(200, number => $"x{number}: {{<<: [{Repeat("*x", 200)}]}}"), null),
        ["merge keys of merge keys"] = () => (YamlHead + $"x0: &x0 {{{Many(100, number => $"k{number}: 1")}}}\n" + Lines(2_000, number => $"x{number + 1}: &x{number + 1}\n  <<: [*x{number}, *x{Math.Max(0, number - 1)}]\n  m{number}: {{<<: *x{number}}}"), null),
        ["deep nesting"] = () => (string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000), null),
        ["a string of 100 MB"] = () => ("x: \"" + new string('a', 100_000_000) + "\"", null),
        ["a description of 20 MB of markup"] = () => (Schemas(Schema(0, Member("type", Text("object")), Member("description", Text(string.Concat(Enumerable.Repeat("*[`_<", 4_000_000)))), Member("properties", Object(Member("a", "{}"))))), null),
        ["a million properties"] = () => (Schemas(Schema(0, Member("type", Text("object")), Member("properties", Object(Many(1_000_000, number => Member($"p{number}", "{}")))))), null),
        ["a million paths"] = () => (Head + Member("paths", Object(Many(1_000_000, number => Member($"/p{number}", "{}")))) + "}", null),
        ["a million schemas"] = () => (Schemas(Many(1_000_000, number => Member($"A{number}", "{}"))), null),
        ["a million enumeration values"] = () => (Schemas(Schema(0, Member("type", Text("string")), Member("enum", List(Many(1_000_000, number => Text($"v{number}")))))), null),
        ["45,000 parameters"] = () => (Head + Member("paths", Object(Member("/x", Object(Member("get", Object(Member("parameters", List(Many(45_000, number => Object(Member("name", Text($"p{number}")), Member("in", Text("query")))))))))))) + "}", null),
        ["allOf of 45,000 parts"] = () => (Schemas(Schema(0, Member("allOf", List(Many(45_000, number => Having($"p{number}")))))), null),
        ["oneOf of 45,000 branches"] = () => (Schemas(Schema(0, Member("oneOf", List(Many(45_000, number => Having($"p{number}")))))), null),
        ["allOf that doubles 60 times"] = () => (Schemas(Many(60, level => Schema(level, Member("allOf", List(Ref(level + 1), Ref(level + 1), Having($"p{level}"))))), Member("A60", Having("p"))), null),
        ["oneOf that doubles 60 times"] = () => (Schemas(Many(60, level => Schema(level, Member("oneOf", List(Ref(level + 1), Ref(level + 1), Having($"q{level}"))))), Member("A60", Having("p"))), null),
        ["a product of 40 times 40 choices"] = () => (Schemas(Schema(0, Member("allOf", List(Many(40, part => Object(Member("oneOf", List(Many(40, branch => Having($"p{part}_{branch}")))))))))), null),
        ["products of products"] = () => (Schemas(Many(40, level => Schema(level, Member("allOf", List(Choice(level, "x"), Choice(level, "y"))))), Member("A40", Having("z"))), null),
        ["a chain of 1,500 allOf"] = () => (Schemas(Many(1_500, link => Schema(link, Member("allOf", List(Ref(link + 1), Having($"p{link}"))))), Member("A1500", "{}")), null),
        ["a chain of 45,000 references"] = () => (Schemas(Many(45_000, link => Member($"A{link}", Ref(link + 1))), Member("A45000", "{}")), null),
        ["an overlay with a slow expression"] = () => (YamlHead.Replace("{title: T,", $"{{title: {new string('a', 40)}!,", StringComparison.Ordinal), OverlayHead + "- {target: \"$..[?match(@, '(a+)+$')]\", update: x}\n- {target: \"$..[?search(@.title, '(a|aa)+(a|aa)+(a|aa)+$')]\", remove: true}\n"),
        ["an overlay that searches all for each"] = () => (YamlHead + $"x: [{Many(20_000, number => $"{{a: {number}}}")}]\n", OverlayHead + "- {target: '$..[?count($..[?count($..*) > 1]) > 1]', update: {x: 1}}\n"),
        ["an overlay that compares all with all"] = () => (YamlHead + $"x: [{Many(20_000, number => $"{{a: {number}}}")}]\ny: [{Many(20_000, number => $"{{a: {number}}}")}]\n", OverlayHead + "- {target: '$..[?$.x == $.y]', update: {x: 1}}\n"),
    };

    [Theory]
    [InlineData("aliases that multiply", Limit)]
    [InlineData("merge keys that multiply", Limit)]
    [InlineData("merge keys of merge keys", Limit)]
    [InlineData("deep nesting", Limit)]
    [InlineData("a string of 100 MB", Limit)]
    [InlineData("a description of 20 MB of markup", "nothing to report")]
    [InlineData("a million properties", Limit)]
    [InlineData("a million paths", Limit)]
    [InlineData("a million schemas", Limit)]
    [InlineData("a million enumeration values", "SPEC0103")]
    [InlineData("45,000 parameters", Limit)]
    [InlineData("allOf of 45,000 parts", "SPEC0201")]
    [InlineData("oneOf of 45,000 branches", "SPEC0201")]
    [InlineData("allOf that doubles 60 times", "nothing to report")]
    [InlineData("oneOf that doubles 60 times", "nothing to report")]
    [InlineData("a product of 40 times 40 choices", "nothing to report")]
    [InlineData("products of products", "nothing to report")]
    [InlineData("a chain of 1,500 allOf", "SPEC0201")]
    [InlineData("a chain of 45,000 references", "64 links")]
    [InlineData("an overlay with a slow expression", "SPEC0106")]
    [InlineData("an overlay that searches all for each", Limit)]
    [InlineData("an overlay that compares all with all", Limit)]
    public async Task HostileDescription_EndsInWordsWithinTheLimits(string name, string expected)
    {
        var (exitCode, output) = await LintAsync(name, OneGigabyte);

        Assert.True(exitCode is 0 or 1, $"ended with {exitCode}: {Shortened(output)}");
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProcessThatNeedsMoreThanItsHeap_IsEnded()
    {
        var (exitCode, output) = await LintAsync("a million enumeration values", heap: "2000000");

        Assert.False(exitCode is 0 or 1, Shortened(output));
    }

    private static async Task<(int ExitCode, string Output)> LintAsync(string name, string heap)
    {
        var folder = Directory.CreateTempSubdirectory("specwright-");
        try
        {
            var (text, overlay) = Descriptions[name]();
            var description = Path.Combine(folder.FullName, "hostile.openapi.yaml");
            await File.WriteAllTextAsync(description, text);
            if (overlay is not null)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, "hostile.overlay.yaml"), overlay);
            }

            return await RunAsync(description, heap);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string description, string heap)
    {
        var tool = typeof(Commands.SpecwrightCommand).Assembly.Location;
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(dotnet, [tool, "lint", description])
            : new ProcessStartInfo("/bin/sh", ["-c", "ulimit -t 10 && exec \"$@\"", "sh", dotnet, tool, "lint", description]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["DOTNET_GCHeapHardLimit"] = heap;
        start.Environment["DOTNET_gcServer"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>A description with these component schemas, whose one operation answers with the first.</summary>
    private static string Schemas(params string[] members)
    {
        var answer = Object(Member("application/json", Object(Member("schema", Ref(0)))));
        var responses = Object(Member("200", Object(Member("description", Text("")), Member("content", answer))));
        var paths = Object(Member("/x", Object(Member("get", Object(Member("operationId", Text("x")), Member("responses", responses))))));
        return Head + Member("paths", paths) + "," + Member("components", Object(Member("schemas", Object(members)))) + "}";
    }

    private static string Schema(int number, params string[] members) => Member($"A{number}", Object(members));

    private static string Having(string property) => Object(Member("type", Text("object")), Member("required", List(Text(property))), Member("properties", Object(Member(property, "{}"))));

    private static string Choice(int level, string member) => Object(Member("oneOf", List(Ref(level + 1), Having($"{member}{level}"))));

    private static string Ref(int number) => Object(Member("$ref", Text($"#/components/schemas/A{number}")));

    private static string Object(params string[] members) => "{" + string.Join(',', members) + "}";

    private static string List(params string[] items) => "[" + string.Join(',', items) + "]";

    private static string Member(string name, string value) => $"\"{name}\":{value}";

    private static string Text(string text) => $"\"{text}\"";

    private static string Many(int count, Func<int, string> part) => string.Join(',', Enumerable.Range(0, count).Select(part));

    private static string Repeat(string part, int count) => string.Join(", ", Enumerable.Repeat(part, count));

    private static string Lines(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        foreach (var number in Enumerable.Range(0, count))
        {
            text.Append(line(number)).Append('\n');
        }

        return text.ToString();
    }

    private static string Shortened(string text) => text.Length <= 1_000 ? text : text[..1_000];
}
