namespace Specwright.Tests.Requests;

/// <summary>Server variables as a tenant may choose them: the rest of the address stays what the description says.</summary>
public sealed class ApiServerVariableTests
{
    /// <summary>What an attacker would try in any place.</summary>
    public static TheoryData<string> Hostile =>
        ["evil.example/", "evil.example", "evil.example#", "evil.example?", "a@evil.example", "evil:1", "a\\b", "a b", "a\n", "a\t", "", "a/b", "a%2fb", "a%2e", "\u2100", "evil\u3002example", "evil\uff0eexample", "evil\uff0f", "\u0430", "a\u0000"];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void PartOfAHost_TakesOneLabelOnly(string value)
    {
        var error = Assert.Throws<ArgumentException>(() => ApiServerVariable.InHost("region", value, "eu"));

        Assert.Equal("region", error.ParamName);
        Assert.StartsWith("The server variable 'region' stands in the host: letters, digits, hyphens and underscores of ASCII fit there. For another address, set the address option itself.", error.Message, StringComparison.Ordinal);
        Assert.Equal("us-2_b", ApiServerVariable.InHost("region", "us-2_b", "eu"));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Default_IsTakenAsItIs(string value)
    {
        Assert.Equal(value, ApiServerVariable.InHost("v", value, value));
        Assert.Equal(value, ApiServerVariable.AsHost("v", value, value));
        Assert.Equal(value, ApiServerVariable.InPath("v", value, value));
        Assert.Equal(value, ApiServerVariable.AsPath("v", value, value));
    }

    [Theory]
    [InlineData("tenant.example", true)]
    [InlineData("tenant.example:8443", true)]
    [InlineData("127.0.0.1:80", true)]
    [InlineData("tenant.example:", false)]
    [InlineData("tenant.example:1:2", false)]
    [InlineData("tenant.example:x", false)]
    [InlineData("tenant..example", false)]
    [InlineData(".example", false)]
    [InlineData("tenant.example/", false)]
    [InlineData("user@tenant.example", false)]
    [InlineData("tenant.example?", false)]
    [InlineData("", false)]
    public void WholeHost_TakesDotsAndAPort(string value, bool fits) => Check(fits, () => ApiServerVariable.AsHost("host", value, "api.example"), value);

    [Theory]
    [InlineData("443", true)]
    [InlineData("65536", false)]
    [InlineData("443/x", false)]
    [InlineData("-1", false)]
    [InlineData("", false)]
    public void Port_IsANumber(string value, bool fits) => Check(fits, () => ApiServerVariable.InPort("port", value, "8443"), value);

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", true)]
    [InlineData("https://evil.example/", false)]
    [InlineData("ftp", false)]
    public void Scheme_IsHttp(string value, bool fits) => Check(fits, () => ApiServerVariable.InScheme("scheme", value, "wss"), value);

    [Theory]
    [InlineData("v2", "v2")]
    [InlineData("v2/x.y", "v2/x.y")]
    [InlineData("a?b#c d", "a%3Fb%23c%20d")]
    [InlineData("a\\..\\b", "a%5C..%5Cb")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("..", null)]
    [InlineData(".", null)]
    [InlineData("...", null)]
    [InlineData("v2/../admin", null)]
    [InlineData("/v2", null)]
    [InlineData("//evil.example", null)]
    [InlineData("v2/", null)]
    [InlineData("", null)]
    public void Path_IsEncodedAndHasNoStepsUpwards(string value, string? encoded)
    {
        Check(encoded is not null, () => ApiServerVariable.InPath("version", value, "v1"), encoded);
        Check(encoded is not null, () => ApiServerVariable.AsPath("version", "/" + value, "/v1"), "/" + encoded);
    }

    [Fact]
    public void PathRightAfterTheHost_BeginsWithASlash()
    {
        Assert.Throws<ArgumentException>(() => ApiServerVariable.AsPath("path", ".evil.example", "/v1"));
        Assert.Equal("", ApiServerVariable.AsPath("path", "", "/v1"));
    }

    [Theory]
    [InlineData("https://tenant.example/api", true)]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("https://user@tenant.example", false)]
    [InlineData("https://tenant.example?x", false)]
    [InlineData("https://tenant.example#x", false)]
    [InlineData("ftp://tenant.example", false)]
    [InlineData("tenant.example", false)]
    [InlineData(" https://tenant.example", false)]
    public void WholeAddress_IsOneOfHttp(string value, bool fits) => Check(fits, () => ApiServerVariable.AsAddress("base", value, "https://api.example"), value);

    [Fact]
    public void DescribedValues_AreTheOnlyOnes()
    {
        Assert.Equal("in", ApiServerVariable.OneOf("region", "in", "eu", "in"));
        var error = Assert.Throws<ArgumentException>(() => ApiServerVariable.OneOf("region", "EU", "eu", "in"));
        Assert.StartsWith("The server variable 'region' must be one of: eu, in. For another address", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("region", () => ApiServerVariable.OneOf("region", null!, "eu"));
        Assert.Throws<ArgumentNullException>("region", () => ApiServerVariable.InHost("region", null!, "eu"));
    }

    private static void Check(bool fits, Func<string> take, string? taken)
    {
        if (fits)
        {
            Assert.Equal(taken, take());
        }
        else
        {
            Assert.Throws<ArgumentException>(take);
        }
    }
}
