using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Specwright;

/// <summary>Measures one call; disposing it, once or again, ends the activity and records the duration. Costs next to nothing where nobody listens.</summary>
internal sealed class ApiCall(ApiOperation operation, Uri address, Activity? activity, Histogram<double>? durations, TimeProvider time) : IDisposable
{
    /// <summary>Any call while nobody listens: nothing is noted, so all of them share it.</summary>
    public static readonly ApiCall Unmeasured = new(null!, null!, null, null, TimeProvider.System);

    private readonly long _start = time.GetTimestamp();
    private int? _statusCode;
    private string? _errorType;
    private int _isEnded;

    private bool IsMeasured => activity is not null || durations is not null;

    public void Answered(int statusCode)
    {
        if (!IsMeasured)
        {
            return;
        }

        _statusCode = statusCode;
        if (statusCode >= 400)
        {
            _errorType = statusCode.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>An error status stays the reason, whatever exception it becomes.</summary>
    public void Failed(Exception exception)
    {
        if (IsMeasured)
        {
            _errorType ??= exception switch
            {
                TimeoutException => "timeout",
                HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } failure => Name(failure.HttpRequestError),
                ApiException { InnerException: HttpIOException failure } => Name(failure.HttpRequestError),
                _ => exception.GetType().FullName,
            };
        }
    }

    public void Dispose()
    {
        if (!IsMeasured || Interlocked.Exchange(ref _isEnded, 1) != 0)
        {
            return;
        }

        if (durations is not null)
        {
            var tags = new TagList
            {
                { "http.request.method", operation.Method.Method },
                { "url.template", operation.PathTemplate },
                { "server.address", address.Host },
                { "server.port", address.Port },
            };
            if (_statusCode is { } statusCode)
            {
                tags.Add("http.response.status_code", statusCode);
            }

            if (_errorType is not null)
            {
                tags.Add("error.type", _errorType);
            }

            durations.Record(time.GetElapsedTime(_start).TotalSeconds, in tags);
        }

        if (activity is not null)
        {
            activity.SetTag("http.request.method", operation.Method.Method);
            activity.SetTag("url.template", operation.PathTemplate);
            activity.SetTag("server.address", address.Host);
            activity.SetTag("server.port", address.Port);
            if (_statusCode is { } statusCode)
            {
                activity.SetTag("http.response.status_code", statusCode);
            }

            if (_errorType is not null)
            {
                activity.SetTag("error.type", _errorType);
                activity.SetStatus(ActivityStatusCode.Error);
            }

            // Ending an activity makes its predecessor the current one. A streamed body ends wherever its reader is, maybe inside an activity of the reader's own.
            var current = Activity.Current;
            activity.Dispose();
            if (current != activity)
            {
                Activity.Current = current;
            }
        }
    }

    // The names that .NET's own HTTP metrics use for error.type.
    private static string Name(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "name_resolution_error",
        HttpRequestError.ConnectionError => "connection_error",
        HttpRequestError.SecureConnectionError => "secure_connection_error",
        HttpRequestError.HttpProtocolError => "http_protocol_error",
        HttpRequestError.ExtendedConnectNotSupported => "extended_connect_not_supported",
        HttpRequestError.VersionNegotiationError => "version_negotiation_error",
        HttpRequestError.UserAuthenticationError => "user_authentication_error",
        HttpRequestError.ProxyTunnelError => "proxy_tunnel_error",
        HttpRequestError.InvalidResponse => "invalid_response",
        HttpRequestError.ResponseEnded => "response_ended",
        HttpRequestError.ConfigurationLimitExceeded => "configuration_limit_exceeded",
        _ => "unknown_error",
    };
}
