using System.Net;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Emission.Clients;

/// <summary>What a compiled client makes of an answer.</summary>
public sealed class ClientResponseTests
{
    private const string Outcome = """
        try
        {
            return (await client.CallAsync())?.ToString();
        }
        catch (ApiException<Problem> exception)
        {
            return $"problem {exception.StatusCode} {exception.Error.Reason}";
        }
        catch (ApiException<Failure> exception)
        {
            return $"failure {exception.StatusCode} {exception.Error.Text}";
        }
        catch (ApiException exception)
        {
            return $"{exception.GetType().Name} {exception.StatusCode}";
        }
        """;

    private const string Declared = """{"reason":"declared","text":"declared","id":"o1"}""";

    [Theory]
    [InlineData(302, "302 /next")]
    [InlineData(200, "200 ")]
    [InlineData(303, "ApiException 303")]
    [InlineData(500, "ApiException 500")]
    public async Task RedirectOfAnOperationWithoutAnySuccess_IsItsResult(int status, string expected)
    {
        var generation = new ClientGeneration(Api().With(Operation("GET", "/go", "call", Answer("302", Object(Optional("note"))), Answer("500"))));
        using var wire = new FakeWire(_ =>
        {
            var answer = FakeWire.Answer((HttpStatusCode)status, "<html>", "text/html");
            answer.Headers.TryAddWithoutValidation("Location", status == 302 ? "/next" : null);
            return answer;
        });

        Assert.Equal(expected, await generation.RunAsync(wire, """
            try
            {
                var response = await client.CallResponseAsync();
                return $"{response.StatusCode} {response.Headers["Location"]}";
            }
            catch (ApiException exception)
            {
                return $"{exception.GetType().Name} {exception.StatusCode}";
            }
            """));
    }

    [Theory]
    [InlineData(200, "Order { Id = o1 }")]
    [InlineData(201, "ApiException 201")]
    [InlineData(404, "problem 404 declared")]
    [InlineData(409, "failure 409 declared")]
    [InlineData(418, "ApiException 418")]
    [InlineData(500, "ApiException 500")]
    public async Task EachStatus_SelectsItsResponse(int status, string expected)
    {
        var generation = Of(Answer("200", Ref("Order")), Answer("404", Ref("Problem")), Answer("418"), Answer("4XX", Ref("Failure")));

        Assert.Equal(expected, await generation.RunAsync(new FakeWire((HttpStatusCode)status, Declared), Outcome));
    }

    [Theory]
    [InlineData(400, "problem 400 declared")]
    [InlineData(403, "problem 403 declared")]
    [InlineData(404, "failure 404 declared")]
    [InlineData(422, "problem 422 declared")]
    [InlineData(500, "problem 500 declared")]
    public async Task NeighboursWithOneOutcome_ShareAnArm(int status, string expected)
    {
        var generation = Of(
            Answer("200", Ref("Order")), Answer("400", Ref("Problem")), Answer("403", Ref("Problem")), Answer("404", Ref("Failure")),
            Answer("422", Ref("Problem")), Answer("5XX", Ref("Problem")));

        Assert.Equal(expected, await generation.RunAsync(new FakeWire((HttpStatusCode)status, Declared), Outcome));
        Assert.Contains("400 or 403 => throw", generation.Text("Client"), StringComparison.Ordinal);
        Assert.Contains("422 or >= 500 and <= 599 => throw", generation.Text("Client"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "Order { Id = o1 }")]
    [InlineData(202, "ApiException 202")]
    [InlineData(302, "failure 302 declared")]
    [InlineData(404, "problem 404 declared")]
    [InlineData(503, "failure 503 declared")]
    public async Task Default_StandsForAllOtherErrors(int status, string expected)
    {
        var generation = Of(Answer("default", Ref("Failure")), Answer("404", Ref("Problem")), Answer("200", Ref("Order")));

        Assert.Equal(expected, await generation.RunAsync(new FakeWire((HttpStatusCode)status, Declared), Outcome));
    }

    [Fact]
    public async Task DefaultAlone_IsResultAndError()
    {
        var generation = Of(Answer("default", Ref("Failure")));

        Assert.Equal("Failure { Text = declared }", await generation.RunAsync(new FakeWire(HttpStatusCode.Accepted, Declared), Outcome));
        Assert.Equal("failure 500 declared", await generation.RunAsync(new FakeWire(HttpStatusCode.InternalServerError, Declared), Outcome));
    }

    [Fact]
    public async Task ResultThatMayBeAbsent_IsNull()
    {
        var generation = Of(Answer("200", "application/pdf"), Answer("204"));

        Assert.Equal("none", await generation.RunAsync(new FakeWire(HttpStatusCode.NoContent), """return (await client.CallAsync()) is null ? "none" : "some";"""));
        Assert.Equal(
            "2",
            await generation.RunAsync(
                new FakeWire(_ => FakeWire.Answer(HttpStatusCode.OK, "AB", "application/pdf")),
                "using var body = await client.CallAsync(); return (await body!.ReadAllBytesAsync()).Length;"));
    }

    [Fact]
    public async Task Text_IsReadAsText()
    {
        var generation = Of(Answer("200", "text/plain"));
        var wire = new FakeWire(_ => FakeWire.Answer(HttpStatusCode.OK, "héllo", "text/plain"));

        Assert.Equal("héllo", await generation.RunAsync(wire, "return await client.CallAsync();"));
        Assert.Equal("text/plain", wire.Fields[0]["Accept"]);
    }

    [Fact]
    public async Task DifferentSuccessBodies_AreToldApartByTheStatus()
    {
        var generation = Of(Answer("200", Ref("Order")), Answer("202", Ref("Problem")), Answer("203", "text/plain"));
        const string Statements = """
            var result = await client.CallAsync();
            var visited = "";
            result.Switch(order => visited = order.Id, problem => visited = problem.Reason, text => visited = text);
            return $"{result.StatusCode} {visited} {result.Switch(order => "order", problem => "problem", text => "text")} {result.TryGetOrder(out var order)} {order?.Id} {result}";
            """;

        Assert.Equal("200 o1 order True o1 200 Order { Id = o1 }", await generation.RunAsync(new FakeWire(HttpStatusCode.OK, Declared), Statements));
        Assert.Equal("202 declared problem False  202 Problem { Reason = declared }", await generation.RunAsync(new FakeWire(HttpStatusCode.Accepted, Declared), Statements));
        Assert.Equal("203 plain text False  203 plain", await generation.RunAsync(new FakeWire(HttpStatusCode.NonAuthoritativeInformation, "plain"), Statements));
    }

    [Fact]
    public async Task StreamBesideOtherBodies_IsDisposedThroughTheResult()
    {
        var generation = Of(Answer("200", "application/zip"), Answer("2XX", Ref("Order")), Answer("204"));
        var content = new TrackedContent("AB");
        var wire = new FakeWire(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = content });

        Assert.Equal("A", await generation.RunAsync(wire, """
            using var result = await client.CallAsync();
            result!.TryGetStream(out var stream);
            return ((char)stream!.ReadByte()).ToString();
            """));
        Assert.True(content.IsDisposed);
        Assert.Equal("o1", await generation.RunAsync(new FakeWire(HttpStatusCode.Created, Declared), "using var result = await client.CallAsync(); return result!.TryGetOrder(out var order) ? order.Id : null;"));
        Assert.Null(await generation.RunAsync(new FakeWire(HttpStatusCode.NoContent), "return await client.CallAsync();"));
    }

    [Fact]
    public async Task Stream_IsClosedWhereTheHookThrows()
    {
        var content = new TrackedContent("AB");
        var wire = new FakeWire(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        const string Hook = """
            namespace Acme;

            public sealed partial class AcmeClient
            {
                partial void OnResponseRead(global::Specwright.ApiOperation operation, global::Specwright.ApiResponse response)
                    => throw new System.InvalidOperationException(response.UntypedBody!.GetType().Name);
            }
            """;

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Of(Answer("200", "application/zip")).RunAsync(wire, "return await client.CallAsync();", "", Hook));

        Assert.Equal("ApiStream", error.Message);
        Assert.True(content.IsDisposed);
    }

    [Fact]
    public async Task Stream_IsReadAfterTheMethodHasReturned()
    {
        var generation = Of(Answer("200", "application/pdf").WithHeader("X-Pages", Integer("int32")), Answer("404", Ref("Problem")));
        var wire = new FakeWire(_ =>
        {
            var answer = FakeWire.Answer(HttpStatusCode.OK, "%PDF", "application/pdf");
            answer.Content.Headers.Add("Content-Disposition", "attachment; filename=\"../a.pdf\"");
            answer.Headers.Add("X-Pages", "3");
            return answer;
        });

        Assert.Equal("3 application/pdf; charset=utf-8 4 a.pdf %PDF", await generation.RunAsync(wire, """
            var response = await client.CallResponseAsync();
            using var body = response.Body;
            using var text = new System.IO.StreamReader(body);
            return $"{response.DeclaredHeaders.Pages} {body.ContentType} {body.ContentLength} {body.FileName} {await text.ReadToEndAsync()}";
            """));
        Assert.Equal("application/pdf", wire.Fields[0]["Accept"]);
        Assert.Equal("problem 404 declared", await generation.RunAsync(new FakeWire(HttpStatusCode.NotFound, Declared), Outcome));
    }

    [Fact]
    public async Task Events_AreTypedItems()
    {
        var generation = Of(Answer("200", ("application/json", Ref("Order")), ("text/event-stream", Ref("Order"))), Answer("404", Ref("Problem")));
        var wire = new FakeWire(request => request.Headers.Accept.ToString() == "text/event-stream"
            ? FakeWire.Answer(HttpStatusCode.OK, "event: made\nid: 7\ndata: {\"id\":\ndata: \"o1\"}\n\n: alive\n\ndata: {\"id\":\"o2\"}\n\ndata: [DONE]\n\n", "text/event-stream")
            : FakeWire.Answer(HttpStatusCode.OK, Declared));

        Assert.Equal("made 7 o1, message 7 o2, ", await generation.RunAsync(wire, """
            var seen = "";
            await foreach (var item in client.CallStreamAsync())
            {
                seen += $"{item.Type} {item.Id} {item.Data.Id}, ";
            }

            return seen;
            """));
        Assert.Equal("Order { Id = o1 }", await generation.RunAsync(wire, Outcome));
        Assert.Equal("declared", await generation.RunAsync(new FakeWire(HttpStatusCode.NotFound, Declared), """
            try
            {
                await foreach (var item in client.CallStreamAsync())
                {
                }

                return "nothing";
            }
            catch (ApiException<Problem> exception)
            {
                return exception.Error.Reason;
            }
            """));
        Assert.Equal("call: the server answered 200 OK, but its body cannot be read: expected text/event-stream, got application/json {\"id\":\"o1\"}", await generation.RunAsync(
            new FakeWire(HttpStatusCode.OK, """{"id":"o1"}"""),
            """
            try
            {
                await client.CallStreamResponseAsync();
                return "nothing";
            }
            catch (ApiException exception)
            {
                return exception.Message + " " + exception.Content;
            }
            """));
    }

    [Theory]
    [InlineData("text/event-stream", "data: one\n\ndata: two\n\n", "item.Data")]
    [InlineData("application/x-ndjson", "\"one\"\n\"two\"", "item.GetString()")]
    [InlineData("application/json-seq", "\u001E\"one\"\n\u001E\"two\"\n", "item.GetString()")]
    public async Task SequenceWithoutASchema_GivesTextOrElements(string mediaType, string body, string text)
    {
        var wire = new FakeWire(_ => FakeWire.Answer(HttpStatusCode.OK, body, mediaType));

        Assert.Equal("one two ", await Of(Answer("200", mediaType)).RunAsync(wire, $$"""
            var seen = "";
            await foreach (var item in client.CallAsync())
            {
                seen += {{text}} + " ";
            }

            return seen;
            """));
    }

    [Fact]
    public async Task SequenceThatIsLeftEarly_IsClosed()
    {
        var content = new TrackedContent("{\"id\":\"o1\"}\n{\"id\":\"o2\"}\n");
        content.Headers.ContentType = new("application/jsonl");
        var wire = new FakeWire(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = content });

        Assert.Equal("o1", await Of(Answer("200", ("application/jsonl", Array(Ref("Order"))))).RunAsync(wire, """
            await foreach (var item in client.CallAsync())
            {
                return item.Id;
            }

            return null;
            """));
        Assert.True(content.IsDisposed);
    }

    [Fact]
    public async Task SequenceThatMayBeAbsent_IsEmpty()
        => Assert.Equal("0", await Of(Answer("200", "application/jsonl"), Answer("204")).RunAsync(new FakeWire(HttpStatusCode.NoContent), """
            var count = 0;
            await foreach (var item in client.CallAsync())
            {
                count++;
            }

            return count;
            """));

    [Fact]
    public async Task WithoutAResult_StatusesAreStillChecked()
    {
        var generation = Of(Answer("204"), Answer("404", Ref("Problem")));

        Assert.Equal("204", await generation.RunAsync(new FakeWire(HttpStatusCode.NoContent), "return (await client.CallResponseAsync()).StatusCode;"));
        Assert.Equal(
            "declared",
            await generation.RunAsync(
                new FakeWire(HttpStatusCode.NotFound, Declared),
                "try { await client.CallAsync(); return null; } catch (ApiException<Problem> exception) { return exception.Error.Reason; }"));
        Assert.Equal(
            "200",
            await generation.RunAsync(
                new FakeWire(HttpStatusCode.OK, Declared),
                "try { await client.CallAsync(); return null; } catch (ApiException exception) { return exception.StatusCode; }"));
    }

    [Fact]
    public async Task DeclaredHeaders_AreReadAndSecretsAreNotPrinted()
    {
        var generation = Of(
            Answer("200", Ref("Order"))
                .WithHeader("X-Rate-Limit", Integer("int32"))
                .WithHeader("X-Broken", Integer("int32"))
                .WithHeader("X-State", Enum("a", "b"))
                .WithHeader("X-Expires", String("date-time"))
                .WithHeader("x-refresh-token"));
        var wire = new FakeWire(_ =>
        {
            var answer = FakeWire.Answer(HttpStatusCode.OK, Declared);
            answer.Headers.Add("X-Rate-Limit", "42");
            answer.Headers.Add("X-Broken", "many");
            answer.Headers.Add("X-State", "c");
            answer.Headers.Add("X-Expires", "Sun, 06 Nov 1994 08:49:37 GMT");
            answer.Headers.Add("x-refresh-token", "planted");
            return answer;
        });

        var printed = await generation.RunAsync(wire, """
            var headers = (await client.CallResponseAsync()).DeclaredHeaders;
            return $"{headers.RefreshToken} {headers.Expires:O} {headers}";
            """);

        Assert.Equal(
            "planted 1994-11-06T08:49:37.0000000+00:00 "
            + "CallHeaders { RateLimit = 42, Broken = , State = c, Expires = 11/06/1994 08:49:37 +00:00, RefreshToken = *** }",
            printed);
    }

    [Fact]
    public async Task HeadersWithoutABody_AreReadToo()
    {
        var generation = Of(Answer("204").WithHeader("Location"));
        var wire = new FakeWire(_ =>
        {
            var answer = FakeWire.Answer(HttpStatusCode.NoContent);
            answer.Headers.Add("Location", "/orders/1");
            return answer;
        });

        Assert.Equal("/orders/1", await generation.RunAsync(wire, "return (await client.CallResponseAsync()).DeclaredHeaders.Location;"));
    }

    private sealed class TrackedContent(string text) : StringContent(text)
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private static ClientGeneration Of(params Response[] responses) => new(Api(
        ("Order", Object(Required("id"))),
        ("Problem", Object(Required("reason"))),
        ("Failure", Object(Required("text")))).With(Operation("GET", "/call", "call", [.. responses])));
}
