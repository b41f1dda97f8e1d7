using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Naming;
using Specwright.Planning.Types;

namespace Specwright.Planning.Operations;

/// <summary>Plans what reads webhooks and callbacks.</summary>
internal sealed class WebhookPlanner
{
    // Members of the class of names, and what "Read" and "ReadAsync" would be called together with.
    private static readonly string[] Reserved = ["Async", "Names", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private readonly ApiDescription _description;
    private readonly string _clientName;
    private readonly IReadOnlyList<string> _identifiers;

    /// <param name="description">With its webhooks.</param>
    /// <param name="clientName">As in <see cref="ClientNames.Client"/>.</param>
    /// <param name="operationIdentifiers">Of the description's operations, in order: callbacks are called after the operation that asks for them.</param>
    /// <param name="findings">Gets one for each name that was taken.</param>
    public WebhookPlanner(ApiDescription description, string clientName, IReadOnlyList<string> operationIdentifiers, ICollection<Finding> findings)
    {
        _description = description;
        _clientName = clientName;
        var callers = description.Operations
            .Select((operation, index) => (operation.Pointer, Identifier: operationIdentifiers[index]))
            .ToDictionary(operation => operation.Pointer, operation => operation.Identifier, StringComparer.Ordinal);
        _identifiers = new NameScope(ignoreCase: true, Reserved).Add(
            description.Webhooks.Select(webhook => new NameCandidate(webhook.Operation.Pointer, webhook.WireName, NameOf(webhook, callers))).ToList(),
            "Webhook",
            findings);
    }

    /// <summary>Types beside those of schemas.</summary>
    public IEnumerable<string> TypeIdentifiers => _identifiers.Count == 0
        ? []
        : new[] { ReaderIdentifier, UnionIdentifier }.Concat(_identifiers.Select(ParametersOf));

    private string ReaderIdentifier => _clientName + "Webhooks";

    private string UnionIdentifier => _clientName + "Webhook";

    public WebhooksPlan? Plan(OperationSurroundings surroundings)
    {
        if (_identifiers.Count == 0)
        {
            return null;
        }

        var webhooks = _description.Webhooks
            .Select((webhook, index) => (Webhook: webhook, Plan: Plan(webhook, _identifiers[index], new OperationContext(webhook.Operation, _identifiers[index], _identifiers[index], surroundings))))
            .ToList();
        var cases = webhooks
            .Where(pair => pair.Webhook.Callback is null && (pair.Plan.Payload is not null || !pair.Plan.HasBody))
            .GroupBy(pair => pair.Webhook.WireName, StringComparer.Ordinal)
            .Select(group => group.OrderBy(pair => pair.Webhook.Operation.Method == "POST" ? 0 : 1).First())
            .Select(pair => new WebhookCasePlan
            {
                Identifier = pair.Plan.Identifier,
                Parameter = Identifiers.Camel(pair.Plan.Identifier),
                WireName = pair.Webhook.WireName,
                Payload = pair.Plan.Payload,
            })
            .ToEquatableArray();
        return new WebhooksPlan
        {
            Identifier = ReaderIdentifier,
            Webhooks = webhooks.Select(pair => pair.Plan).ToEquatableArray(),
            Union = cases.Count > 1 ? new WebhookUnionPlan { Identifier = UnionIdentifier, Cases = cases } : null,
        };
    }

    private static string ParametersOf(string identifier) => identifier + "WebhookParameters";

    /// <summary>By this webhook alone: the chosen name, or its key; of a callback that only one operation has, that operation and the key.</summary>
    private static string NameOf(Webhook webhook, Dictionary<string, string> callers)
    {
        if (webhook.Operation.ChosenName is { Length: > 0 } chosen)
        {
            return OperationNamer.WithoutAsync(Identifiers.Chosen(chosen));
        }

        var words = webhook.Operation.Method == "POST" ? webhook.WireName : $"{webhook.Operation.Method.ToLowerInvariant()}-{webhook.WireName}";
        var name = OperationNamer.WithoutAsync(Identifiers.Pascal(words));
        return webhook.Callback is { IsShared: false } callback && callers.TryGetValue(callback.CallerPointer, out var caller) ? Identifiers.Shorten(caller + name) : name;
    }

    private WebhookPlan Plan(Webhook webhook, string identifier, OperationContext context)
    {
        var operation = webhook.Operation;
        var content = operation.RequestBody?.Content ?? default;
        var json = JsonOf(content);
        if (json is null && !content.IsEmpty)
        {
            context.Report(Rules.RequestBodyUnsupported, content[0].Pointer, string.Join(", ", content.Select(body => body.Name)), $"the webhook {webhook.WireName} has no reader");
        }

        var summary = DocumentationText.LineOf(operation.Summary);
        var documentation = summary is null
            ? DocumentationText.Of(operation.Description ?? operation.RequestBody?.Description, operation.IsDeprecated)
            : new Documentation { Summary = summary, Remarks = CommonMark.ParagraphsOf(operation.Description).ToEquatableArray(), IsDeprecated = operation.IsDeprecated };
        return new WebhookPlan
        {
            Identifier = identifier,
            Origin = OriginOf(webhook),
            Payload = json is null ? null : TypeOf(json, context, "Payload"),
            HasBody = !content.IsEmpty,
            Parameters = PlanParameters(operation, identifier, context),
            Answers = StatusCodes.Ordered(operation.Responses)
                .Select(response => new WebhookAnswerPlan
                {
                    Status = response.Status,
                    Description = DocumentationText.LinesOf(response.Description),
                    Type = JsonOf(response.Content) is { } answer ? TypeOf(answer, context, (response.Status.StartsWith("2", StringComparison.Ordinal) ? "" : response.Status) + "Answer") : null,
                })
                .ToEquatableArray(),
            Documentation = documentation,
            SourcePointer = operation.Pointer,
        };
    }

    private string OriginOf(Webhook webhook)
    {
        if (webhook.Callback is not { } callback)
        {
            return $"Webhook {webhook.WireName}, sent by {webhook.Operation.Method}.";
        }

        var caller = _description.Operations.FirstOrDefault(operation => operation.Pointer == callback.CallerPointer);
        var of = caller is null ? "" : $" of {OperationNamer.IdOf(caller)}";
        return $"Callback {webhook.WireName}{of}, sent by {webhook.Operation.Method} to {callback.Expression}.";
    }

    private static HeadersPlan? PlanParameters(Operation operation, string identifier, OperationContext context)
    {
        var parameters = operation.Parameters
            .Where(parameter => parameter.In == ParameterLocation.Query || (parameter.In == ParameterLocation.Header && HeaderName.IsValid(parameter.WireName)))
            .ToList();
        if (parameters.Count == 0)
        {
            return null;
        }

        var fields = parameters.Select(parameter => new ResponseHeader
        {
            Pointer = parameter.Pointer,
            WireName = parameter.WireName,
            Description = parameter.Description,
            IsRequired = parameter.IsRequired,
            IsDeprecated = parameter.IsDeprecated,
            Schema = parameter.Schema,
        }).ToList();
        var plan = HeadersPlanner.Plan(ParametersOf(identifier), fields, context);
        return plan with
        {
            Fields = plan.Fields.Select((field, index) => field with { IsInQuery = parameters[index].In == ParameterLocation.Query }).ToEquatableArray(),
        };
    }

    private static TypeReference TypeOf(MediaType body, OperationContext context, string hint)
        => body.Schema is { } schema ? context.Reference(schema, context.Identifier + hint) : TypeReferences.Any;

    private static MediaType? JsonOf(EquatableArray<MediaType> content) => content
        .Where(body => MediaTypeName.KindOf(body.Name) is MediaTypeKind.Json or MediaTypeKind.JsonSuffix)
        .OrderBy(body => MediaTypeName.KindOf(body.Name))
        .FirstOrDefault();
}
