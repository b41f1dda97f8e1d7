namespace Specwright;

/// <summary>Collects the handlers of one client between its <see cref="HttpClient"/> and the wire, outermost first.</summary>
public sealed class ApiHandlerList
{
    private readonly List<DelegatingHandler> _handlers = [];

    internal ApiHandlerList(IServiceProvider? services) => Services = services;

    /// <summary>The container; null for a client made without one. Take only singletons: handlers live longer than any request's scope.</summary>
    public IServiceProvider? Services { get; }

    internal IReadOnlyList<DelegatingHandler> Handlers => _handlers;

    /// <summary>Adds a handler inside those added so far. A new one each time: a handler serves one chain only.</summary>
    public void Add(DelegatingHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handlers.Add(handler);
    }
}
