using System.Text.Json;
using Specwright.Json;

namespace Specwright.Tests.Requests;

public class FormBodyTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("""{"a":"x y","b":1.50,"c":true,"d":null,"e":""}""", "a=x+y&b=1.50&c=true&e=")]
    [InlineData("""{"é=&":"%20+\r\n\"€"}""", "%C3%A9%3D%26=%2520%2B%0D%0A%22%E2%82%AC")]
    [InlineData("""{"tags":["a","b,c"],"none":[],"list":[{"x":1}],"address":{"city":"B c"}}""", "tags=a&tags=b%2Cc&list=%7B%22x%22%3A1%7D&address=%7B%22city%22%3A%22B+c%22%7D")]
    [InlineData("{}", "")]
    public async Task Members_StandAsFields(string json, string expected)
    {
        using var body = FormBody.Create<JsonElement, JsonElementCodec>(Json(json), Form);

        Assert.Equal(expected, await body.ReadAsStringAsync());
        Assert.Equal(expected.Length, body.Headers.ContentLength);
        Assert.Equal(Form, body.Headers.NonValidated["Content-Type"].ToString());
    }

    [Fact]
    public async Task Encodings_ChangeSingleMembers()
    {
        using var body = FormBody.Create<JsonElement, JsonElementCodec>(
            Json("""{"comma":["a","b"],"space":["a","b"],"deep":{"x":{"y":[1,2]}},"json":["a"],"form":{"k":"v","l":2},"url":"http://x/?a","text":"t","gone":null}"""),
            Form,
            new("comma", QueryStyle.Form, Explode: false),
            new("space", QueryStyle.Space, Explode: false),
            new("deep", QueryStyle.DeepObject, Explode: true),
            FormEncoding.Json("json"),
            FormEncoding.Json("gone"),
            new("form", QueryStyle.Form, Explode: true),
            new("url", QueryStyle.Form, Explode: true, AllowReserved: true));

        Assert.Equal(
            "comma=a,b&space=a+b&deep%5Bx%5D%5By%5D%5B0%5D=1&deep%5Bx%5D%5By%5D%5B1%5D=2&json=%5B%22a%22%5D&k=v&l=2&url=http://x/?a&text=t",
            await body.ReadAsStringAsync());
    }

    [Fact]
    public void ValueThatIsNoObject_IsRefused()
        => Assert.Throws<ArgumentException>(() => FormBody.Create<JsonElement, JsonElementCodec>(Json("[1]"), Form));

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
