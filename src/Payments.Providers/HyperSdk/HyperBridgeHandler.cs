using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Payments.HyperSdk;

/// <summary>
/// A message handler whose wire is the bridge to the SDK on a device: the request's body goes over as it is, the event with the same <c>requestId</c> comes back as
/// the response's body, with status 422 when it says <c>error: true</c> and 200 otherwise.
/// </summary>
/// <remarks>
/// One per bridge, since there is one callback and one session. Events out of order find their request; a second event for a request, one that comes after its
/// time, and one that nobody asked for are ignored. Cancelling ends the waiting only: the SDK has no call to cancel, so a screen it shows stays, and the next
/// user-facing action still waits until that one has ended or run out of time.
/// </remarks>
public sealed class HyperBridgeHandler : HttpMessageHandler
{
    private const string InitiateAction = "initiate";
    private readonly ConcurrentDictionary<string, TaskCompletionSource<(byte[] Json, HyperEnvelope Envelope)>> _pending = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _screen = new(1, 1);
    private readonly IHyperBridge _bridge;
    private readonly HyperBridgeSettings _settings;
    private string? _initiating;

    /// <summary>Listens to the bridge until disposed.</summary>
    public HyperBridgeHandler(IHyperBridge bridge, HyperBridgeSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(bridge);
        _bridge = bridge;
        _settings = settings ?? new HyperBridgeSettings();
        _bridge.EventReceived += OnEvent;
    }

    /// <summary>The SDK wants the app to show (true) or hide (false) its spinner. May come on any thread.</summary>
    public event Action<bool>? LoaderChanged;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var json = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (HyperEnvelope.Read(json) is not { RequestId.Length: > 0, Action: { } action } envelope)
        {
            throw new HyperSdkException(request, "the request is no Hyper SDK envelope: it needs a requestId and a payload with an action");
        }

        var isInitiate = action == InitiateAction;
        Refuse(request, isInitiate);
        var isUserFacing = !isInitiate && !_settings.HeadlessActions.Contains(action);
        if (isUserFacing)
        {
            await _screen.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        var exchange = ExchangeAsync(request, envelope, Encoding.UTF8.GetString(json), isInitiate, isUserFacing);
        // The exchange may outlive a caller who cancels; its failure then concerns nobody.
        Forget(exchange);
        var (body, answer) = await exchange.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new HttpResponseMessage(answer.Error ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _bridge.EventReceived -= OnEvent;
        }
        base.Dispose(disposing);
    }

    // The SDK itself drops such calls without a word, or leaves the caller waiting.
    private void Refuse(HttpRequestMessage request, bool isInitiate)
    {
        if (isInitiate && _bridge.IsInitialised)
        {
            throw new HyperSdkException(request, "the SDK is initiated already, and its data stay fixed for the life of the instance: terminate it first");
        }
        if (!isInitiate && !_bridge.IsInitialised)
        {
            throw new HyperSdkException(request, "the SDK is not initiated: call initiate, and wait for its success, before any other action");
        }
    }

    // Ends with the event or the timeout, never earlier: it holds the screen's lock as long as the SDK may show its screen.
    private async Task<(byte[] Json, HyperEnvelope Envelope)> ExchangeAsync(HttpRequestMessage request, HyperEnvelope envelope, string json, bool isInitiate, bool isUserFacing)
    {
        var requestId = envelope.RequestId!;
        var isPending = false;
        try
        {
            if (isInitiate && Interlocked.CompareExchange(ref _initiating, requestId, null) is not null)
            {
                throw new HyperSdkException(request, "an initiate is under way already");
            }
            var pending = new TaskCompletionSource<(byte[], HyperEnvelope)>(TaskCreationOptions.RunContinuationsAsynchronously);
            isPending = _pending.TryAdd(requestId, pending);
            if (!isPending)
            {
                throw new HyperSdkException(request, "the requestId is in use by another request: each needs a new one");
            }
            // On the thread pool: a bridge may block, or answer before it returns.
            var handOver = Task.Run(() => HandOver(json, isInitiate));
            Forget(handOver);
            var answer = AnswerAsync(request, handOver, pending.Task);
            Forget(answer);
            return await answer.WaitAsync(_settings.ActionTimeout, _settings.TimeProvider).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            throw new HyperSdkException(request, string.Create(CultureInfo.InvariantCulture, $"the SDK gave no answer within {_settings.ActionTimeout.TotalSeconds:0.###} s"), exception);
        }
        finally
        {
            if (isPending)
            {
                _pending.TryRemove(requestId, out _);
            }
            if (isInitiate)
            {
                Interlocked.CompareExchange(ref _initiating, null, requestId);
            }
            if (isUserFacing)
            {
                _screen.Release();
            }
        }
    }

    // A bridge that never returns is under the time limit as well, and its event counts all the same.
    private static async Task<(byte[] Json, HyperEnvelope Envelope)> AnswerAsync(
        HttpRequestMessage request, Task<bool> handOver, Task<(byte[] Json, HyperEnvelope Envelope)> answer)
    {
        if (await Task.WhenAny(answer, handOver).ConfigureAwait(false) == handOver && !await ResultOfAsync(request, handOver).ConfigureAwait(false))
        {
            throw new HyperSdkException(request, "the SDK dropped the action: its bridge answered false");
        }
        return await answer.ConfigureAwait(false);
    }

    private static async Task<bool> ResultOfAsync(HttpRequestMessage request, Task<bool> handOver)
    {
        try
        {
            return await handOver.ConfigureAwait(false);
        }
        // A bridge is foreign code: whatever it throws is its failure, and a TimeoutException of its own is not our time limit.
        catch (Exception exception)
        {
            throw new HyperSdkException(request, $"the bridge failed ({exception.GetType().Name}: {FailureText.Shown(exception.Message)})", exception);
        }
    }

    private static void Forget(Task task)
        => task.ContinueWith(static done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private bool HandOver(string json, bool isInitiate)
    {
        if (isInitiate)
        {
            _bridge.Initiate(json);
            return true;
        }
        return _bridge.Process(json);
    }

    private void OnEvent(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json ?? "");
        var envelope = HyperEnvelope.Read(bytes);
        switch (envelope?.Event)
        {
            case "show_loader":
                LoaderChanged?.Invoke(true);
                return;
            case "hide_loader":
                LoaderChanged?.Invoke(false);
                return;
            // The one answer that can be matched without an id: there is never more than one initiate.
            case "initiate_result" when envelope.RequestId is null && Volatile.Read(ref _initiating) is { } initiating:
                Complete(initiating, bytes, envelope);
                return;
            case "initiate_result" or "process_result":
                Complete(envelope.RequestId, bytes, envelope);
                return;
            default:
                _settings.Logger.LogDebug("Ignored an event of the SDK: {Event}.", envelope is null ? "no JSON object" : envelope.Event ?? "no name");
                return;
        }
    }

    private void Complete(string? requestId, byte[] json, HyperEnvelope envelope)
    {
        if (requestId is null || !_pending.TryRemove(requestId, out var pending) || !pending.TrySetResult((json, envelope)))
        {
            _settings.Logger.LogDebug("Ignored an answer nobody waits for: {Event} {RequestId}.", envelope.Event, requestId);
        }
    }
}
