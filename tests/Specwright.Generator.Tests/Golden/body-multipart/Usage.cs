using Acme;

public static class Usage
{
    public static async Task FilesTextAndJsonParts(GoldenWire wire)
    {
        await Client(wire).SendAsync(new SendRequest
        {
            Title = "Front",
            Photo = new FilePart("PNG"u8.ToArray(), "front.png"),
            Scans = [new FilePart(new MemoryStream("1"u8.ToArray()), "1.pdf", "application/pdf"), new FilePart("2"u8.ToArray(), "2")],
            Address = new SendRequestAddress { City = "Pune" },
            Receipts = [new FilePart("3"u8.ToArray(), "3"), new FilePart("4"u8.ToArray(), "4")],
            Tags = ["a", "b"],
        });

        Assert.Equal(
            """
            POST https://api.acme.test/orders
            Content-Type: multipart/form-data; boundary=boundary

            --boundary
            Content-Disposition: form-data; name="title"

            Front
            --boundary
            Content-Disposition: form-data; name="photo"; filename="front.png"
            Content-Type: image/png

            PNG
            --boundary
            Content-Disposition: form-data; name="scans"; filename="1.pdf"
            Content-Type: application/pdf

            1
            --boundary
            Content-Disposition: form-data; name="scans"; filename="2"
            Content-Type: application/octet-stream

            2
            --boundary
            Content-Disposition: form-data; name="address"
            Content-Type: application/json

            {"city":"Pune"}
            --boundary
            Content-Disposition: form-data; name="receipts"; filename="3"
            Content-Type: application/octet-stream

            3
            --boundary
            Content-Disposition: form-data; name="receipts"; filename="4"
            Content-Type: application/octet-stream

            4
            --boundary
            Content-Disposition: form-data; name="tags"

            a,b
            --boundary--
            """,
            wire.Request);
    }

    public static async Task NamesCannotBreakOut(GoldenWire wire)
    {
        await Client(wire).SendAsync(new SendRequest { Title = "t", Photo = new FilePart("x"u8.ToArray(), "a\"\r\nX: y") });

        Assert.Contains("filename=\"a%22%0D%0AX: y\"", wire.Body);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
