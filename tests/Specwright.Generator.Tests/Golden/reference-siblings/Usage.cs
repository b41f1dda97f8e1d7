using Acme;

public static class Usage
{
    public static async Task WordsBesideAReferenceAreItsOwn(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, "{}");

        await Client(wire).PutOrderAsync("7", new Order
        {
            Billing = new Address { City = "Pune" },
            Verified = new OrderVerified { City = "Delhi", CheckedBy = "Asha" },
        });

        Assert.Equal("""{"billing":{"city":"Pune"},"verified":{"city":"Delhi","checkedBy":"Asha"}}""", wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
