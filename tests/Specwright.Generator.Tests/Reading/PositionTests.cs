
namespace Specwright.Reading;

public class PositionTests
{
    private const string Yaml = "openapi: 3.1.0\ninfo:\n  title: T\n  version: '1'\npaths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n      required:\n        - b\n      properties:\n        b: {type: string}\n";

    [Theory]
    [InlineData("#", 0, 0, 1)]
    [InlineData("#/info/title", 2, 2, 5)]
    [InlineData("#/components/schemas/A", 7, 4, 1)]
    [InlineData("#/components/schemas/A/required/0", 10, 10, 1)]
    [InlineData("#/components/schemas/A/properties/b/type", 12, 12, 4)]
    [InlineData("#/components/schemas/A/properties/missing", 11, 6, 10)]
    public void Pointer_HasThePlaceOfItsKeyOrItem(string pointer, int line, int column, int length)
    {
        var position = Reader.Read(Yaml).Positions.Find(pointer)!.Value;

        Assert.Equal((Reader.Path, line, column, length), (position.Path, position.Line, position.Column, position.Length));
    }

    [Fact]
    public void JsonBehindNonAsciiText_HasPlacesInCharacters()
    {
        const string json = "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"\u20AC\U0001F600\", \"version\": \"1\"},\r\n\"paths\": {},\r\n \"tags\": [\"é\", {\"name\": \"x\"}]}";
        var positions = Reader.Read(json).Positions;

        Assert.Equal(json.IndexOf("\"version\"", StringComparison.Ordinal), positions.Find("#/info/version")!.Value.Start);
        Assert.Equal((2, 1, 6), (positions.Find("#/tags")!.Value.Line, positions.Find("#/tags")!.Value.Column, positions.Find("#/tags")!.Value.Length));
        Assert.Equal(json.IndexOf("{\"name\"", StringComparison.Ordinal), positions.Find("#/tags/1")!.Value.Start);
    }

    [Fact]
    public void PairWithoutBracesInAList_HasThePlaceOfItsKey()
    {
        var yaml = Yaml.Replace("version: '1'", "version: '1'\n  x-list: [a, b: c]", StringComparison.Ordinal);

        var position = Reader.Read(yaml).Positions.Find("#/info/x-list/1")!.Value;

        Assert.Equal((4, 14), (position.Line, position.Column));
    }

    [Fact]
    public void NodeThatAnOverlayAdds_StandsInTheOverlay()
    {
        const string overlay = "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n  - target: $.components.schemas.A\n    update:\n      properties:\n        c: {type: integer}\n";
        var positions = Reader.Read(Yaml, overlay).Positions;

        var added = positions.Find("#/components/schemas/A/properties/c")!.Value;
        Assert.Equal(("specs/api.overlay.yaml", 6, 8), (added.Path, added.Line, added.Column));
        Assert.Equal(Reader.Path, positions.Find("#/components/schemas/A/properties/b")!.Value.Path);
    }

    [Fact]
    public void NodeOfAnotherFile_StandsThere()
    {
        var result = Reader.Read(
            Reader.WithSchemas("A: {$ref: 'parts/b.yaml#/B'}"),
            others: ("specs/parts/b.yaml", "# parts\nB:\n  type: foo\n"));

        var finding = Assert.Single(result.Findings);
        Assert.Equal("specs/parts/b.yaml#/B/type", finding.Pointer);
        var position = result.Positions.Find(finding.Pointer)!.Value;
        Assert.Equal(("specs/parts/b.yaml", 2, 2), (position.Path, position.Line, position.Column));
    }

    [Fact]
    public void WhiteSpaceAndComments_MovePlacesAndNothingElse()
    {
        var moved = Yaml.Replace("components:", "# a comment\n\ncomponents:", StringComparison.Ordinal).Replace("{type: string}", "{ type:   string }", StringComparison.Ordinal);
        var before = Reader.Read(Yaml);
        var after = Reader.Read(moved);

        Assert.Equal(before.Description, after.Description);
        Assert.Equal(before.Description!.GetHashCode(), after.Description!.GetHashCode());
        Assert.Equal(7, before.Positions.Find("#/components/schemas/A")!.Value.Line);
        Assert.Equal(9, after.Positions.Find("#/components/schemas/A")!.Value.Line);
    }

    [Fact]
    public void SameValuesInJsonAndYaml_GiveEqualModels()
    {
        const string json = """{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{},"components":{"schemas":{"A":{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}}}}""";

        Assert.Equal(Reader.Read(Yaml).Description, Reader.Read(json).Description);
    }

    [Fact]
    public void Table_AnswersPlacesSetByHandAndUnknownPointers()
    {
        var table = new PositionTable();
        Assert.Null(table.Find("#/a"));
        Assert.Null(table.Find("no pointer"));

        var place = new TextPosition("x", 1, 2, 3, 4);
        table.Set("#", place);

        Assert.Equal(place, table.Find("#/a/b"));
        Assert.Equal(1, table.Count);
    }
}
