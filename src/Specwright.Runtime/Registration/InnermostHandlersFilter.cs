using Microsoft.Extensions.Http;

namespace Specwright;

/// <summary>
/// Puts our handlers inside all others, whenever those were added: a retry handler then signs each attempt anew, and the factory's own logging stands outside
/// and never sees a credential. It is the first filter in the container, so its part after <c>next</c> runs last.
/// </summary>
internal sealed class InnermostHandlersFilter(ApiClientRegistry registry) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return builder =>
        {
            next(builder);
            registry.Find(builder.Name)?.Invoke(builder);
        };
    }
}
