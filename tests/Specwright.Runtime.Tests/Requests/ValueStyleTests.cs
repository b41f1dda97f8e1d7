using System.Text.Json;
using Specwright.Json;

namespace Specwright.Tests.Requests;

/// <summary>The rows of the table "Style Examples" of OpenAPI 3.1.1 (RFC 6570), and what lies beyond it.</summary>
public class ValueStyleTests
{
    private const string List = """["blue","black","brown"]""";
    private const string Object = """{"R":100,"G":200,"B":150}""";

    [Theory]
    [InlineData(PathStyle.Matrix, false, "\"\"", ";color")]
    [InlineData(PathStyle.Matrix, false, "\"blue\"", ";color=blue")]
    [InlineData(PathStyle.Matrix, false, List, ";color=blue,black,brown")]
    [InlineData(PathStyle.Matrix, false, Object, ";color=R,100,G,200,B,150")]
    [InlineData(PathStyle.Matrix, true, "\"blue\"", ";color=blue")]
    [InlineData(PathStyle.Matrix, true, List, ";color=blue;color=black;color=brown")]
    [InlineData(PathStyle.Matrix, true, Object, ";R=100;G=200;B=150")]
    [InlineData(PathStyle.Label, false, "\"blue\"", ".blue")]
    [InlineData(PathStyle.Label, false, List, ".blue,black,brown")]
    [InlineData(PathStyle.Label, false, Object, ".R,100,G,200,B,150")]
    [InlineData(PathStyle.Label, true, List, ".blue.black.brown")]
    [InlineData(PathStyle.Label, true, Object, ".R=100.G=200.B=150")]
    [InlineData(PathStyle.Simple, false, List, "blue,black,brown")]
    [InlineData(PathStyle.Simple, false, Object, "R,100,G,200,B,150")]
    [InlineData(PathStyle.Simple, true, Object, "R=100,G=200,B=150")]
    [InlineData(PathStyle.Simple, true, """{"a/b":"c=d,;é","n":null,"o":{"x":[1]}}""", "a%2Fb=c%3Dd%2C%3B%C3%A9,o=%7B%22x%22%3A%5B1%5D%7D")]
    public void Path_StandsByItsStyle(PathStyle style, bool explode, string json, string expected)
    {
        var target = new RequestTarget(stackalloc char[8]);
        target.AppendLiteral("/");
        target.AppendPathValue<JsonElement, JsonElementCodec>("color", Json(json), style, explode);

        Assert.Equal("/" + expected, target.ToStringAndDispose());
    }

    [Theory]
    [InlineData(PathStyle.Simple, "[]")]
    [InlineData(PathStyle.Matrix, "{}")]
    [InlineData(PathStyle.Label, "\"\"")]
    [InlineData(PathStyle.Label, "\".\"")]
    [InlineData(PathStyle.Simple, "\"..\"")]
    public void Path_RefusesWhatWouldLeadElsewhere(PathStyle style, string json)
        => Assert.Throws<ArgumentException>(() =>
        {
            var target = new RequestTarget(stackalloc char[8]);
            target.AppendPathValue<JsonElement, JsonElementCodec>("color", Json(json), style, explode: false);
        });

    [Theory]
    [InlineData(QueryStyle.Form, false, "\"\"", "?color=")]
    [InlineData(QueryStyle.Form, false, "\"blue\"", "?color=blue")]
    [InlineData(QueryStyle.Form, false, List, "?color=blue,black,brown")]
    [InlineData(QueryStyle.Form, false, Object, "?color=R,100,G,200,B,150")]
    [InlineData(QueryStyle.Form, true, List, "?color=blue&color=black&color=brown")]
    [InlineData(QueryStyle.Form, true, Object, "?R=100&G=200&B=150")]
    [InlineData(QueryStyle.Space, false, List, "?color=blue%20black%20brown")]
    [InlineData(QueryStyle.Space, false, Object, "?color=R%20100%20G%20200%20B%20150")]
    [InlineData(QueryStyle.Pipe, false, List, "?color=blue%7Cblack%7Cbrown")]
    [InlineData(QueryStyle.Pipe, false, Object, "?color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(QueryStyle.DeepObject, true, Object, "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData(QueryStyle.DeepObject, true, """{"a":{"b":[1,{"c":true}]},"n":null,"&":"="}""", "?color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=true&color%5B%26%5D=%3D")]
    [InlineData(QueryStyle.DeepObject, true, "7", "?color=7")]
    [InlineData(QueryStyle.Form, true, "[]", "")]
    [InlineData(QueryStyle.Form, false, "{}", "")]
    [InlineData(QueryStyle.Form, true, "null", "")]
    [InlineData(QueryStyle.Form, true, """[{"a":1}]""", "?color=%7B%22a%22%3A1%7D")]
    public void Query_StandsByItsStyle(QueryStyle style, bool explode, string json, string expected)
    {
        var target = new RequestTarget(stackalloc char[8]);
        target.AppendLiteral("/");
        target.AppendQueryValue<JsonElement, JsonElementCodec>("color", Json(json), style, explode);

        Assert.Equal("/" + expected, target.ToStringAndDispose());
    }

    [Fact]
    public void Query_LeavesNullOutAndReservedCharactersAsTheyAre()
    {
        var target = new RequestTarget(stackalloc char[8]);
        target.AppendQueryValue<JsonElement, JsonElementCodec>("a", (JsonElement?)null, QueryStyle.Form, explode: true);
        target.AppendQueryValue<string, StringCodec>("b", null, QueryStyle.Form, explode: true);
        target.AppendQueryValue<JsonElement, JsonElementCodec>("c", Json("""{"u":"https://x/?a&b"}"""), QueryStyle.DeepObject, explode: true, allowReserved: true);

        Assert.Equal("?c%5Bu%5D=https://x/?a%26b", target.ToStringAndDispose());
    }

    [Theory]
    [InlineData(false, List, "blue,black,brown", "color=blue%2Cblack%2Cbrown")]
    [InlineData(true, List, "blue,black,brown", "color=blue; color=black; color=brown")]
    [InlineData(false, Object, "R,100,G,200,B,150", "color=R%2C100%2CG%2C200%2CB%2C150")]
    [InlineData(true, Object, "R=100,G=200,B=150", "R=100; G=200; B=150")]
    [InlineData(true, "{}", null, null)]
    public void HeaderAndCookie_StandByExplode(bool explode, string json, string? header, string? cookie)
    {
        using var request = new HttpRequestMessage();
        RequestFields.AddHeaderValue<JsonElement, JsonElementCodec>(request, "X-Color", Json(json), explode);
        RequestFields.AddCookieValue<JsonElement, JsonElementCodec>(request, "color", Json(json), explode);
        RequestFields.AddHeaderValue<JsonElement, JsonElementCodec>(request, "X-None", (JsonElement?)null, explode);
        RequestFields.AddCookieValue<string, StringCodec>(request, "none", null, explode);

        Assert.Equal(header, request.Headers.NonValidated.TryGetValues("X-Color", out var fields) ? fields.ToString() : null);
        Assert.Equal(cookie, request.Headers.NonValidated.TryGetValues("Cookie", out var cookies) ? cookies.ToString() : null);
        Assert.False(request.Headers.NonValidated.Contains("X-None"));
    }

    [Fact]
    public void Header_RefusesLineBreaksInMembers()
    {
        using var request = new HttpRequestMessage();
        Assert.Throws<ArgumentException>(() => RequestFields.AddHeaderValue<JsonElement, JsonElementCodec>(request, "X-Color", Json("""{"a":"b\r\nX-Evil: 1"}"""), explode: true));
    }

    [Fact]
    public void JsonText_IsAscii()
    {
        Assert.Equal("""{"a":"\u00E9\uD83D\uDE00 x"}""", ParameterText.Json<JsonElement, JsonElementCodec>(Json("""{"a":"é😀 x"}""")));
        Assert.Null(ParameterText.Json<string, StringCodec>(null));
        Assert.Null(ParameterText.Json<int, Int32Codec>((int?)null));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
