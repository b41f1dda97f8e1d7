using Acme;

public static class Usage
{
    public static async Task BodiesAndCollections(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"id":"7"}""");

        var order = await Client(wire).CreateOrderAsync(new Order { Id = "7", Note = null }, tags: ["a", "b"]);

        Assert.Equal(
            """
            POST https://api.acme.test/v1/orders?tags=a%7Cb
            Accept: application/json
            Content-Type: application/json

            {"id":"7","note":null}
            """,
            wire.Request);
        Assert.Equal("7", order.Id);
    }

    public static async Task FilesInForms(GoldenWire wire)
    {
        await Client(wire).AddPhotoAsync(new AddPhotoRequest { Title = "Front", Photo = new FilePart("PNG"u8.ToArray(), "front.png", "image/png") });

        Assert.Equal(
            """
            POST https://api.acme.test/v1/photos
            Content-Type: multipart/form-data; boundary=boundary

            --boundary
            Content-Disposition: form-data; name="title"

            Front
            --boundary
            Content-Disposition: form-data; name="photo"; filename="front.png"
            Content-Type: image/png

            PNG
            --boundary--
            """,
            wire.Request);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
