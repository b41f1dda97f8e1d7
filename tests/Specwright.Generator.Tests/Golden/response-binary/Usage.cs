using System.Text;
using Acme;

public static class Usage
{
    public static async Task TheBodyIsReadWhileItComes(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, "%PDF-1.7", "application/pdf");

        await using var invoice = await client.DownloadInvoiceAsync("42");
        var file = new MemoryStream();
        await invoice.CopyToAsync(file);

        Assert.Equal("%PDF-1.7", Encoding.ASCII.GetString(file.ToArray()));
        Assert.Equal("application/pdf; charset=utf-8", invoice.ContentType);
        Assert.Equal("application/pdf", wire.Field("Accept"));
    }

    public static async Task ASmallOneIsReadWhole(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        var content = new ByteArrayContent([1, 2, 3]);
        content.Headers.Add("Content-Disposition", "attachment; filename=\"invoice 42.pdf\"");
        wire.Answer(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });

        var response = await client.DownloadInvoiceResponseAsync("42");

        Assert.Equal("invoice 42.pdf", response.Body.FileName);
        Assert.Equal([1, 2, 3], await response.Body.ReadAllBytesAsync());
    }

    public static async Task AnErrorIsTypedAsEverywhere(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.NotFound, """{"reason":"no such invoice"}""");

        var error = await Assert.ThrowsAsync<ApiException<Problem>>(() => client.DownloadInvoiceAsync("0"));

        Assert.Equal("no such invoice", error.Error.Reason);
    }
}
