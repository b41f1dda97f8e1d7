using System.Text;

namespace Payments.Cli;

public sealed class SecretMaskTests
{
    private const string Secret = "s3cret/+value";

    [Fact]
    public void Secret_IsMaskedAsItIsEscapedAndInBase64()
    {
        var mask = new SecretMask([Secret]);
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret + ":"));

        Assert.Equal("key ***, url ***, basic ***!", mask.Apply($"key {Secret}, url {Uri.EscapeDataString(Secret)}, basic {basic}!"));
    }

    [Fact]
    public void SecretInsideAnother_DoesNotUncoverItsRest()
    {
        Assert.Equal("***", new SecretMask(["abcd", "abcd-efgh"]).Apply("abcd-efgh"));
    }

    [Fact]
    public void TextWithoutASecret_Stays()
    {
        Assert.Equal("plain", new SecretMask([Secret]).Apply("plain"));
        Assert.Equal("plain", SecretMask.None.Apply("plain"));
    }
}
