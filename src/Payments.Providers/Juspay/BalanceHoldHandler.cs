using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Specwright;
using Specwright.Sessions;

namespace Payments.Juspay;

/// <summary>
/// One balance call at a time for one key, and none while the last answer still holds: the server itself holds a balance for 30 minutes and asks callers not to run balance calls at the same
/// time (source: balance page). Failures reach all callers who wait and are not held.
/// </summary>
internal sealed class BalanceHoldHandler(JuspayPayoutsOptions options) : DelegatingHandler
{
    private const string BalancePath = "/payout/merchant/v1/getways/balance";
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);
    private static readonly AsyncLocal<bool> IsRefresh = new();

    public static bool IsBalanceCall(HttpRequestMessage request)
        => request.Method == HttpMethod.Get && (request.RequestUri?.AbsolutePath.EndsWith(BalancePath, StringComparison.Ordinal) ?? false);

    /// <summary>Runs a call that takes no held answer.</summary>
    public static async Task<T> RefreshAsync<T>(Func<Task<T>> call)
    {
        // Set within this method only: an async method gives its caller's value back when it returns.
        IsRefresh.Value = true;
        return await call().ConfigureAwait(false);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsBalanceCall(request))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        var shared = await options.BalancesForAsync(request, cancellationToken).ConfigureAwait(false);
        var isRefresh = IsRefresh.Value;
        // The call may outlive the caller who began it, so it has a request of its own.
        var template = RequestCopy.Of(request);
        try
        {
            var held = await shared.ObtainAsync(
                held => !isRefresh && held.IsFresh(options.TimeProvider.GetUtcNow(), options.BalanceHold, ClockTolerance),
                token => CallAsync(template, token),
                cancellationToken).ConfigureAwait(false);
            return CreateResponse(request, held);
        }
        catch (UnheldAnswerException answer)
        {
            return answer.CreateResponse(request);
        }
    }

    private async Task<HeldBalances> CallAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Callers who joined late have time left when the call's own is over, so that is told here.
        using var timeLimit = new CancellationTokenSource(options.Timeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeLimit.Token);
        try
        {
            using var response = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            return await ReadAsync(request, response, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timeLimit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var problem = string.Create(CultureInfo.InvariantCulture, $"no answer within {options.Timeout.TotalSeconds:0.###} s");
            throw new ApiException(FailureText.Of(request, problem), exception) { Operation = ApiOperation.From(request) };
        }
    }

    private async Task<HeldBalances> ReadAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        if (!isWhole)
        {
            throw new ApiException(FailureText.Of(request, "the answer was cut off, or is longer than MaxResponseBytes"))
            {
                Operation = ApiOperation.From(request),
                StatusCode = (int)response.StatusCode,
            };
        }
        var body = bytes.ToArray();
        if (response.StatusCode != HttpStatusCode.OK || EnvelopeDocument.TryParse(body) is not { } document)
        {
            var fields = response.Headers.NonValidated.Select(static field => KeyValuePair.Create(field.Key, field.Value.ToString())).ToList();
            throw new UnheldAnswerException(response.StatusCode, response.ReasonPhrase, body, response.Content.Headers.ContentType?.ToString(), fields);
        }
        document.Dispose();
        var received = options.TimeProvider.GetUtcNow();
        return HeldBalances.Create(body, received, ServerClock.OffsetOf(response.Headers.Date, received, ClockTolerance), options.BalanceHold);
    }

    private HttpResponseMessage CreateResponse(HttpRequestMessage request, HeldBalances held)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(held.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        // RFC 9111: seconds since the answer came, for whoever wants to know that it was held.
        var age = options.TimeProvider.GetUtcNow() - held.ReceivedAt;
        response.Headers.Age = age > TimeSpan.Zero ? TimeSpan.FromSeconds(Math.Floor(age.TotalSeconds)) : TimeSpan.Zero;
        return response;
    }
}
