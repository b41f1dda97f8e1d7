using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Payments.Sandbox;

/// <summary>One call a provider offers.</summary>
/// <param name="name">Name for counters and faults.</param>
/// <param name="method">HTTP method in capitals.</param>
/// <param name="template">Route template, such as <c>/orders/{orderId}</c>.</param>
/// <param name="answer">Makes the answer.</param>
internal sealed class SandboxOperation(string name, string method, string template, Func<SandboxExchange, SandboxReply> answer)
{
    private readonly TemplateMatcher _matcher = new(TemplateParser.Parse(template.TrimStart('/')), new RouteValueDictionary());

    public string Name { get; } = name;

    public string Method { get; } = method;

    /// <summary>True for the call that hands out tokens: faults about tokens pass it by.</summary>
    public bool IsLogin { get; init; }

    public Func<SandboxExchange, SandboxReply> Answer { get; } = answer;

    public bool Matches(string method, string path, RouteValueDictionary values) =>
        string.Equals(Method, method, StringComparison.Ordinal) && _matcher.TryMatch(path, values);
}
