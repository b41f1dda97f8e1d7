using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Webhooks of the description and callbacks of its operations.</summary>
/// <remarks>Callbacks of callbacks are not followed: they may form a cycle, and nobody has been seen to use them.</remarks>
internal sealed class WebhookReader(DescriptionContext context, OperationReader operations)
{
    private static readonly string[] Keys = ["webhooks", "x-webhooks"];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public EquatableArray<Webhook> Read() => Keys.SelectMany(key => context.Root.MembersOf(key))
        .SelectMany(ReadWebhook)
        .Concat(Callbacks())
        .ToEquatableArray();

    private IEnumerable<Webhook> ReadWebhook(Node member) => operations.ReadPathItem(member)
        .Select(operation => new Webhook { WireName = member.Name, Operation = operation });

    private IEnumerable<Webhook> Callbacks()
    {
        foreach (var path in context.Root.MembersOf("paths"))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (context.Resolver.Resolve(path) is not ObjectNode pathItem)
            {
                continue;
            }

            foreach (var operation in pathItem.Members.OfType<ObjectNode>())
            {
                foreach (var webhook in operation.MembersOf("callbacks").SelectMany(callback => ReadCallback(callback, path.Pointer + "/" + operation.Name)))
                {
                    yield return webhook;
                }
            }
        }
    }

    private IEnumerable<Webhook> ReadCallback(Node member, string caller)
    {
        if (context.Resolve(member, "callback") is not { } callback)
        {
            yield break;
        }

        foreach (var expression in callback.Members.Where(expression => !expression.Name.StartsWith("x-", StringComparison.Ordinal) && expression.Name != "$ref" && _seen.Add(expression.Pointer)))
        {
            foreach (var operation in operations.ReadPathItem(expression))
            {
                yield return new Webhook
                {
                    WireName = callback.Name,
                    Callback = new Callback { CallerPointer = caller, Expression = expression.Name, IsShared = !ReferenceEquals(callback, member) },
                    Operation = operation,
                };
            }
        }
    }
}
