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
    [InlineData("{\"a\": 1,\n \"b\": [1, 2\n", 2)]
    [InlineData("{\"a\": \"x", 0)]
    [InlineData("{\"é\": 1,\n\"é\": \"é\" \"x\"}", 1)]
    [InlineData("{\"a\": 1} x", 0)]
    [InlineData("{\"a\": 1}\n{\"b\": 2}", 1)]
    [InlineData("{\"a\": 1\n \"b\": 2}", 1)]
    [InlineData("a: 1\nb: *nope", 1)]
    [InlineData("{a: 1}: b\nc: 1", 0)]
    [InlineData("  a: 1\nb: 2", 1)]
    [InlineData("a: 1\n  b: 2", 1)]
    [InlineData("a: \"x\nb: 1", 0)]
    [InlineData("a: one\n  two: three\nb: 1", 1)]
    [InlineData("k:\n  a: [1, 2\nb: 1", 2)]
    [InlineData("a: - b\n   - c", 0)]
    [InlineData("a: !x!y 1\nb: 1", 0)]
    public void BrokenText_IsAProblemOnItsLine(string text, int line)
    {
        var result = Read(text);

        Assert.Equal("SPEC0101", result.Problem!.RuleId);
        Assert.Equal(line, result.ProblemPosition!.Value.Line);
        Assert.DoesNotContain("Line:", result.Problem.Arguments[0], StringComparison.Ordinal);
        Assert.DoesNotContain("BytePosition", result.Problem.Arguments[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: |\n      \n  two\nb: 1", """{"a":"\ntwo\n","b":1}""", 1)]
    [InlineData("a: |\n   \n     text\nb: 1", """{"a":"\ntext\n","b":1}""", 1)]
    [InlineData("a: >-\n      \nb: 1", """{"a":"","b":1}""", 1)]
    [InlineData("a: |\n    one\n  two\nb: 1", """{"a":"  one\ntwo\n","b":1}""", 0)]
    [InlineData("k:\n  - d: >-\n       one\n      two\n    e: 1", """{"k":[{"d":" one\ntwo","e":1}]}""", 1)]
    [InlineData("k:\n  - |\n     one\n    two\n  - e", """{"k":[" one\ntwo\n","e"]}""", 1)]
    [InlineData("k:\n  d: \"one\n  two\n\n three\"\n  e: 1", """{"k":{"d":"one two\nthree","e":1}}""", 2)]
    [InlineData("k:\n  d: \"one\ntwo\"\n  e: 1", """{"k":{"d":"one two","e":1}}""", 2)]
    [InlineData("k:\n  a: [1,\n2, \"]\"\n]\n  b: 1", """{"k":{"a":[1,2,"]"],"b":1}}""", 2)]
    [InlineData("a:\n  b: 1\n\t\n  c: 2", """{"a":{"b":1,"c":2}}""", 2)]
    [InlineData("a: 1\n\t# comment\nb: 2", """{"a":1,"b":2}""", 1)]
    [InlineData("a: |\n  one\n\t\n  two\nb: 1", """{"a":"one\n\ntwo\n","b":1}""", 2)]
    [InlineData("a: \"x\"#c\nb: [1,#c\n 2]", """{"a":"x","b":[1,2]}""", 0)]
    [InlineData("a: \"^\\d{3}\\.$\"\nb: 1", """{"a":"^\\d{3}\\.$","b":1}""", 0)]
    [InlineData("a: \"\\x4 \\x41\"", """{"a":"\\x4 A"}""", 0)]
    [InlineData("a: \"\\ud83d\\ude00 \\ud83d\"", "{\"a\":\"\U0001F600 \uFFFD\"}", 0)]
    [InlineData("k:\n  description: Note: it's this\n    and more\n\n    text\n  e: 1", """{"k":{"description":"Note: it's this and more\ntext","e":1}}""", 1)]
    [InlineData("d:\n  - a: b: c # comment\n  - e", """{"d":[{"a":"b: c"},"e"]}""", 1)]
    [InlineData("a: @x\nb: `x` y\nc: %x\nd:\n  - %y", """{"a":"@x","b":"`x` y","c":"%x","d":["%y"]}""", 0)]
    [InlineData("a: {{ x }}/y\nb: [x] y\nc: 'x' y\nd: *.txt\ne: >= 1", """{"a":"{{ x }}/y","b":"[x] y","c":"'x' y","d":"*.txt","e":">= 1"}""", 0)]
    [InlineData("content:\n  */*:\n    a: 1\n@x: 2", """{"content":{"*/*":{"a":1}},"@x":2}""", 1)]
    [InlineData("%YAML 2.0\n---\na: 1", """{"a":1}""", 0)]
    [InlineData("{\n// c\n\"a\": [1,], /* x */ \"b\": 2,}", """{"a":[1],"b":2}""", 1)]
    [InlineData("// c\n{\"a\": 1}", """{"a":1}""", 0)]
    [InlineData("{\"a\": NaN, \"b\": 0x1F, \"c\": 01}", """{"a":"NaN","b":31,"c":1}""", 0)]
    [InlineData("{\"a\": 1,\n b: 'x'}", """{"a":1,"b":"x"}""", 1)]
    [InlineData("{\"a\": \"x\ty\n z\"}", """{"a":"x\ty z"}""", 0)]
    [InlineData("{\"a\": 1,\n \"b\": }", """{"a":1,"b":null}""", 1)]
    [InlineData("{\"a\": \"\\ud800\"}", "{\"a\":\"\uFFFD\"}", 0)]
    public void BreachOfTheGrammar_IsReadAsItIsMeantAndNotedOnItsLine(string text, string json, int line)
    {
        var result = Read(text);

        Assert.Equal(json, result.Root is null ? result.Problem!.Arguments[0] : JsonText.Write(result.Root));
        var repair = result.Repairs[0];
        Assert.Equal(("SPEC0103", line), (repair.Finding.RuleId, repair.Position.Line));
    }

    [Fact]
    public void LongKey_IsReadWholeAndNoted()
    {
        var key = new string('k', 2000);
        var result = Read("a:\n  " + key + ":\n    b: 1\nc: 2");

        Assert.Equal("{\"a\":{\"" + key + "\":{\"b\":1}},\"c\":2}", JsonText.Write(result.Root!));
        Assert.Equal(1, Assert.Single(result.Repairs).Position.Line);
    }

    [Theory]
    [InlineData("a: b: ", ' ', "c")]
    [InlineData("a: @", '#', " #x")]
    [InlineData("a: [", '[', "")]
    [InlineData("a: \"\\d", '\\', "x")]
    [InlineData("a: |\n   \n b: 1\n", '\n', "- : c: d")]
    public void BrokenTextOfALongLine_IsJudgedWithoutTryingEveryPlace(string start, char middle, string end)
    {
        var result = Read(start + new string(middle, 400_000) + end);

        Assert.NotNull(result.Problem);
    }

    [Theory]
    [InlineData("--- # c\na: 1\n...\n: : [", """{"a":1}""")]
    [InlineData("---\n# nothing\n---\na: 1", """{"a":1}""")]
    [InlineData("%YAML 1.2\n---\na: 1", """{"a":1}""")]
    [InlineData("a: &x.y/é-1 1\nb: *x.y/é-1", """{"a":1,"b":1}""")]
    [InlineData("# c\na: # c\n  # c\n  b: 1 # c\n # c\n  c: # c\n# c\n    - 1\n    # c\n    - 2", """{"a":{"b":1,"c":[1,2]}}""")]
    [InlineData("a: [1, # c\n  2, # c\n  # c\n 3]", """{"a":[1,2,3]}""")]
    [InlineData("a: {\n\tb: 1,\n\tc: [\n\t\t1]\n\t}", """{"a":{"b":1,"c":[1]}}""")]
    [InlineData("{'a': 'it''s', b: [c, d: e]}", """{"a":"it's","b":["c",{"d":"e"}]}""")]
    [InlineData("a: x#y\nb: x:y\nc: http://x:80/{y}\nd: a@b", """{"a":"x#y","b":"x:y","c":"http://x:80/{y}","d":"a@b"}""")]
    [InlineData("a: |\n  x\u2028y\n  z\nb: 'x\u2029y'\nc: x\u0085y\nd: x\0y", "{\"a\":\"x\u2028y\\nz\\n\",\"b\":\"x\u2029y\",\"c\":\"x\u0085y\",\"d\":\"x\\u0000y\"}")]
    [InlineData("a: \uE000\u2028", "{\"a\":\"\uE000\u2028\"}")]
    public void OddButWellFormedText_NeedsNoRepair(string text, string json)
    {
        var result = Read(text);

        Assert.Equal(json, result.Root is null ? result.Problem!.Arguments[0] : JsonText.Write(result.Root));
        Assert.Empty(result.Repairs);
    }

    [Fact]
    public void NodesBehindARepair_StandWhereTheyStandInTheFile()
    {
        const string Text = "k:\n  d: \"one\ntwo\"\n  e: @x\n  f: 1";
        var result = Read(Text);

        var member = ((ObjectNode)((ObjectNode)result.Root!)["k"]!)["f"]!;
        Assert.Equal(Text.IndexOf("f: 1", StringComparison.Ordinal), member.Start);
        Assert.Equal([2, 3], result.Repairs.Select(repair => repair.Position.Line));
    }

    private static TextReadResult Read(string text) =>
        DescriptionTextReader.Read(new SourceText("api.yaml", text), "#", new NodeBudget(CancellationToken.None));
}
