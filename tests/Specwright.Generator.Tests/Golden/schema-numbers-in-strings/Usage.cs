using Acme;

public static class Usage
{
    public static async Task ANumberInAStringIsANumberHereAndAStringOnTheWire(GoldenWire wire)
    {
        var text = """{"id":"18446744073709551615","capacity":"-9007199254740993","confirmations":"6","fee":"0.10","rate":"1.50","plain":18446744073709551615}""";
        wire.Answer(HttpStatusCode.OK, text);

        // A server that writes bare numbers is understood too.
        wire.Answer(HttpStatusCode.OK, """{"capacity":7}""");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var channel = await client.PutChannelAsync(7, new Channel { Capacity = 1 });
        Assert.Equal("""{"capacity":"1"}""", wire.Body);
        Assert.Equal((ulong.MaxValue, -9007199254740993, 6, 0.10m, "1.50"), (channel.Id!.Value, channel.Capacity!.Value, channel.Confirmations!.Value, channel.Fee!.Value, channel.Rate));

        Assert.Equal(7, (await client.PutChannelAsync(7, channel)).Capacity);
        Assert.Equal(text, wire.Body);
    }
}
