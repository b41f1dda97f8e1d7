using Acme;

public static class Usage
{
    public static async Task WhatIsHiddenIsNotThere(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"id":"1","secretPlan":"s","raw":{"a":"b"}}""");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var order = await client.CreateOrderAsync(new Order { Id = "1" }, dry: true);
        Assert.Equal("POST /orders?dry=true", wire.Target);
        Assert.Equal("""{"id":"1"}""", wire.Body);

        // Of a hidden schema the value is left.
        Assert.Equal("b", order.Raw!.Value.GetProperty("a").GetString());
        Assert.Equal(["CreateOrderAsync", "CreateOrderResponseAsync"], typeof(IAcmeClient).GetMethods().Select(method => method.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Order"], typeof(Order).Assembly.GetTypes().Where(type => type.Namespace == "Acme" && !type.IsNested && !type.Name.Contains("Acme")).Select(type => type.Name));
    }
}
