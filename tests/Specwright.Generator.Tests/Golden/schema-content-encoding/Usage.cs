using Acme;

public static class Usage
{
    public static async Task EncodedBytesAreBytes(GoldenWire wire)
    {
        // The other alphabet and text without padding are understood as well.
        wire.Answer(HttpStatusCode.OK, """{"page":"-_8","token":"+/8=","old":"AAE","mail":"a=3Db","meta":"{}"}""");
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        var stored = await client.PutDocumentAsync(new Document { Page = new byte[] { 251, 255 }, Token = new byte[] { 251, 255 }, Meta = "{}" });
        Assert.Equal("""{"page":"+/8=","token":"-_8","meta":"{}"}""", wire.Body);
        Assert.Equal([251, 255], stored.Page!.Value.ToArray());
        Assert.Equal([251, 255], stored.Token!.Value.ToArray());
        Assert.Equal([0, 1], stored.Old!.Value.ToArray());
        Assert.Equal("a=3Db", stored.Mail);
    }
}
