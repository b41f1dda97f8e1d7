namespace Payments.Sandbox;

/// <summary>Something that goes wrong with one call, put into a provider's <see cref="FaultPlan"/>.</summary>
public abstract record SandboxFault
{
    private protected SandboxFault()
    {
    }

    /// <summary>HTTP 500 with the provider's own error body; the call has no effect.</summary>
    public static SandboxFault InternalServerError { get; } = new FailureFault(500, "Internal server error", RetryAfter: null);

    /// <summary>Headers and the first half of the body, then the connection ends before the announced length.</summary>
    public static SandboxFault TruncatedBody { get; } = new DeliveryFault(SandboxDelivery.CutShort);

    /// <summary>A whole HTTP answer whose JSON text stops in the middle.</summary>
    public static SandboxFault CutJson { get; } = new CutJsonFault();

    /// <summary>HTTP 502 with an HTML page, as a proxy in front of the provider answers.</summary>
    public static SandboxFault HtmlErrorPage { get; } = new RespondFault(502, "text/html",
        "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>");

    /// <summary>Every token handed out so far ends just before the call is looked at. Passes login calls by. Cashfree and account API.</summary>
    public static SandboxFault ExpireTokens { get; } = new ExpireTokensFault();

    /// <summary>The signed gateway's answer carries a signature that does not match.</summary>
    public static SandboxFault WrongSignature { get; } = new SignatureFault(IsMissing: false);

    /// <summary>The signed gateway's answer carries no <c>Authorization</c> header.</summary>
    public static SandboxFault MissingSignature { get; } = new SignatureFault(IsMissing: true);

    /// <summary>The connection is reset instead of an answer; the call had its effect.</summary>
    public static SandboxFault ConnectionReset { get; } = new DeliveryFault(SandboxDelivery.Reset);

    /// <summary>The call waits this long on the sandbox's clock before it is looked at.</summary>
    public static SandboxFault Delay(TimeSpan delay) => new DelayFault(delay);

    /// <summary>The call waits for the task before it is looked at.</summary>
    public static SandboxFault HoldUntil(Task gate) => new HoldFault(gate, IsReplyHeld: false);

    /// <summary>The call is worked off at once and its finished answer waits for the task.</summary>
    public static SandboxFault HoldReplyUntil(Task gate) => new HoldFault(gate, IsReplyHeld: true);

    /// <summary>HTTP 429 with <c>Retry-After</c> in whole seconds (rounded up); the call has no effect.</summary>
    public static SandboxFault TooManyRequests(TimeSpan retryAfter) => new FailureFault(429, "Too many requests", retryAfter);

    /// <summary>The right body under another <c>Content-Type</c>; <see langword="null"/> sends none.</summary>
    public static SandboxFault WrongContentType(string? contentType = "text/plain") => new ContentTypeFault(contentType);

    /// <summary>A given answer in place of the provider's; the call has no effect.</summary>
    public static SandboxFault Respond(int status, string body, string contentType = "application/json") => new RespondFault(status, contentType, body);

    /// <summary>
    /// Two overlapping calls of the account API each get an <c>x-refresh-token</c>; the first call's token is the older one, dies when
    /// the newer one is made, and is answered last. The first answer waits until the second call has been answered.
    /// </summary>
    /// <remarks>
    /// A fresh value per race: it is shared by the two calls that meet it. The order of sending is all the sandbox can promise: two
    /// connections may be read in either order. A test that needs the newer token in the caller's hands first passes a gate.
    /// </remarks>
    /// <param name="olderGate">When given, the older answer waits for this task as well.</param>
    public static SandboxFault RefreshTokenRace(Task? olderGate = null) => new RefreshTokenRaceFault(olderGate ?? Task.CompletedTask);

    /// <summary>Several faults on one call, in this order.</summary>
    public static SandboxFault All(params SandboxFault[] faults) => new CombinedFault(faults);

    /// <summary>The only provider that can meet this fault, or null.</summary>
    internal virtual string? NeedsProvider => null;

    /// <summary>Whether the fault means something only where tokens are handed out.</summary>
    internal virtual bool NeedsTokens => false;

    /// <summary>How many calls one entry of this fault meets.</summary>
    internal virtual int Calls => 1;

    internal virtual bool Fits(SandboxExchange exchange) => true;

    internal virtual Task BeforeAsync(SandboxExchange exchange, CancellationToken cancellationToken) => Task.CompletedTask;

    internal virtual SandboxReply? Instead(SandboxExchange exchange) => null;

    internal virtual SandboxReply Alter(SandboxExchange exchange, SandboxReply reply) => reply;

    internal virtual Task BeforeReplyAsync(SandboxExchange exchange, CancellationToken cancellationToken) => Task.CompletedTask;

    internal virtual void Answered(SandboxExchange exchange)
    {
    }
}
