using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Specwright.Json;

namespace Specwright.Tests.Requests;

public class MultipartBodyTests
{
    [Fact]
    public async Task OtherKindsOfParts_AreWrittenTheSameWay()
    {
        using var related = new MultipartBody("multipart/related; boundary=theirs; start=\"a\"")
            .AddValue<string, StringCodec>("note", "text", "application/xml")
            .AddPart(null, new FilePart("x"u8.ToArray(), "") { Headers = new Dictionary<string, string> { ["Content-ID"] = "<1>", ["X-Rate"] = "5" } }, "image/png");
        var text = await related.ReadAsStringAsync();
        var type = related.Headers.ContentType!;
        var boundary = type.Parameters.Single(parameter => parameter.Name == "boundary").Value;

        Assert.Equal("multipart/related", type.MediaType);
        Assert.NotEqual("theirs", boundary);
        Assert.Equal("\"application/xml\"", type.Parameters.Single(parameter => parameter.Name == "type").Value);
        Assert.Equal(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"note\"\r\nContent-Type: application/xml\r\n\r\ntext\r\n"
            + $"--{boundary}\r\nContent-Type: image/png\r\nContent-ID: <1>\r\nX-Rate: 5\r\n\r\nx\r\n--{boundary}--\r\n",
            text);
    }

    [Theory]
    [InlineData("X-A", "1\r\nX-B: 2")]
    [InlineData("X-A: 1\r\nX-B", "2")]
    [InlineData("", "2")]
    public void HeaderFieldThatCouldLeaveItsPlace_IsRefused(string name, string value)
        => Assert.Throws<ArgumentException>(() => new MultipartBody().AddFile("f", new FilePart(new byte[1], "f") { Headers = new Dictionary<string, string> { [name] = value } }));

    [Theory]
    [InlineData("application/json")]
    [InlineData("nothing")]
    public void MediaTypeThatIsNoneOfParts_IsRefused(string mediaType) => Assert.Throws<ArgumentException>(() => new MultipartBody(mediaType));

    [Theory]
    [InlineData("application/xop+xml; charset=UTF-8; type=\"text/xml\"", "\"application/xop+xml\"")]
    [InlineData(null, "\"text/plain\"")]
    public void RelatedParts_NameTheTypeOfTheFirstWithoutItsParameters(string? mediaType, string type)
    {
        using var body = new MultipartBody("multipart/related").AddPart(null, new FilePart("<a/>"u8.ToArray(), "", mediaType));
        Assert.Equal(type, body.Headers.ContentType!.Parameters.Single(parameter => parameter.Name == "type").Value);
    }

    [Fact]
    public async Task Parts_StandByTheBytes()
    {
        using var body = new MultipartBody()
            .AddValue<string, StringCodec>("name", "Zoë")
            .AddValue<int, Int32Codec>("count", (int?)3)
            .AddValue<int, Int32Codec>("none", (int?)null)
            .AddValue<string, StringCodec>("nothing", null)
            .AddValue<JsonElement, JsonElementCodec>("address", Json("""{"city":"B"}"""))
            .AddValue<string, StringCodec>("note", "<b>", "text/html")
            .AddValues<string, StringCodec>("tags", ["a", "b"])
            .AddDelimited<int, Int32Codec>("ids", [1, 2], "|")
            .AddDelimited<int, Int32Codec>("noIds", [], "|")
            .AddFile("photo", new FilePart(new byte[] { 0, 255 }, "p.png"), "image/png")
            .AddFiles("files", [new FilePart(new MemoryStream("x"u8.ToArray()), "x.txt", "text/plain"), new FilePart("y"u8.ToArray(), "y")])
            .AddFile("noFile", null)
            .AddMembers<JsonElement, JsonElementCodec>(new Dictionary<string, JsonElement> { ["more"] = Json("1") });

        var boundary = BoundaryOf(body);
        var bytes = await body.ReadAsByteArrayAsync();

        Assert.Equal(
            """
            --B
            Content-Disposition: form-data; name="name"

            ZoÃ«
            --B
            Content-Disposition: form-data; name="count"

            3
            --B
            Content-Disposition: form-data; name="address"
            Content-Type: application/json

            {"city":"B"}
            --B
            Content-Disposition: form-data; name="note"
            Content-Type: text/html

            <b>
            --B
            Content-Disposition: form-data; name="tags"

            a
            --B
            Content-Disposition: form-data; name="tags"

            b
            --B
            Content-Disposition: form-data; name="ids"

            1|2
            --B
            Content-Disposition: form-data; name="photo"; filename="p.png"
            Content-Type: image/png

            0ÿ
            --B
            Content-Disposition: form-data; name="files"; filename="x.txt"
            Content-Type: text/plain

            x
            --B
            Content-Disposition: form-data; name="files"; filename="y"
            Content-Type: application/octet-stream

            y
            --B
            Content-Disposition: form-data; name="more"

            1
            --B--

            """.ReplaceLineEndings("\r\n"),
            Encoding.Latin1.GetString(bytes).Replace(boundary, "B", StringComparison.Ordinal).Replace('\0', '0'));
        Assert.Equal(bytes.Length, body.Headers.ContentLength);
    }

    [Fact]
    public async Task NamesAndFileNames_CannotForgeFields()
    {
        using var body = new MultipartBody().AddFile("a\"\r\nb", new FilePart("x"u8.ToArray(), "é\"; x=\"\r\nX-Evil: 1"));

        Assert.Contains(
            "Content-Disposition: form-data; name=\"a%22%0D%0Ab\"; filename=\"é%22; x=%22%0D%0AX-Evil: 1\"\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n",
            await body.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new FilePart("x"u8.ToArray(), "x", "text/plain\r\nX: 1"));
        Assert.Throws<ArgumentException>(() => new FilePart("x"u8.ToArray(), "x", "text"));
        Assert.Throws<ArgumentException>(() => new MultipartBody().AddValue<string, StringCodec>("x", "x", "text/plain\r\nX: 1"));
    }

    [Fact]
    public async Task StreamThatCanSeek_IsSentAgainFromWhereItStood()
    {
        using var stream = new MemoryStream("abc"u8.ToArray()) { Position = 1 };
        using var body = new MultipartBody().AddFile("f", new FilePart(stream, "f"));

        Assert.Equal(await Sent(body), await Sent(body));
        Assert.Contains("\r\n\r\nbc\r\n", await Sent(body), StringComparison.Ordinal);
        using var target = new MemoryStream();
        body.CopyTo(target, null, default);
        Assert.Equal(await Sent(body), Encoding.UTF8.GetString(target.ToArray()));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task StreamThatCannotSeek_HasNoLengthAndIsSentOnce()
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await zip.WriteAsync("abc"u8.ToArray());
        }

        packed.Position = 0;
        await using var stream = new GZipStream(packed, CompressionMode.Decompress);
        using var body = new MultipartBody().AddFile("f", new FilePart(stream, "f"));

        Assert.Null(body.Headers.ContentLength);
        Assert.Contains("\r\n\r\nabc\r\n", await Sent(body), StringComparison.Ordinal);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Sent(body));
        Assert.Contains("sent already", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boundary_IsNewForEachBody()
    {
        using var first = new MultipartBody();
        using var second = new MultipartBody();

        Assert.NotEqual(BoundaryOf(first), BoundaryOf(second));
        Assert.Equal($"--{BoundaryOf(first)}--\r\n", await Sent(first));
    }

    [Fact]
    public void FileInJson_IsItsText()
    {
        Assert.Equal("\"é\"", Encoding.UTF8.GetString(ApiJson.ToUtf8Bytes<FilePart, FilePartCodec>(new FilePart("é"u8.ToArray(), "x"))));
        Assert.Equal("\"é\"", Encoding.UTF8.GetString(ApiJson.ToUtf8Bytes<FilePart, FilePartCodec>(ApiJson.Read<FilePart, FilePartCodec>("\"é\""u8))));
        Assert.Throws<InvalidOperationException>(() => ApiJson.ToUtf8Bytes<FilePart, FilePartCodec>(new FilePart(new byte[] { 255 }, "x")));
        Assert.Throws<InvalidOperationException>(() => ApiJson.ToUtf8Bytes<FilePart, FilePartCodec>(new FilePart(new MemoryStream(), "x")));
        Assert.Equal("FilePart(x)", new FilePart("secret"u8.ToArray(), "x").ToString());
    }

    private static string BoundaryOf(MultipartBody body)
    {
        var contentType = body.Headers.NonValidated["Content-Type"].ToString();
        Assert.StartsWith("multipart/form-data; boundary=", contentType, StringComparison.Ordinal);
        return contentType["multipart/form-data; boundary=".Length..];
    }

    private static async Task<string> Sent(MultipartBody body)
    {
        using var target = new MemoryStream();
        await body.CopyToAsync(target);
        return Encoding.UTF8.GetString(target.ToArray());
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
