using Acme;

public static class Usage
{
    public static async Task WhatIsNotSetIsNotSentAndWhatIsNotThereIsNull(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, "{}");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var order = await client.PutOrderAsync(new Order());
        Assert.Equal("{}", wire.Body);
        Assert.Null(order.Copies);
    }
}
