namespace Specwright.Tests.RedactionRules;

public class RedactionTests
{
    [Theory]
    [InlineData("""{"token":"abc","id":"1"}""", """{"token":"***","id":"1"}""")]
    [InlineData("""{ "Token" : "a\"b\\", "id":1 }""", """{ "Token" : "***", "id":1 }""")]
    [InlineData("""{"token":"cut off here""", """{"token":"***""")]
    [InlineData("""{"token":"cut off\""", """{"token":"***""")]
    [InlineData("""{"pin":1234,"amount":1234}""", """{"pin":***,"amount":1234}""")]
    [InlineData("""{"message":"token=abc, then more"}""", """{"message":"token=***, then more"}""")]
    [InlineData("""{"secret":{"a":["}",1]},"id":1}""", """{"secret":"***","id":1}""")]
    [InlineData("""{"secret":["a","b"]}""", """{"secret":"***"}""")]
    [InlineData("""{"secret":null}""", """{"secret":***}""")]
    [InlineData("""{"payload":"{\"token\":\"abc\",\"id\":\"1\"}"}""", """{"payload":"{\"token\":\"***\",\"id\":\"1\"}"}""")]
    [InlineData("""{"clientSecret":"a","client-secret":"b","CLIENT_SECRET":"c","clientId":"d"}""", """{"clientSecret":"***","client-secret":"***","CLIENT_SECRET":"***","clientId":"d"}""")]
    [InlineData("grant=x&client_secret=abc%2F&id=1", "grant=x&client_secret=***&id=1")]
    [InlineData("https://h/p?api_key=abc&x=1#f", "https://h/p?api_key=***&x=1#f")]
    [InlineData("Authorization: Basic a b c\r\nX-Id: 1", "Authorization: ***\r\nX-Id: 1")]
    [InlineData("Set-Cookie: sid=1; Path=/\nDate: x", "Set-Cookie: ***\nDate: x")]
    [InlineData("sent Bearer abc.DEF-123 to it", "sent Bearer *** to it")]
    [InlineData("sent \"basic dXNlcjpwYXNz\" to it", "sent \"basic ***\" to it")]
    [InlineData("got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln here", "got *** here")]
    [InlineData("Bearer authentication failed; basic authentication too", "Bearer authentication failed; basic authentication too")]
    [InlineData("""{"message":"Invalid token: abc","code":"E1"}""", """{"message":"Invalid token: ***","code":"E1"}""")]
    [InlineData("user.password=abc&data[token]=def&data[id]=1", "user.password=***&data[token]=***&data[id]=1")]
    [InlineData("Token is not valid", "Token is not valid")]
    [InlineData("""{"tokens":3,"mytoken":"x","message":"token expired"}""", """{"tokens":3,"mytoken":"x","message":"token expired"}""")]
    [InlineData("<a><token>abc</token><id>1</id></a>", "<a><token>***</token><id>1</id></a>")]
    [InlineData("<p:token xmlns:p=\"u\"><v>a</v></q:token><id>1</id>", "<p:token>***</q:token><id>1</id>")]
    [InlineData("<token value=\"abc\"/><id>1</id>", "<token ***/><id>1</id>")]
    [InlineData("<token/><id>1</id>", "<token/><id>1</id>")]
    [InlineData("<a token='abc'>1</a>", "<a token='***'>1</a>")]
    [InlineData("<token>cut off", "<token>***")]
    [InlineData("", "")]
    [InlineData("token=", "token=")]
    [InlineData("\"token\":", "\"token\":")]
    [InlineData("'password': 'x y'", "'password': '***'")]
    public void Secrets_BecomeStarsAndTheRestStays(string text, string expected) => Assert.Equal(expected, Redaction.Redact(text));

    [Fact]
    public void OwnNames_ReplaceTheDefaults()
    {
        Assert.Equal("vpa=*** token=abc", Redaction.Redact("vpa=a@b token=abc", ["VPA"]));
    }

    [Fact]
    public void EveryCutOfABody_HidesItsSecret()
    {
        const string Body = """{"a":{"access_token" : "planted-1","n":[{"pin": 99887766}],"s":"{\"password\":\"planted-2\"}"},"Authorization":"Bearer planted-3","x":"<r><token>planted-4</token></r>"}""";
        for (var length = 0; length <= Body.Length; length++)
        {
            var shown = Redaction.Redact(Body[..length]);
            Assert.DoesNotContain("pla", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("99", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void LongHostileText_TakesLinearTime()
    {
        foreach (var text in new[] { new string('"', 1_000_000), string.Concat(Enumerable.Repeat("token", 200_000)), string.Concat(Enumerable.Repeat("token:{", 100_000)), string.Concat(Enumerable.Repeat("Bearer  ", 100_000)), string.Concat(Enumerable.Repeat("<token></", 100_000)) })
        {
            Assert.InRange(Redaction.Redact(text).Length, 0, text.Length);
        }
    }
}
