using Acme;

public static class Usage
{
    public static async Task AValueIsOneOfTheCases(GoldenWire wire)
    {
        var text = """{"buyer":{"vatId":"B"},"note":null}""";
        wire.Answer(HttpStatusCode.OK, text);
        wire.Answer(HttpStatusCode.OK, """{"buyer":7}""");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var order = await client.PutOrderAsync(new Order { Buyer = new Person { Surname = "A" }, Note = "n" });
        Assert.Equal("""{"buyer":{"surname":"A"},"note":"n"}""", wire.Body);
        Assert.Equal("B", order.Buyer!.Switch(person => person.Surname, company => company.VatId, text => text, unknown => "?"));
        Assert.Null(order.Note);

        // A value that is none of the cases is kept.
        var other = await client.PutOrderAsync(order);
        Assert.Equal(text, wire.Body);
        Assert.True(other.Buyer!.IsUnknown);
    }
}
