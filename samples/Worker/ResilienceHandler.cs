using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Specwright.Samples.Worker;

/// <summary>Repeats what may be repeated, with growing pauses, and gives a server rest that answers nothing but errors.</summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private static readonly ResiliencePipeline<HttpResponseMessage> Pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = static attempt => ValueTask.FromResult(IsTransient(attempt.Outcome)),
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(200),
            UseJitter = true,
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = static attempt => ValueTask.FromResult(IsTransient(attempt.Outcome)),
        })
        .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A payment is sent once: nobody knows what became of it when its answer is lost.
        if (ApiOperation.From(request) is not { IsRepeatable: true })
        {
            return await base.SendAsync(request, cancellationToken);
        }

        try
        {
            return await Pipeline.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken);
        }
        catch (BrokenCircuitException exception)
        {
            // As a failure of the connection it reaches the caller as ApiException.
            throw new HttpRequestException("the server answered with errors only and is left alone for a while", exception, HttpStatusCode.ServiceUnavailable);
        }
    }

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException
        || outcome.Result?.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
}
