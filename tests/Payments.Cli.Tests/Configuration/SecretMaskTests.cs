using System.Text;

namespace Payments.Cli;

public sealed class SecretMaskTests
{
    private const string Secret = "s3cret/+value";

    [Fact]
    public void A_secret_is_masked_as_it_is_escaped_and_in_base64()
    {
        var mask = new SecretMask([Secret]);
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret + ":"));

        Assert.Equal("key ***, url ***, basic ***!", mask.Apply($"key {Secret}, url {Uri.EscapeDataString(Secret)}, basic {basic}!"));
    }

    [Fact]
    public void A_secret_inside_another_does_not_uncover_its_rest()
    {
        Assert.Equal("***", new SecretMask(["abcd", "abcd-efgh"]).Apply("abcd-efgh"));
    }

    [Fact]
    public void Text_without_a_secret_stays()
    {
        Assert.Equal("plain", new SecretMask([Secret]).Apply("plain"));
        Assert.Equal("plain", SecretMask.None.Apply("plain"));
    }
}
