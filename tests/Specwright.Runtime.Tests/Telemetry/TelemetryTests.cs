using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Specwright.Testing;

namespace Specwright.Tests.Telemetry;

public class TelemetryTests
{
    [Fact]
    public async Task SuccessfulCall_IsAnActivityAndADuration()
    {
        using var recording = new Recording("Test.Success");
        var time = new ManualTimeProvider();

        await recording.CallAsync(time, new StubHandler(_ =>
        {
            time.Advance(TimeSpan.FromSeconds(1.5));
            return new HttpResponseMessage();
        }));

        var (name, tags, status) = Assert.Single(recording.Activities);
        Assert.Equal("GET /orders/{orderId}", name);
        Assert.Equal(ActivityStatusCode.Unset, status);
        string[] expected = ["http.request.method=GET", "http.response.status_code=200", "server.address=api.example", "server.port=8443", "url.template=/orders/{orderId}"];
        Assert.Equal(expected, tags);
        var (seconds, metricTags) = Assert.Single(recording.Durations);
        Assert.Equal(1.5, seconds);
        Assert.Equal(expected, metricTags);
    }

    [Fact]
    public async Task ErrorStatus_IsTheErrorType()
    {
        using var recording = new Recording("Test.Status");
        await Assert.ThrowsAsync<ApiException>(() => recording.CallAsync(TimeProvider.System, new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NotFound))));

        Assert.Contains("error.type=404", Assert.Single(recording.Activities).Tags);
        Assert.Equal(ActivityStatusCode.Error, recording.Activities.Single().Status);
        Assert.Contains("error.type=404", Assert.Single(recording.Durations).Tags);
    }

    [Fact]
    public async Task FailuresWithoutAnswer_HaveTheirErrorType()
    {
        using var recording = new Recording("Test.Failure");
        await Assert.ThrowsAsync<ApiException>(() => recording.CallAsync(TimeProvider.System, new StubHandler((_, _) => throw new HttpRequestException(HttpRequestError.NameResolutionError))));
        var time = new ManualTimeProvider();
        await Assert.ThrowsAsync<ApiException>(() => recording.CallAsync(time, new StubHandler(async (_, token) =>
        {
            var waiting = Task.Delay(Timeout.Infinite, token);
            time.Advance(TimeSpan.FromSeconds(100));
            await waiting;
            return new HttpResponseMessage();
        })));
        await Assert.ThrowsAsync<InvalidOperationException>(() => recording.CallAsync(TimeProvider.System, new StubHandler((_, _) => throw new InvalidOperationException())));

        Assert.Equal(
            ["error.type=name_resolution_error", "error.type=timeout", "error.type=System.InvalidOperationException"],
            recording.Durations.Select(duration => duration.Tags.Single(tag => tag.StartsWith("error.type", StringComparison.Ordinal))));
    }

    private sealed class Recording : IDisposable
    {
        private readonly ActivityListener _activityListener;
        private readonly MeterListener _meterListener = new();
        private readonly ApiTelemetry _telemetry;

        public Recording(string name)
        {
            _activityListener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity => Activities.Enqueue((activity.DisplayName, Sorted([.. activity.TagObjects]), activity.Status)),
            };
            ActivitySource.AddActivityListener(_activityListener);
            _meterListener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == name && instrument.Name == "http.client.request.duration" && instrument.Unit == "s")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _meterListener.SetMeasurementEventCallback<double>((_, value, tags, _) => Durations.Enqueue((value, Sorted(tags.ToArray()))));
            _meterListener.Start();
            _telemetry = new ApiTelemetry(name);
        }

        public ConcurrentQueue<(string Name, string[] Tags, ActivityStatusCode Status)> Activities { get; } = [];

        public ConcurrentQueue<(double Seconds, string[] Tags)> Durations { get; } = [];

        public async Task CallAsync(TimeProvider time, HttpMessageHandler handler)
        {
            using var httpClient = new HttpClient(handler);
            var options = new Acme.AcmeOptions { BaseAddress = new Uri("https://api.example:8443"), TimeProvider = time };
            var transport = new ApiTransport(httpClient, options, _telemetry);
            using var request = transport.CreateRequest(new ApiOperation("Test", "getOrder", HttpMethod.Get, "/orders/{orderId}"), "/orders/1?token=planted");
            await transport.SendAsync(
                request,
                static content =>
                {
                    if (content.StatusCode != 200)
                    {
                        throw content.CreateError();
                    }
                },
                default);
        }

        public void Dispose()
        {
            _activityListener.Dispose();
            _meterListener.Dispose();
            _telemetry.Dispose();
        }

        private static string[] Sorted(KeyValuePair<string, object?>[] tags) => [.. tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)];
    }
}
