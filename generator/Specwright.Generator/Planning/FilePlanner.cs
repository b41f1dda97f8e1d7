using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning;

/// <summary>Splits a plan into files.</summary>
internal static class FilePlanner
{
    /// <summary>In ordinal order of their hint names, so that the compiler compares each file with its own earlier version.</summary>
    public static EquatableArray<FilePlan> FilesOf(ApiPlan plan)
    {
        var client = plan.Client;
        var name = client.Names.Client;
        var files = new List<FilePlan>
        {
            ClientFile("Client", ClientFileKind.Class),
            ClientFile("IClient", ClientFileKind.Interface),
            ClientFile("Options", ClientFileKind.Options),
            ClientFile("Registration", ClientFileKind.Registration),
            new JsonFilePlan
            {
                File = client.File,
                HintName = HintNames.ForClient(name, "Json"),
                Identifier = client.Names.Json,
                Types = plan.Types.Select(type => type.Identifier).ToEquatableArray(),
            },
        };
        if (client.Operations.Any(operation => operation.Headers is not null))
        {
            files.Add(ClientFile("Headers", ClientFileKind.Headers));
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

        files.AddRange(plan.Types.Select(type => new TypeFilePlan
        {
            File = client.File,
            HintName = HintNames.ForType(name, type.Identifier),
            Type = type,
        }));
        return files.OrderBy(file => file.HintName, StringComparer.Ordinal).ToEquatableArray();

        FilePlan ClientFile(string part, ClientFileKind kind) => new ClientFilePlan
        {
            File = client.File,
            HintName = HintNames.ForClient(name, part),
            Kind = kind,
            Client = client,
        };
    }
}
