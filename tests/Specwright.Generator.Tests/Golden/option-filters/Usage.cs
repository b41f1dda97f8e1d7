using Acme;

public static class Usage
{
    public static async Task WhatIsLeftWorks(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """[{"buyer":{"name":"n"}}]""");
        wire.Answer(HttpStatusCode.OK, """{"kind":"Cat","basket":{"size":2}}""");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        Assert.Equal("n", (await client.ListOrdersAsync())[0].Buyer!.Name);

        // A kind of what is answered, though no operation names it.
        Assert.Equal(2, Assert.IsType<Cat>(await client.GetPetAsync()).Basket!.Size);
        Assert.Equal("7", AcmeWebhooks.ReadOrderPaid("""{"id":"7"}"""u8).Id);
    }

    public static void NothingElseIsThere()
    {
        var types = typeof(AcmeClient).Assembly.GetTypes().Where(type => type.Namespace == "Acme" && !type.IsNested).Select(type => type.Name).Order(StringComparer.Ordinal);

        Assert.Equal(
            "AcmeClient AcmeJson AcmeOptions AcmeRegistration AcmeWebhooks Basket Buyer Cat IAcmeClient Order OrderPaid Pet",
            string.Join(" ", types));
        Assert.Equal(["GetPetAsync", "GetPetResponseAsync", "ListOrdersAsync", "ListOrdersResponseAsync"], typeof(IAcmeClient).GetMethods().Select(method => method.Name).Order(StringComparer.Ordinal));
    }
}
