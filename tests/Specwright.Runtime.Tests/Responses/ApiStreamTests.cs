using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Acme;
using Specwright.Testing;

namespace Specwright.Tests.Responses;

public class ApiStreamTests
{
    [Fact]
    public async Task Body_ComesWhileItIsRead()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = LoopbackServer.Writing(async stream =>
        {
            await WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: application/pdf; version=2\r\nContent-Disposition: attachment; filename=\"a b.pdf\"\r\nContent-Length: 8\r\n\r\n%PDF");
            await gate.Task;
            await WriteAsync(stream, "-1.7");
        });

        var response = await OpenBody.OpenAsync(server);

        await using var body = response.Body;
        Assert.Equal(("application/pdf; version=2", 8L, "a b.pdf"), (body.ContentType, body.ContentLength, body.FileName));
        Assert.Same(body, response.UntypedBody);
        var buffer = new byte[100];
        Assert.Equal(4, await body.ReadAtLeastAsync(buffer, 4));
        gate.SetResult();
        Assert.Equal("-1.7", await new StreamReader(body).ReadToEndAsync());
        Assert.Equal(0, await body.ReadAsync(buffer));
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\nhalf", "was cut off: the connection closed before its end")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n", "was cut off: the connection closed before its end")]
    [InlineData("Content-Length: 4\r\nContent-Encoding: gzip\r\n\r\nhalf", "is not what its content encoding says")]
    public async Task BodyThatBreaksOff_IsAnErrorAndNeverAShortFile(string rest, string problem)
    {
        using var server = new LoopbackServer("HTTP/1.1 200 OK\r\n" + rest);
        var options = new AcmeOptions { BaseAddress = server.Address };
        var httpClient = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All });
        var response = await OpenBody.OpenAsync(httpClient, options, new ApiTelemetry("x"), static content => content.ReadStream(), static _ => true);
        await using var body = response.Body;

        var error = await Assert.ThrowsAsync<ApiException>(() => body.CopyToAsync(Stream.Null));

        Assert.Equal("getReport: the server answered 200 OK, but its body " + problem, error.Message);
        Assert.Equal(200, error.StatusCode);
        Assert.NotNull(error.Headers);
    }

    [Fact]
    public async Task BodyOfAHandler_ThatIsShorterThanAnnounced_IsAnError()
    {
        var handler = new StubHandler(_ => new HttpResponseMessage { Content = new StreamContent(new MemoryStream("abc"u8.ToArray())) { Headers = { ContentLength = 10 } } });
        var response = await OpenBody.OpenAsync(new HttpClient(handler), new AcmeOptions(), new ApiTelemetry("x"), static content => content.ReadStream(), static _ => true);
        using var body = response.Body;

        var error = Assert.Throws<ApiException>(() => body.CopyTo(Stream.Null));

        Assert.Equal("getReport: the server answered 200 OK, but its body ended after 3 of 10 bytes", error.Message);
    }

    [Fact]
    public async Task CancelledRead_EndsAndFreesTheConnection()
    {
        using var server = LoopbackServer.Writing(EndlessAfter("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n", pauses: true, out var gate));
        using var cancellation = new CancellationTokenSource();
        var response = await OpenBody.OpenAsync(server);
        using (var body = response.Body)
        {
            var reading = body.ReadAtLeastAsync(new byte[1_000_000], 1_000_000, cancellationToken: cancellation.Token).AsTask();
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        }

        gate.SetResult();
        Assert.NotNull(await server.Ended.Task);
    }

    [Fact]
    public async Task TokenOfTheCall_EndsWithTheHeaderFields()
    {
        using var server = new LoopbackServer(LoopbackServer.Answer("200 OK", "body", "application/zip"));
        using var cancellation = new CancellationTokenSource();
        var response = await OpenBody.OpenAsync(server, cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        Assert.Equal("body"u8.ToArray(), await response.Body.ReadAllBytesAsync());
    }

    [Fact]
    public async Task TimeLimit_CountsUntilTheHeaderFieldsAreThere()
    {
        var time = new ManualTimeProvider();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = LoopbackServer.Writing(async stream =>
        {
            await WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n");
            await gate.Task;
            await WriteAsync(stream, "late");
        });
        var response = await OpenBody.OpenAsync(server, options => options.TimeProvider = time);
        using var body = response.Body;
        var reading = new StreamReader(body).ReadToEndAsync();

        time.Advance(TimeSpan.FromHours(5));
        gate.SetResult();

        Assert.Equal("late", await reading);
    }

    [Fact]
    public async Task Error_IsReadWholeAndTyped()
    {
        using var server = new LoopbackServer(LoopbackServer.Answer("404 Not Found", """{"code":"E09"}"""));

        var error = await Assert.ThrowsAsync<ApiException<ErrorBody>>(() => OpenBody.OpenAsync(server));

        Assert.Equal("E09", error.Error.Code);
    }

    [Fact]
    public async Task EarlyDisposal_ClosesTheConnection()
    {
        using var server = LoopbackServer.Writing(EndlessAfter("HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\n", pauses: false, out _));
        var response = await OpenBody.OpenAsync(server);
        var buffer = new byte[10];
        Assert.True(await response.Body.ReadAsync(buffer) > 0);

        await response.Body.DisposeAsync();

        Assert.NotNull(await server.Ended.Task);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => response.Body.ReadAsync(buffer).AsTask());
        Assert.False(response.Body.CanRead);
    }

    [Fact]
    public async Task BodyThatNobodyTakes_IsClosed()
    {
        var content = new ClosedContent();
        var handler = new StubHandler(_ => new HttpResponseMessage { Content = content });

        var response = await OpenBody.OpenAsync<string?>(new HttpClient(handler), new AcmeOptions(), new ApiTelemetry("x"), static _ => null, static _ => true);
        Assert.Null(response.Body);
        Assert.True(content.IsClosed);
    }

    [Fact]
    public async Task BodyWhoseReaderThrows_IsClosed()
    {
        var content = new ClosedContent();
        var handler = new StubHandler(_ => new HttpResponseMessage { Content = content });

        await Assert.ThrowsAsync<InvalidOperationException>(() => OpenBody.OpenAsync<string>(
            new HttpClient(handler),
            new AcmeOptions(),
            new ApiTelemetry("x"),
            static answer =>
            {
                answer.ReadStream();
                throw new InvalidOperationException();
            },
            static _ => true));

        Assert.True(content.IsClosed);
    }

    [Fact]
    public async Task ReadAllBytes_KeepsTheLimit()
    {
        using var announced = new LoopbackServer(LoopbackServer.Answer("200 OK", "12345", "application/zip"));
        using var chunked = new LoopbackServer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n0\r\n\r\n");
        foreach (var server in new[] { announced, chunked })
        {
            var response = await OpenBody.OpenAsync(server, options => options.MaxResponseBytes = 4);
            var error = await Assert.ThrowsAsync<ApiException>(() => response.Body.ReadAllBytesAsync());
            Assert.Equal("getReport: the server answered 200 OK, but its body is longer than MaxResponseBytes (4 bytes)", error.Message);
            Assert.False(response.Body.CanRead);
        }
    }

    [Theory]
    [InlineData("attachment; filename=plain.pdf", "plain.pdf")]
    [InlineData("attachment; filename=\"a \\\"b\\\".pdf\"", "a \"b\".pdf")]
    [InlineData("attachment; filename=x.pdf; filename*=UTF-8''%e2%82%b9.pdf", "₹.pdf")]
    [InlineData("attachment; filename=\"=?utf-8?B?4oK5LnBkZg==?=\"", "₹.pdf")]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"C:\\\\temp\\\\a.exe\"", "a.exe")]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment; filename=\"\"", null)]
    [InlineData("attachment", null)]
    [InlineData("\"", null)]
    [InlineData(null, null)]
    public async Task FileName_IsAProposalWithoutFolders(string? disposition, string? expected)
    {
        var content = new ByteArrayContent([]);
        if (disposition is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        }

        var handler = new StubHandler(_ => new HttpResponseMessage { Content = content });
        var response = await OpenBody.OpenAsync(new HttpClient(handler), new AcmeOptions(), new ApiTelemetry("x"), static answer => answer.ReadStream(), static _ => true);

        Assert.Equal(expected, response.Body.FileName);
    }

    [Fact]
    public async Task FileNameInRawUtf8_IsRead()
    {
        using var server = LoopbackServer.Writing(stream => WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=\"₹ über.pdf\"\r\nContent-Length: 0\r\n\r\n"));
        using var body = (await OpenBody.OpenAsync(server)).Body;
        Assert.Equal("₹ über.pdf", body.FileName);
    }

    [Theory]
    [InlineData("whole", null)]
    [InlineData("dropped", null)]
    [InlineData("broken", "response_ended")]
    public async Task Measurement_EndsWithTheBody(string course, string? errorType)
    {
        var telemetry = new ApiTelemetry("Test.OpenBody." + course);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == telemetry.Name || source.Name == "Test.Own",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        var ended = new List<Activity>();
        listener.ActivityStopped = ended.Add;
        ActivitySource.AddActivityListener(listener);
        var durations = new List<(double Seconds, string? ErrorType)>();
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == telemetry.Name)
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>((_, value, tags, _) => durations.Add((value, tags.ToArray().FirstOrDefault(tag => tag.Key == "error.type").Value as string)));
        meters.Start();
        var time = new ManualTimeProvider();
        using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nContent-Length: " + (course == "broken" ? 5 : 4) + "\r\n\r\nbody");
        var options = new AcmeOptions { BaseAddress = server.Address, TimeProvider = time };

        var response = await OpenBody.OpenAsync(new HttpClient(), options, telemetry, static content => content.ReadStream(), static _ => true);
        using var ownSource = new ActivitySource("Test.Own");
        using var own = ownSource.StartActivity("reading")!;
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Empty(ended);
        if (course != "dropped")
        {
            await Record.ExceptionAsync(() => response.Body.CopyToAsync(Stream.Null));
        }

        response.Body.Dispose();
        time.Advance(TimeSpan.FromSeconds(3));
        response.Body.Dispose();

        Assert.Equal((3.0, errorType), Assert.Single(durations));
        Assert.Equal(errorType is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, Assert.Single(ended).Status);
        Assert.Same(own, Activity.Current);
    }

    private static Task WriteAsync(Stream stream, string text) => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

    /// <summary>Writes until the client goes away; a pause after the first kilobyte lasts until the gate opens.</summary>
    private static Func<Stream, Task> EndlessAfter(string head, bool pauses, out TaskCompletionSource gate)
    {
        var opened = gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return async stream =>
        {
            await WriteAsync(stream, head);
            await stream.WriteAsync(new byte[1024]);
            if (pauses)
            {
                await opened.Task;
            }

            while (true)
            {
                await stream.WriteAsync(new byte[64 * 1024]);
            }
        };
    }

    private sealed class ClosedContent : ByteArrayContent
    {
        public ClosedContent()
            : base([1, 2, 3])
        {
        }

        public bool IsClosed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
