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
            await generation.RunAsync(new FakeWire(_ => FakeWire.Answer(HttpStatusCode.OK, "AB", "application/pdf")), "return (await client.CallAsync())!.Value.Length;"));
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
    public async Task DifferentSuccessBodies_BecomeAJsonElement()
    {
        var generation = Of(Answer("200", Ref("Order")), Answer("202", Ref("Problem")));

        Assert.Equal("o1", await generation.RunAsync(new FakeWire(HttpStatusCode.Accepted, Declared), """return (await client.CallAsync()).GetProperty("id").GetString();"""));
    }

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

    private static ClientGeneration Of(params Response[] responses) => new(Api(
        ("Order", Object(Required("id"))),
        ("Problem", Object(Required("reason"))),
        ("Failure", Object(Required("text")))).With(Operation("GET", "/call", "call", [.. responses])));
}
