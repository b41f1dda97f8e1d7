using Specwright.Reading.Text;

namespace Specwright.Reading;

public class TextReadingTests
{
    [Theory]
    [InlineData("a: '200'", """{"a":"200"}""")]
    [InlineData("200: x\n0x1F: y\nno: z", """{"200":"x","0x1F":"y","no":"z"}""")]
    [InlineData("a: 1.50\nb: 123456789012345678901234567890", """{"a":1.50,"b":123456789012345678901234567890}""")]
    [InlineData("a: |\n  one\n  two\nb: >-\n  one\n  two", """{"a":"one\ntwo\n","b":"one two"}""")]
    [InlineData("a: !!str 12\nb: !!int '12'\nc: !custom 12", """{"a":"12","b":12,"c":"12"}""")]
    [InlineData("a: &x {b: 1}\nc: *x", """{"a":{"b":1},"c":{"b":1}}""")]
    [InlineData("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3", """{"a":{"b":1,"c":2},"d":{"c":3,"b":1}}""")]
    [InlineData("a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne:\n  <<: [*x, *y]", """{"a":{"b":1},"c":{"b":2,"d":3},"e":{"b":1,"d":3}}""")]
    [InlineData("'<<': {a: 1}", """{"<<":{"a":1}}""")]
    [InlineData("a: 1\n---\nb: 2", """{"a":1}""")]
    [InlineData("{a: 1, b: [x, y,],}", """{"a":1,"b":["x","y"]}""")]
    [InlineData("\uFEFFa: 1", """{"a":1}""")]
    [InlineData("\uFEFF{\"a\": 1.50, \"b\": [null, true, \"\\u00e9\"]}", """{"a":1.50,"b":[null,true,"é"]}""")]
    [InlineData("a: 1\r\nb:\r\n  - x\r\n", """{"a":1,"b":["x"]}""")]
    public void Text_GivesTheValuesOfItsJson(string text, string json)
    {
        Assert.Equal(json, JsonText.Write(Read(text).Root!));
    }

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3")]
    [InlineData("""{"a": 1, "b": 2, "a": 3}""")]
    public void DuplicateKey_KeepsTheLastValueAtTheFirstPlaceAndIsNoted(string text)
    {
        var result = Read(text);

        Assert.Equal("""{"a":3,"b":2}""", JsonText.Write(result.Root!));
        Assert.Equal("#/a", Assert.Single(result.Duplicates).Pointer);
    }

    [Theory]
    [InlineData("a: [1, 2", 0)]
    [InlineData("a: 1\nb: \"x\n", 1)]
    [InlineData("a: 1\n b: 2", 1)]
    [InlineData("a: *x", 0)]
    [InlineData("a: &x [*x]", 0)]
    [InlineData("? [a]\n: b", 0)]
    [InlineData("a: 1\n<<: 2", 1)]
    [InlineData("", 0)]
    [InlineData("# only a comment", 0)]
    [InlineData("{\"a\": 1,\n \"b\": }", 1)]
    [InlineData("{\"a\": 1,\n \"b\": [1, 2\n", 2)]
    [InlineData("{\"a\": \"x", 0)]
    [InlineData("{\"é\": 1,\n\"é\" 2}", 1)]
    [InlineData("{\"a\": \"\\ud800\"}", 0)]
    [InlineData("{\"a\": 1} x", 0)]
    public void BrokenText_IsAProblemOnItsLine(string text, int line)
    {
        var result = Read(text);

        Assert.Equal("SPEC0101", result.Problem!.RuleId);
        Assert.Equal(line, result.ProblemPosition!.Value.Line);
        Assert.DoesNotContain("Line:", result.Problem.Arguments[0], StringComparison.Ordinal);
        Assert.DoesNotContain("BytePosition", result.Problem.Arguments[0], StringComparison.Ordinal);
    }

    private static TextReadResult Read(string text) =>
        DescriptionTextReader.Read(new SourceText("api.yaml", text), "#", new NodeBudget(CancellationToken.None));
}
