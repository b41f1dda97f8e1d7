using System.Text;
using System.Text.Json;
using Specwright.Json;

namespace Specwright.Tests.Json;

public class UnionTests
{
    private static readonly JsonUnionCases Kinds = new(
        JsonUnionCase.TextOf("on", "off"),
        JsonUnionCase.Text,
        JsonUnionCase.TextAs<Guid, GuidCodec>(),
        JsonUnionCase.NumberOf(1, 2),
        JsonUnionCase.NumberAs<decimal, DecimalCodec>(),
        JsonUnionCase.Boolean,
        JsonUnionCase.Array(JsonUnionCase.Array(JsonUnionCase.Text)),
        JsonUnionCase.Array(JsonUnionCase.Object(["a"])),
        JsonUnionCase.Object(["a", "b"], required: ["a"]),
        JsonUnionCase.Object([], isOpen: true));

    [Theory]
    [InlineData("\"on\"", 0)]
    [InlineData("\"o\\u006e\"", 0)]
    [InlineData("\"other\"", 1)]
    [InlineData("\"01234567-89ab-cdef-0123-456789abcdef\"", 2)]
    [InlineData("1", 3)]
    [InlineData("3", 4)]
    [InlineData("1.5", 4)]
    [InlineData("1e400", -1)]
    [InlineData("false", 5)]
    [InlineData("[]", 6)]
    [InlineData("[null]", 6)]
    [InlineData("[[\"x\"]]", 6)]
    [InlineData("[{\"a\":1}]", 7)]
    [InlineData("[1]", -1)]
    [InlineData("{\"a\":1}", 8)]
    [InlineData("{\"b\":1}", 9)]
    [InlineData("{\"x\":{\"a\":1}}", 9)]
    [InlineData("null", -1)]
    public void Find_TakesTheCaseThatSaysMost(string json, int expected) => Assert.Equal(expected, Find(Kinds, json));

    [Theory]
    [InlineData("""{"list":[{"x":1},null,{"name":2}]}""", 1)]
    [InlineData("""{"list":[{"name":2},{"x":1}]}""", 1)]
    [InlineData("""{"list":[{"x":1},{"x":1}]}""", 0)]
    [InlineData("""{"list":[{"name":2},3]}""", -1)]
    [InlineData("""{"list":[]}""", 0)]
    public void Find_LooksAtAllObjectsOfAList_SinceAnyMayHoldTheMemberThatTells(string json, int expected)
    {
        var cases = new JsonUnionCases(
            JsonUnionCase.Object(["list"], members: [("list", JsonUnionCase.Array(JsonUnionCase.Object([], isOpen: true)))]),
            JsonUnionCase.Object(["list"], members: [("list", JsonUnionCase.Array(JsonUnionCase.Object(["name"], isOpen: true)))]));

        Assert.Equal(expected, Find(cases, json));
    }

    [Theory]
    [InlineData("""{"kind":"a"}""", 0)]
    [InlineData("""{"x":{"kind":"a"},"kind":"b","y":1}""", 1)]
    [InlineData("""{"k\u0069nd":"\u0062","y":1}""", 1)]
    [InlineData("""{"kind":"b","z":1}""", 2)]
    [InlineData("""{"kind":7}""", 3)]
    [InlineData("""{"kind":true}""", 4)]
    [InlineData("""{"kind":"c"}""", -1)]
    [InlineData("""{"kind":"c","free":1}""", 5)]
    [InlineData("""{"kind":["a"]}""", -1)]
    [InlineData("""{"y":1}""", -1)]
    [InlineData("\"a\"", 6)]
    public void Find_GoesByTheDiscriminator_AndByMembersWhereItNamesSeveralOrNone(string json, int expected)
    {
        var cases = new JsonUnionCases(
            "kind",
            JsonUnionCase.Discriminated("a"),
            JsonUnionCase.Discriminated(["b"], ["y"], required: ["y"]),
            JsonUnionCase.Discriminated(["b"], ["z"]),
            JsonUnionCase.Discriminated("7"),
            JsonUnionCase.Discriminated("true"),
            JsonUnionCase.Object(["free"], required: ["free"]),
            JsonUnionCase.Text);

        Assert.Equal(expected, Find(cases, json));
    }

    [Theory]
    [InlineData("""{"x":"on"}""", 0)]
    [InlineData("""{"x":"in"}""", 1)]
    [InlineData("""{"x":1}""", 2)]
    [InlineData("""{"x":null}""", 0)]
    [InlineData("""{"x":true}""", -1)]
    [InlineData("""{"x":1,"x":2}""", 2)]
    [InlineData("""{"y":1,"y":2}""", -1)]
    public void Find_LooksAtTheValuesOfMembers(string json, int expected)
    {
        var cases = new JsonUnionCases(
            JsonUnionCase.Object(["x"], members: [("x", JsonUnionCase.Constant("on"))]),
            JsonUnionCase.Object(["x"], members: [("x", JsonUnionCase.Text)]),
            JsonUnionCase.Object(["x"], members: [("x", JsonUnionCase.NumberAs<long, Int64Codec>())]),
            JsonUnionCase.Object(["y"], required: ["y", "z"]));

        Assert.Equal(expected, Find(cases, json));
    }

    [Fact]
    public void EverySplit_FindsTheSame()
    {
        var cases = new JsonUnionCases("kind", JsonUnionCase.Discriminated("other"), JsonUnionCase.Discriminated("that one"));
        var document = Encoding.UTF8.GetBytes("""{"x":{"kind":"other"},"k\u0069nd":"that \u006fne","y":[1,2]}""");
        for (var first = 1; first < document.Length; first++)
        {
            var reader = new Utf8JsonReader(Codecs.Split(document, first));
            reader.Read();

            Assert.Equal(1, cases.Find(ref reader));
        }
    }

    [Fact]
    public void ValueThatDoesNotFitAfterAll_IsKeptWhole()
    {
        const string Json = """{"list":[1,2,"x"],"after":1.50}""";
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Json));
        reader.Read();

        var value = UnionValue.ReadIfFits<IReadOnlyDictionary<string, IReadOnlyList<int>>, MapCodec<IReadOnlyList<int>, ListCodec<int, Int32Codec>>>(ref reader, 3);

        Assert.Equal(-1, value.Case);
        Assert.Equal(Json, value.GetUnknown().GetRawText());
        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
    }

    [Fact]
    public void EqualValues_AreEqual_UnknownOnesByTheirText()
    {
        Assert.Equal(UnionValue.Of(0, 1.50m), UnionValue.Of(0, 1.5m));
        Assert.NotEqual(UnionValue.Of(0, "a"), UnionValue.Of(1, "a"));
        Assert.Equal(Unknown("{\"a\":1}"), Unknown(" {\"a\":1} "));
        Assert.Equal(Unknown("{\"a\":1}").GetHashCode(), Unknown(" {\"a\":1} ").GetHashCode());
        Assert.NotEqual(Unknown("1"), Unknown("2"));
        Assert.Equal(Unknown("null"), UnionValue.OfUnknown(default));
    }

    [Fact]
    public void UnknownValue_IsNotPrinted() => Assert.Equal("unknown (Object)", Unknown("{\"pin\":\"1234\"}").ToString());

    private static UnionValue Unknown(string json)
    {
        using var document = JsonDocument.Parse(json);
        return UnionValue.OfUnknown(document.RootElement.Clone());
    }

    private static int Find(JsonUnionCases cases, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var found = cases.Find(ref reader);
        Assert.Equal(0, reader.TokenStartIndex);
        return found;
    }
}
