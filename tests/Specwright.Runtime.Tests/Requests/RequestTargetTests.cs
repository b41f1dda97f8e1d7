using System.Globalization;
using Specwright.Json;

namespace Specwright.Tests.Requests;

public class RequestTargetTests
{
    [Theory]
    [InlineData("abc-._~", "/x/abc-._~")]
    [InlineData("a/b?c#d", "/x/a%2Fb%3Fc%23d")]
    [InlineData("₹ ü 😀", "/x/%E2%82%B9%20%C3%BC%20%F0%9F%98%80")]
    [InlineData("a\r\nHost: evil", "/x/a%0D%0AHost%3A%20evil")]
    [InlineData("%2e%2e", "/x/%252e%252e")]
    [InlineData("...", "/x/...")]
    public void PathValue_IsEncodedDownToUnreservedCharacters(string value, string expected)
    {
        var target = new RequestTarget(stackalloc char[RequestTarget.InitialLength]);
        target.AppendLiteral("/x/");
        target.AppendPath(value);
        Assert.Equal(expected, target.ToStringAndDispose());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void PathValue_ThatWouldLeaveItsPlaceIsRefused(string value)
    {
        Assert.Throws<ArgumentException>(() =>
        {
            var target = new RequestTarget(stackalloc char[RequestTarget.InitialLength]);
            target.AppendPath(value);
        });
    }

    [Fact]
    public void Scalars_HaveTheirInvariantText()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            var point = new DateTimeOffset(2024, 1, 31, 23, 59, 59, TimeSpan.FromHours(5.5));
            var target = new RequestTarget(stackalloc char[8]);
            target.AppendLiteral("/");
            target.AppendPath(-1.50m);
            target.AppendLiteral("/");
            target.AppendPath(true);
            target.AppendLiteral("/");
            target.AppendPath(new DateOnly(2024, 2, 29));
            target.AppendLiteral("/");
            target.AppendPath(point);
            target.AppendQuery("i", 5);
            target.AppendQuery("n", (int?)6);
            target.AppendQuery("none", (int?)null);
            target.AppendQuery("text", (string?)null);
            target.AppendQuery("b", false);
            target.AppendQuery("nb", (bool?)null);
            target.AppendQuery("d", (decimal?)1.50m);
            target.AppendQuery("t", point);
            target.AppendQuery("nt", (DateTimeOffset?)point.ToUniversalTime());
            target.AppendQuery("day", (DateOnly?)new DateOnly(2024, 2, 29));
            target.AppendQuery("at", new TimeOnly(9, 30));
            target.AppendQuery("g", Guid.Empty);
            target.AppendQuery("f", 0.1);
            Assert.Equal(
                "/-1.50/true/2024-02-29/2024-01-31T23%3A59%3A59%2B05%3A30?i=5&n=6&b=false&d=1.50&t=2024-01-31T23%3A59%3A59%2B05%3A30&nt=2024-01-31T18%3A29%3A59Z&day=2024-02-29&at=09%3A30%3A00&g=00000000-0000-0000-0000-000000000000&f=0.1",
                target.ToStringAndDispose());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(QueryListStyle.Exploded, "/?id=1&id=a%2Cb&id=")]
    [InlineData(QueryListStyle.Comma, "/?id=1,a%2Cb,")]
    [InlineData(QueryListStyle.Space, "/?id=1%20a%2Cb%20")]
    [InlineData(QueryListStyle.Pipe, "/?id=1%7Ca%2Cb%7C")]
    public void QueryList_StandsInItsStyle(QueryListStyle style, string expected)
    {
        var target = new RequestTarget(stackalloc char[RequestTarget.InitialLength]);
        target.AppendLiteral("/");
        target.AppendQueryList("id", ["1", "a,b", ""], style);
        target.AppendQueryList("none", null, style);
        target.AppendQueryList("empty", [], style);
        Assert.Equal(expected, target.ToStringAndDispose());
    }

    [Fact]
    public void LiteralQuery_IsGoneOnWith()
    {
        var target = new RequestTarget(stackalloc char[RequestTarget.InitialLength]);
        target.AppendLiteral("/x?action=list");
        target.AppendQuery("q", "a&b=c");
        Assert.Equal("/x?action=list&q=a%26b%3Dc", target.ToStringAndDispose());
    }

    [Fact]
    public void AllowReserved_LeavesReservedCharactersButNotThoseThatEndTheValue()
    {
        var target = new RequestTarget(stackalloc char[RequestTarget.InitialLength]);
        target.AppendLiteral("/");
        target.AppendQuery("url", "https://h/a?b=c&d#e+f", allowReserved: true);
        Assert.Equal("/?url=https://h/a?b=c%26d%23e%2Bf", target.ToStringAndDispose());
    }

    [Theory]
    [InlineData("a%2Fb%c3%A9", "a%2Fb%c3%A9")]
    [InlineData("100%", "100%25")]
    [InlineData("%2", "%252")]
    [InlineData("%zz é", "%25zz%20%C3%A9")]
    public void AllowReserved_LeavesWhatIsEncodedAlready(string value, string expected)
    {
        var target = new RequestTarget(stackalloc char[RequestTarget.InitialLength]);
        target.AppendLiteral("/");
        target.AppendQuery("p", value, allowReserved: true);
        target.AppendQueryValue<string, StringCodec>("v", value, QueryStyle.Form, explode: true, allowReserved: true);
        Assert.Equal($"/?p={expected}&v={expected}", target.ToStringAndDispose());
    }

    [Fact]
    public void PathList_HasCommasBetweenAndIsNeverEmpty()
    {
        var target = new RequestTarget(stackalloc char[RequestTarget.InitialLength]);
        target.AppendLiteral("/");
        target.AppendPathList(ParameterText.Each([1, 2, 3]));
        Assert.Equal("/1,2,3", target.ToStringAndDispose());
        Assert.Throws<ArgumentException>(() =>
        {
            var empty = new RequestTarget(stackalloc char[RequestTarget.InitialLength]);
            empty.AppendPathList([]);
        });
        Assert.Throws<ArgumentException>(() =>
        {
            var empty = new RequestTarget(stackalloc char[RequestTarget.InitialLength]);
            empty.AppendPathList([""]);
        });
    }

    [Fact]
    public void LoneSurrogate_BecomesTheReplacementCharacter()
    {
        var target = new RequestTarget(stackalloc char[RequestTarget.InitialLength]);
        target.AppendLiteral("/");
        target.AppendPath("\ud800a");
        Assert.Equal("/%EF%BF%BDa", target.ToStringAndDispose());
    }

    [Fact]
    public void LongTarget_GoesOnInAPooledArray()
    {
        var target = new RequestTarget(stackalloc char[4]);
        target.AppendLiteral("/");
        for (var i = 0; i < 100; i++)
        {
            target.AppendPath(new string('ü', 10));
        }

        Assert.Equal("/" + string.Concat(Enumerable.Repeat("%C3%BC", 1000)), target.ToStringAndDispose());
    }

    [Fact]
    public void ParameterText_GivesTheTextOfEveryScalar()
    {
        Assert.Equal("true", ParameterText.Of(true));
        Assert.Null(ParameterText.Of((bool?)null));
        Assert.Equal("1.50", ParameterText.Of(1.50m));
        Assert.Null(ParameterText.Of((decimal?)null));
        Assert.Null(ParameterText.Of((string?)null));
        Assert.Equal("2024-01-31T23:59:59Z", ParameterText.Of(new DateTimeOffset(2024, 1, 31, 23, 59, 59, TimeSpan.Zero)));
        Assert.Equal("2024-01-31", ParameterText.Of((DateOnly?)new DateOnly(2024, 1, 31)));
        Assert.Equal("AQI=", ParameterText.Of((ReadOnlyMemory<byte>)new byte[] { 1, 2 }));
        Assert.Equal("1.0", ParameterText.Of(new StringOrNumber("1.0", isQuoted: false)));
        Assert.Equal(["true", "false"], ParameterText.Each([true, false])!);
        Assert.Equal(["a"], ParameterText.Each(["a"])!);
        Assert.Equal(["CREATED"], ParameterText.Each([Acme.OrderStatus.Created], static status => status.Value)!);
        Assert.Null(ParameterText.Each((IReadOnlyList<int>?)null));
    }
}
