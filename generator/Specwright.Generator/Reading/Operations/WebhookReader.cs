using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Webhooks of the description and callbacks of its operations.</summary>
/// <remarks>Callbacks of callbacks are not followed: they may form a cycle, and nobody has been seen to use them.</remarks>
internal sealed class WebhookReader(DescriptionContext context, OperationReader operations)
{
    private static readonly string[] Keys = ["webhooks", "x-webhooks"];

    /// <summary>Who asks for a callback, by the pointer of its expression.</summary>
    private readonly Dictionary<string, List<string>> _callers = new(StringComparer.Ordinal);

    public EquatableArray<Webhook> Read() => Keys.SelectMany(key => context.Root.MembersOf(key))
        .SelectMany(ReadWebhook)
        .Concat(Callbacks())
        .ToEquatableArray();

    private IEnumerable<Webhook> ReadWebhook(Node member) => operations.ReadPathItem(member)
        .Select(operation => new Webhook { WireName = member.Name, Operation = operation });

    private IEnumerable<Webhook> Callbacks() => ReadCallbacks().ToList().Select(read => read.Webhook with
    {
        Callback = read.Webhook.Callback! with { OtherCallerPointers = _callers[read.Expression].Skip(1).ToEquatableArray() },
    });

    private IEnumerable<(string Expression, Webhook Webhook)> ReadCallbacks()
    {
        foreach (var path in context.Root.MembersOf("paths"))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (context.Resolver.Resolve(path) is not ObjectNode pathItem || Hiding.Hides(pathItem))
            {
                continue;
            }

            foreach (var operation in pathItem.Members.OfType<ObjectNode>().Where(operation => !Hiding.Hides(operation)))
            {
                foreach (var webhook in operation.MembersOf("callbacks").SelectMany(callback => ReadCallback(callback, path.Pointer + "/" + operation.Name)))
                {
                    yield return webhook;
                }
            }
        }
    }

    private IEnumerable<(string Expression, Webhook Webhook)> ReadCallback(Node member, string caller)
    {
        if (context.Resolve(member, "callback") is not { } callback)
        {
            yield break;
        }

        foreach (var expression in callback.Members.Where(expression => !expression.Name.StartsWith("x-", StringComparison.Ordinal) && expression.Name != "$ref"))
        {
            if (_callers.TryGetValue(expression.Pointer, out var callers))
            {
                callers.Add(caller);
                continue;
            }

            _callers.Add(expression.Pointer, [caller]);
            foreach (var operation in operations.ReadPathItem(expression))
            {
                yield return (expression.Pointer, new Webhook
                {
                    WireName = callback.Name,
                    Callback = new Callback { CallerPointer = caller, Expression = expression.Name, IsShared = !ReferenceEquals(callback, member) },
                    Operation = operation,
                });
            }
        }
    }
}
