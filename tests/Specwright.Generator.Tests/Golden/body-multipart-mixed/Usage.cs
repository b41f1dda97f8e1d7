using Acme;

public static class Usage
{
    public static async Task PartsAreNamedAndTyped(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);

        await client.UploadFileAsync(new UploadFileRequest
        {
            Metadata = new Metadata { Name = "logo" },
            Media = new FilePart("PNG"u8.ToArray(), "logo.png") { Headers = new Dictionary<string, string> { ["Content-ID"] = "<logo>" } },
        });

        Assert.Equal(
            """
            POST https://api.acme.test/files
            Content-Type: multipart/related; boundary=boundary; type="application/json"

            --boundary
            Content-Disposition: form-data; name="metadata"
            Content-Type: application/json

            {"name":"logo"}
            --boundary
            Content-Disposition: form-data; name="media"; filename="logo.png"
            Content-Type: image/png
            Content-ID: <logo>

            PNG
            --boundary--
            """,
            wire.Request);
    }
}
