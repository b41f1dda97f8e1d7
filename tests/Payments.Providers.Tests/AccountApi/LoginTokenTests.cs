using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Payments.AccountApi;

namespace Payments.Tests.AccountApi;

public sealed class LoginTokenTests
{
    [Fact]
    public void TheTokenIsAJwtOverClientIdAndTimesInWholeSeconds()
    {
        var parts = LoginToken.Create("client-7", "sécret", DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_900), TimeSpan.FromMinutes(5)).Split('.');

        Assert.Equal(3, parts.Length);
        Assert.Equal("""{"alg":"HS256","typ":"JWT"}""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])));
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        Assert.Equal("client-7", claims.RootElement.GetProperty("ClientID").GetString());
        Assert.Equal(1_700_000_000, claims.RootElement.GetProperty("iat").GetInt64());
        Assert.Equal(1_700_000_300, claims.RootElement.GetProperty("exp").GetInt64());
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes("sécret"), Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]));
        Assert.Equal(expected, Base64Url.DecodeFromChars(parts[2]));
    }
}
