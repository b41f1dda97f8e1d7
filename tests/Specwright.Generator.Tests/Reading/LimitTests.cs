using System.Diagnostics;
using System.Text;
using Specwright.Diagnostics;
using Specwright.Model;

namespace Specwright.Reading;

/// <summary>A description is untrusted: whatever it does, the compiler goes on within seconds and on a small stack.</summary>
public class LimitTests
{
    [Fact]
    public void AliasesThatMultiply_AreALimitFinding()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++)
        {
            text.Append($"a{level}: &a{level} [").AppendJoin(", ", Enumerable.Repeat($"*a{level - 1}", 10)).Append("]\n");
        }

        Reader.Single(ReadQuickly(text.ToString()), Rules.LimitExceeded);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("{a: ", "}")]
    public void DeepNesting_IsALimitFinding(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));

        Reader.Single(ReadQuickly(text), Rules.LimitExceeded);
    }

    [Fact]
    public void DeepNestingInBlocks_IsALimitFinding()
    {
        var text = string.Concat(Enumerable.Range(0, 2_000).Select(depth => new string(' ', depth) + "a:\n"));

        Reader.Single(ReadQuickly(text), Rules.LimitExceeded);
    }

    [Fact]
    public void AliasChainThatNests_IsALimitFinding()
    {
        var text = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 500).Select(level => $"a{level}: &a{level} [*a{level - 1}]\n"));

        Reader.Single(ReadQuickly(text), Rules.LimitExceeded);
    }

    [Theory]
    [InlineData("items")]
    [InlineData("not")]
    [InlineData("additionalProperties")]
    public void SchemaAtTheDepthLimit_IsReadOnASmallStack(string keyword)
    {
        var schema = string.Concat(Enumerable.Repeat($"{{{keyword}: ", 250)) + "{}" + new string('}', 250);

        Assert.NotNull(ReadQuickly(Reader.WithSchemas("A: " + schema)).Description);
    }

    [Fact]
    public void AllOfAtTheDepthLimit_IsReadOnASmallStack()
    {
        var schema = string.Concat(Enumerable.Repeat("{\"allOf\":[{\"type\":\"object\"},", 120)) + "{}" + string.Concat(Enumerable.Repeat("]}", 120));

        Assert.NotNull(ReadQuickly(Reader.WithSchemas("A: " + schema)).Description);
    }

    [Fact]
    public void MillionEnumMembers_LeaveTheTypeAndAFinding()
    {
        var text = "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":{},\"components\":{\"schemas\":{\"A\":{\"type\":\"string\",\"enum\":["
            + string.Join(',', Enumerable.Range(0, 1_000_000).Select(number => $"\"{number}\"")) + "]}}}}";

        var result = ReadQuickly(text);

        Assert.Empty(Assert.IsType<StringSchema>(Reader.Named(result.Description!, "A")).Members);
        Assert.Equal("#/components/schemas/A/enum/10000", Reader.Single(result, Rules.ReaderProblem).Pointer);
    }

    [Fact]
    public void TooManyPartsOfOneObject_AreALimitFinding()
    {
        var result = ReadQuickly("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":{" + string.Join(',', Enumerable.Range(0, 50_001).Select(number => $"\"/{number}\":{{}}")) + "}}");

        Assert.Contains("50,000 parts of one object or list (it has 50,001)", Reader.Sentence(Reader.Single(result, Rules.LimitExceeded)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("properties: {", "a{0}: {{}}", "}", 5_000, "5,000 properties of one object")]
    [InlineData("required: [", "a{0}", "]", 60_000, null)]
    public void TooManyProperties_AreALimitFinding(string open, string part, string close, int most, string? limit)
    {
        string Schema(int count) => Reader.WithSchemas("A: {type: object, " + open + string.Join(", ", Enumerable.Range(0, count).Select(number => string.Format(System.Globalization.CultureInfo.InvariantCulture, part, number))) + close + "}");

        Assert.NotNull(ReadQuickly(Schema(most)).Description);
        if (limit is not null)
        {
            Assert.Contains(limit, Reader.Sentence(Reader.Single(ReadQuickly(Schema(most + 1)), Rules.LimitExceeded)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TooManyParameters_AreALimitFinding()
    {
        var parameters = string.Join(", ", Enumerable.Range(0, 1_001).Select(number => $"{{name: a{number}, in: query}}"));
        var result = ReadQuickly(Reader.WithPaths($"/a: {{get: {{parameters: [{parameters}], responses: {{}}}}}}"));

        Assert.Contains("1,000 parameters of one operation (it has 1,001)", Reader.Sentence(Reader.Single(result, Rules.LimitExceeded)), StringComparison.Ordinal);
    }

    [Fact]
    public void LongChainOfReferences_IsCut()
    {
        var result = ReadQuickly(Reader.WithSchemas(string.Join('\n', Enumerable.Range(0, 250).Select(link => $"A{link}: {{$ref: '#/components/schemas/A{link + 1}'}}").Append("A250: {type: string}"))));

        // Each link is resolved many times: what nobody means must not cost the square of its length.
        Assert.NotEmpty(result.Findings);
        Assert.Contains(result.Description!.Schemas, schema => schema.Schema is AnySchema);
        Assert.IsType<ReferenceSchema>(Reader.Named(result.Description!, "A249"));
    }

    [Fact]
    public void OverlayThatSearchesAllForEach_IsALimitFinding()
    {
        var overlay = "overlay: 1.0.0\nactions:\n- {target: '$..[?count($..[?count($..*) > 1]) > 1]', update: {a: 1}}\n";

        var result = ReadQuickly("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\nx: [" + string.Join(", ", Enumerable.Range(0, 2_000).Select(number => $"{{a: {number}}}")) + "]", overlay);

        Assert.Contains(result.Findings, finding => finding.RuleId == Rules.LimitExceeded.Id);
    }

    [Fact]
    public void HundredMegabytesInOneString_AreALimitFinding() =>
        Reader.Single(ReadQuickly("x: \"" + new string('a', 100_000_000) + "\""), Rules.LimitExceeded);

    [Fact]
    public void OverlayThatMultiplies_IsALimitFinding()
    {
        var overlay = "overlay: 1.0.0\nactions:\n" + string.Concat(Enumerable.Repeat("- {target: $..*, update: {a: {b: {}}, c: {d: {}}, e: {f: {}}}}\n", 30));

        var result = ReadQuickly("openapi: 3.1.0\ninfo: {title: {}, version: {}}\npaths: {}", overlay);

        Assert.Null(result.Description);
        Assert.Contains(result.Findings, finding => finding.RuleId == Rules.LimitExceeded.Id);
    }

    [Fact]
    public void CancelledToken_EndsTheReading()
    {
        var source = new DescriptionSource { Description = new SourceFile("a.yaml", Reader.WithSchemas("A: {type: object}")) };

        Assert.ThrowsAny<OperationCanceledException>(() => DescriptionReader.Read(source, new CancellationToken(canceled: true)));
    }

    private static ReadResult ReadQuickly(string text, string? overlay = null)
    {
        ReadResult? result = null;
        var watch = Stopwatch.StartNew();
        var thread = new Thread(() => result = Reader.Read(text, overlay), maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();

        // Seconds are what a person at a keyboard bears; machines that run tests are busy, so this is no benchmark.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        return result!;
    }
}
