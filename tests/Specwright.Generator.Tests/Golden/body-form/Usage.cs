using Acme;

public static class Usage
{
    public static async Task FieldsStandAsTheirEncodingSays(GoldenWire wire)
    {
        await Client(wire).SendAsync(new SendRequest
        {
            Name = "a b&c",
            Tags = ["x", "y"],
            Ids = [1, 2],
            Address = new SendRequestAddress { City = "Pune" },
            Range = new SendRequestRange { From = 1, To = 5 },
            Note = null,
        });

        Assert.Equal("application/x-www-form-urlencoded", wire.Field("Content-Type"));
        Assert.Equal("name=a+b%26c&tags=x&tags=y&ids=1%7C2&address=%7B%22city%22%3A%22Pune%22%7D&range%5Bfrom%5D=1&range%5Bto%5D=5", wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
