using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Specwright;

/// <summary>
/// Activity source and meter of one client, both of its name, after OpenTelemetry's semantic conventions for HTTP clients: activities
/// <c>GET /orders/{orderId}</c> and the histogram <c>http.client.request.duration</c> in seconds, from sending to the end of the body. Address and
/// query are left out: they may hold secrets.
/// </summary>
public sealed class ApiTelemetry : IDisposable
{
    private readonly ActivitySource _activities;
    private readonly Meter _meter;
    private readonly Histogram<double> _durations;

    /// <param name="name">The name to listen for: namespace and class of the client.</param>
    public ApiTelemetry(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        _activities = new ActivitySource(name);
        _meter = new Meter(name);
        _durations = _meter.CreateHistogram(
            "http.client.request.duration",
            "s",
            "Duration of HTTP client requests.",
            tags: null,
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] });
    }

    /// <summary>The name of activity source and meter.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _activities.Dispose();
        _meter.Dispose();
    }

    internal ApiCall Start(ApiOperation operation, Uri address, TimeProvider time)
    {
        var activity = _activities.HasListeners() ? _activities.StartActivity(operation.ActivityName, ActivityKind.Client) : null;
        return activity is null && !_durations.Enabled
            ? ApiCall.Unmeasured
            : new ApiCall(operation, address, activity, _durations.Enabled ? _durations : null, time);
    }
}
