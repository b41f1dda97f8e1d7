using Specwright.Model;
using Specwright.Planning.Naming;
using Specwright.Planning.Operations;
using Specwright.Planning.Reuse;
using Specwright.Planning.Selection;
using Specwright.Planning.Types;

namespace Specwright.Planning;

/// <summary>Takes every decision about the C# of one description.</summary>
internal static class ClientPlanner
{
    public static PlanResult Plan(ApiDescription whole, ClientOptions options) => Plan(whole, options, new PlanMemory());

    /// <param name="whole">Read.</param>
    /// <param name="options">What the build says.</param>
    /// <param name="memory">New, or made of one that was used with the same options; it does not change what is planned.</param>
    public static PlanResult Plan(ApiDescription whole, ClientOptions options, PlanMemory memory)
    {
        var findings = new List<Finding>();
        var description = SelectedOperations.Of(whole, options.Selection, findings);
        var names = NamesOf(options);
        var operationNames = OperationNames.Of(description, options, names, memory.OperationNames);
        findings.AddRange(operationNames.Findings);
        var division = operationNames.Division;
        var (identifiers, methods) = (operationNames.Identifiers, operationNames.Methods);

        // The client's own names stand first: a schema of the same name is renamed, for the client is what a program starts with.
        var ownNames = new List<string> { names.Service, names.Class, names.Options, names.Json, names.Xml, names.Registration };
        ownNames.AddRange(division.SubClients.SelectMany(subClient => new[] { subClient.Service, subClient.Class }));
        ownNames.AddRange(operationNames.TypeIdentifiers);
        var webhooks = new WebhookPlanner(description, names.Client, identifiers, findings);
        ownNames.AddRange(webhooks.TypeIdentifiers);
        var types = new SchemaTypes(description, options, ownNames, memory, findings);
        var security = new SecurityPlanner(description.SecuritySchemes, names.Options, findings);
        var servers = new OperationServerPlanner(description, SecurityPlanner.MembersOf(security.Plans), findings);
        var surroundings = new OperationSurroundings(operationNames, types, new ParameterShapes(description), security, servers, options, findings);
        var operations = description.Operations
            .SelectMany((operation, index) => OperationPlanner
                .Plan(operation, identifiers[index], methods[index], surroundings, memory.Operations)
                .Select(plan => (Property: division.PropertyOf(operation), Plan: plan)))
            .ToLookup(operation => operation.Property ?? "", operation => operation.Plan);
        var webhooksPlan = webhooks.Plan(surroundings);
        var typePlans = DiscriminatorIndexes.Assign(types.Plans());
        var plan = new ApiPlan
        {
            Types = typePlans,
            XmlShapes = types.Xml.Plans(),
            Webhooks = webhooksPlan,
            Client = new ClientPlan
            {
                File = new FileContext
                {
                    SpecName = options.SpecName,
                    Namespace = options.Namespace,
                    Accessibility = options.IsPublic ? "public" : "internal",
                    Types = options.Types,
                    ShadowedNames = FrameworkTypes.ShadowedBy(typePlans.Select(type => type.Identifier).Concat(ownNames)).ToEquatableArray(),
                },
                Names = names,
                Documentation = DocumentationOf(description),
                Operations = operations[""].ToEquatableArray(),
                SubClients = division.SubClients
                    .Select(subClient => subClient with { Operations = operations[subClient.Property].ToEquatableArray() })
                    .Where(subClient => !subClient.Operations.IsEmpty)
                    .ToEquatableArray(),
                SecuritySchemes = security.Plans,
                Servers = servers.Servers,
                DefaultServer = servers.DefaultServer,
                ServerToComplete = servers.ServerToComplete,
                DescribedBaseAddress = servers.HasOwnAddresses || security.HasTokenAddresses ? servers.DefaultServer : null,
                ServerSettings = servers.Settings,
            },
        };
        memory.Complete();
        return new PlanResult { Plan = plan, Findings = findings.ToEquatableArray() };
    }

    private static ClientNames NamesOf(ClientOptions options) => new()
    {
        Client = options.ClientName,
        Interface = options.HasInterfaces ? $"I{options.ClientName}Client" : null,
        Class = $"{options.ClientName}Client",
        Options = $"{options.ClientName}Options",
        Json = $"{options.ClientName}Json",
        Xml = $"{options.ClientName}Xml",
        Registration = $"{options.ClientName}Registration",
    };

    private static Documentation DocumentationOf(ApiDescription description) => new()
    {
        Summary = DocumentationText.LineOf(description.Title),
        Remarks = CommonMark.ParagraphsOf(description.Description).ToEquatableArray(),
    };
}
