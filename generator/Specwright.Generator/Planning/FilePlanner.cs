using System.Globalization;
using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning;

/// <summary>Splits a plan into files.</summary>
internal static class FilePlanner
{
    private const int MostTypesOfOneList = 32;

    /// <summary>With more of types and sub-clients together the compiler gets both in shares.</summary>
    private const int MostFiles = 100;

    /// <summary>The compiler compares each file's name with all others, but a change writes a share as a whole.</summary>
    private const uint SharesOfTypes = 64;

    private const uint SharesOfSubClients = 16;

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

        var subClients = client.SubClients.SelectMany(SubClientFiles).ToList();
        var isShared = division == FileDivision.ForCompiler && plan.Types.Count + subClients.Count > MostFiles;
        files.AddRange(isShared
            ? client.SubClients
                .GroupBy(subClient => ShareOf(subClient.Property, SharesOfSubClients))
                .Select(share => SubClientFile(HintNames.ForSubClients(name, TextOf(share.Key)), null, share.ToEquatableArray()))
            : subClients);
        files.AddRange(isShared
            ? plan.Types
                .GroupBy(type => ShareOf(type.Identifier, SharesOfTypes))
                .Select(share => TypeFile(HintNames.ForTypes(name, TextOf(share.Key)), share.ToEquatableArray()))
            : plan.Types.Select(type => TypeFile(HintNames.ForType(name, type.Identifier), EquatableArray.Of(type))));
        return files.OrderBy(file => file.HintName, StringComparer.Ordinal).ToEquatableArray();

        FilePlan TypeFile(string hintName, EquatableArray<TypePlan> types) => new TypeFilePlan { File = client.File, HintName = hintName, Types = types };

        FilePlan ClientFile(string part, ClientFileKind kind) => new ClientFilePlan
        {
            File = kind == ClientFileKind.Class ? WithShadows(client) : client.File,
            HintName = HintNames.ForClient(name, part),
            Kind = kind,
            Client = kind is ClientFileKind.Options or ClientFileKind.Registration ? own with { Operations = default } : own,
        };

        IEnumerable<FilePlan> SubClientFiles(SubClientPlan subClient)
        {
            yield return SubClientPart(subClient, "Client", ClientFileKind.Class);
            if (subClient.Interface is not null)
            {
                yield return SubClientPart(subClient, "IClient", ClientFileKind.Interface);
            }

            if (HasHeaders(subClient.Operations))
            {
                yield return SubClientPart(subClient, "Headers", ClientFileKind.Headers);
            }

            if (HasResults(subClient.Operations))
            {
                yield return SubClientPart(subClient, "Results", ClientFileKind.Results);
            }
        }

        FilePlan SubClientPart(SubClientPlan subClient, string part, ClientFileKind kind) =>
            SubClientFile(HintNames.ForSubClient(name, part, subClient.Property), kind, EquatableArray.Of(subClient));

        FilePlan SubClientFile(string hintName, ClientFileKind? kind, EquatableArray<SubClientPlan> subClients) => new SubClientFilePlan
        {
            File = client.File,
            HintName = hintName,
            Kind = kind,
            Client = client.Names,
            SubClients = subClients,
        };
    }

    /// <summary>It depends on the name alone: an added type or sub-client writes its share anew, and no other one.</summary>
    private static uint ShareOf(string identifier, uint shares) => StableHash.NumberOf(identifier) % shares;

    private static string TextOf(uint share) => share.ToString("00", CultureInfo.InvariantCulture);

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
