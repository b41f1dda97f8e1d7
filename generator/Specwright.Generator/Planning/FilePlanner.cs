using System.Globalization;
using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning;

/// <summary>Splits a plan into files.</summary>
internal static class FilePlanner
{
    private const int MostTypesOfOneList = 32;

    /// <summary>With more types the compiler gets them in shares.</summary>
    private const int MaxTypeFiles = 200;

    /// <summary>Their number: the compiler compares each file's name with all others.</summary>
    private const uint Shares = 100;

    /// <summary>In ordinal order of their hint names, so that the compiler compares each file with its own earlier version.</summary>
    public static EquatableArray<FilePlan> FilesOf(ApiPlan plan, FileDivision division = FileDivision.ForCompiler)
    {
        var client = plan.Client;
        var name = client.Names.Client;

        // The client's own files show that there are sub-clients, not what is in them.
        var own = client with { SubClients = client.SubClients.Select(subClient => subClient with { Operations = default }).ToEquatableArray() };
        var files = new List<FilePlan>
        {
            ClientFile("Client", ClientFileKind.Class),
            ClientFile("Options", ClientFileKind.Options),
            ClientFile("Registration", ClientFileKind.Registration),
            JsonFile(client, plan.Types.Select(type => new JsonTypePlan(type.Identifier, type.Codec)).ToEquatableArray()),
        };
        if (client.Names.Interface is not null)
        {
            files.Add(ClientFile("IClient", ClientFileKind.Interface));
        }

        if (HasHeaders(client.Operations))
        {
            files.Add(ClientFile("Headers", ClientFileKind.Headers));
        }

        if (HasResults(client.Operations))
        {
            files.Add(ClientFile("Results", ClientFileKind.Results));
        }

        if (!plan.XmlShapes.IsEmpty)
        {
            files.Add(new XmlFilePlan
            {
                File = client.File,
                HintName = HintNames.ForClient(name, "Xml"),
                Identifier = client.Names.Xml,
                Shapes = plan.XmlShapes,
            });
        }

        if (plan.Webhooks is { } webhooks)
        {
            files.Add(new WebhooksFilePlan { File = client.File, HintName = HintNames.ForClient(name, "Webhooks"), Webhooks = webhooks });
        }

        foreach (var subClient in client.SubClients)
        {
            files.Add(SubClientFile(subClient, "Client", ClientFileKind.Class));
            if (subClient.Interface is not null)
            {
                files.Add(SubClientFile(subClient, "IClient", ClientFileKind.Interface));
            }

            if (HasHeaders(subClient.Operations))
            {
                files.Add(SubClientFile(subClient, "Headers", ClientFileKind.Headers));
            }

            if (HasResults(subClient.Operations))
            {
                files.Add(SubClientFile(subClient, "Results", ClientFileKind.Results));
            }
        }

        files.AddRange(plan.Types.GroupBy(HintNameOf).Select(types => new TypeFilePlan
        {
            File = client.File,
            HintName = types.Key,
            Types = types.ToEquatableArray(),
        }));
        return files.OrderBy(file => file.HintName, StringComparer.Ordinal).ToEquatableArray();

        // A type's share depends on its own name alone: an added type writes its share anew, and no other one.
        string HintNameOf(TypePlan type) => division == FileDivision.ForReview || plan.Types.Count <= MaxTypeFiles
            ? HintNames.ForType(name, type.Identifier)
            : HintNames.ForTypes(name, (StableHash.NumberOf(type.Identifier) % Shares).ToString("00", CultureInfo.InvariantCulture));

        FilePlan ClientFile(string part, ClientFileKind kind) => new ClientFilePlan
        {
            File = kind == ClientFileKind.Class ? WithShadows(client) : client.File,
            HintName = HintNames.ForClient(name, part),
            Kind = kind,
            Client = kind is ClientFileKind.Options or ClientFileKind.Registration ? own with { Operations = default } : own,
        };

        FilePlan SubClientFile(SubClientPlan subClient, string part, ClientFileKind kind) => new SubClientFilePlan
        {
            File = client.File,
            HintName = HintNames.ForSubClient(name, part, subClient.Property),
            Kind = kind,
            Client = client.Names,
            SubClient = subClient,
        };
    }

    /// <summary>
    /// One method that compares with 17,000 types would be compiled whole when the first of them is asked for. The length of a name tells types apart without a table, reads well,
    /// and a new type adds lines without moving any.
    /// </summary>
    private static JsonFilePlan JsonFile(ClientPlan client, EquatableArray<JsonTypePlan> types) => new()
    {
        File = client.File,
        HintName = HintNames.ForClient(client.Names.Client, "Json"),
        Identifier = client.Names.Json,
        Types = types,
        ByLength = types.Count > MostTypesOfOneList ? ByLength(types) : default,
    };

    private static EquatableArray<TypesOfLength> ByLength(EquatableArray<JsonTypePlan> types)
    {
        // Each type is a property of the same class.
        var method = "GetTypeInfoOfLength";
        while (types.Any(type => type.Identifier.StartsWith(method, StringComparison.Ordinal)))
        {
            method += "_";
        }

        return types
            .GroupBy(type => NameLength(type.Identifier))
            .OrderBy(group => group.Key)
            .Select(group => new TypesOfLength(group.Key, FormattableString.Invariant($"{method}{group.Key}"), group.ToEquatableArray()))
            .ToEquatableArray();
    }

    /// <summary>An identifier such as <c>@event</c> has a sign that is no part of the name.</summary>
    private static int NameLength(string identifier) => identifier.TrimStart('@').Length;

    /// <summary>In the client class, the property <c>HttpMethod</c> of a sub-client hides the type in <c>HttpMethod.Get</c>.</summary>
    private static FileContext WithShadows(ClientPlan client) => client.File with
    {
        ShadowedNames = FrameworkTypes.ShadowedBy(client.File.ShadowedNames.Concat(client.SubClients.Select(subClient => subClient.Property))).ToEquatableArray(),
    };

    private static bool HasHeaders(EquatableArray<OperationPlan> operations) => operations.Any(operation => operation.Headers is not null);

    private static bool HasResults(EquatableArray<OperationPlan> operations) => operations.Any(operation => operation.Result?.Several is not null);
}
