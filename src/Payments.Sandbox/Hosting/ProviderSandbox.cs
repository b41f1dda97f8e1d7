using System.Net;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Payments.Sandbox;

/// <summary>A stand-in for one HTTP provider: its address, its faults on demand and the calls it received.</summary>
public abstract class ProviderSandbox
{
    private readonly RequestLog _log = new();
    private Uri? _address;

    private protected ProviderSandbox(string name, TimeProvider timeProvider)
    {
        Name = name;
        TimeProvider = timeProvider;
        Faults = new FaultPlan(this);
    }

    /// <summary>Name on the command line: <c>cashfree</c>, <c>juspay</c>, <c>gateway</c> or <c>account</c>.</summary>
    public string Name { get; }

    /// <summary>Base address for a client, with a slash at the end.</summary>
    public Uri Address => _address ?? throw new InvalidOperationException($"The {Name} sandbox has not been started.");

    /// <summary>Faults that coming calls will meet.</summary>
    public FaultPlan Faults { get; }

    /// <summary>The calls so far in the order of their arrival, those met by a fault included; a snapshot.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _log.Snapshot();

    /// <summary>Names of the calls this provider knows, as <see cref="CallCount(string)"/> and <see cref="FaultPlan"/> take them.</summary>
    public IReadOnlyList<string> OperationNames => [.. Operations.Select(operation => operation.Name)];

    internal TimeProvider TimeProvider { get; }

    internal abstract IReadOnlyList<SandboxOperation> Operations { get; }

    /// <summary>What follows the host in <see cref="Address"/>, without a leading slash.</summary>
    internal virtual string BasePath => string.Empty;

    /// <summary>How many calls came, faults included.</summary>
    /// <param name="operationOrPath">A name of <see cref="OperationNames"/> or a path; letter case does not matter.</param>
    public int CallCount(string operationOrPath) => _log.Snapshot().Count(request => request.IsCallOf(operationOrPath));

    /// <summary>
    /// Done as soon as so many of these calls have arrived since the start or the last <see cref="ForgetRequests"/>; calls that a fault holds
    /// count. Lets a test open a gate at the right moment.
    /// </summary>
    public Task WhenCalledAsync(string operationOrPath, int count = 1, CancellationToken ct = default) => _log.WhenAsync(operationOrPath, count, ct);

    /// <summary>Empties <see cref="Requests"/>; tokens, orders and held balances stay.</summary>
    public void ForgetRequests() => _log.Clear();

    internal void ListensOn(Uri root) => _address = new Uri(root, BasePath);

    internal DateTimeOffset Now => TimeProvider.GetUtcNow();

    /// <summary>A failure in this provider's own shape.</summary>
    internal abstract SandboxReply Failure(int status, string message);

    /// <summary>Why this provider cannot meet the fault, or null when it can.</summary>
    internal virtual string? WhyNot(SandboxFault fault) =>
        fault.NeedsProvider is { } needed && needed != Name
            ? $"only the {needed} sandbox can"
            : fault.NeedsTokens && !Operations.Any(operation => operation.IsLogin) ? "it hands out no tokens" : null;

    /// <summary>Ends the life of every token handed out so far.</summary>
    internal virtual void ExpireTokens()
    {
    }

    /// <summary>Last touch on an answer of the provider itself: a signature, a refreshed token.</summary>
    internal virtual SandboxReply Complete(SandboxExchange exchange, SandboxReply reply) => reply;

    /// <summary>Called when a call has arrived, before any fault holds it; the result is disposed after the answer.</summary>
    internal virtual IDisposable? Watch(SandboxRequest request) => null;

    internal async Task HandleAsync(HttpContext context, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            var exchange = await ReadAsync(context, ended.Token);
            using var watch = Watch(exchange.Request);
            // After the watch, so that whoever waits for the call finds it counted.
            _log.Add(exchange.Request);
            await AnswerAsync(context, exchange, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private async Task AnswerAsync(HttpContext context, SandboxExchange exchange, CancellationToken cancellationToken)
    {
        var faults = Faults.Take(exchange);
        foreach (var fault in faults)
        {
            await fault.BeforeAsync(exchange, cancellationToken);
        }

        var reply = faults.Select(fault => fault.Instead(exchange)).FirstOrDefault(instead => instead is not null);
        reply ??= Complete(exchange, exchange.Operation?.Answer(exchange) ?? Failure(404, $"No call {exchange.Request.Method} {exchange.Request.Path}"));
        foreach (var fault in faults)
        {
            reply = fault.Alter(exchange, reply);
        }

        foreach (var fault in faults)
        {
            await fault.BeforeReplyAsync(exchange, cancellationToken);
        }
        await reply.WriteAsync(context, Now, cancellationToken);
        foreach (var fault in faults)
        {
            fault.Answered(exchange);
        }
    }

    private async Task<SandboxExchange> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var http = context.Request;
        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body, cancellationToken);

        var values = new RouteValueDictionary();
        var operation = Operations.FirstOrDefault(candidate => candidate.Matches(http.Method, http.Path, values));
        var rawTarget = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new SandboxRequest
        {
            Operation = operation?.Name ?? "unknown",
            Method = http.Method,
            Path = http.Path.Value ?? "/",
            Query = http.QueryString.Value ?? string.Empty,
            Url = $"{http.Scheme}://{http.Host.Value}{rawTarget}",
            Headers = http.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = body.ToArray(),
            At = Now,
            RemoteAddress = context.Connection.RemoteIpAddress ?? IPAddress.None,
        };
        return new SandboxExchange(this, request, operation, values);
    }
}
