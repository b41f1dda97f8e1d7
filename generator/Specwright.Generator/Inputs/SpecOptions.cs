using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Inputs;

/// <summary>What the build says about one description, understood and with the defaults filled in.</summary>
internal static class SpecOptions
{
    public static ClientOptions Of(DescriptionFile file, ProjectSettings settings, List<Finding> findings)
    {
        var options = new OptionReader(file.Spec ?? new SpecMetadata(), findings);
        var clientName = ClientNameOf(options, SpecNames.ClientNameOf(file.Path));
        return new ClientOptions
        {
            SpecName = SpecPaths.NameOf(file.Path),
            ClientName = clientName,
            Namespace = NamespaceOf(options, clientName, settings),
            IsPublic = options.Choice(OptionNames.Accessibility, ("public", true), ("internal", false)),
            SubClients = options.Choice(
                OptionNames.SubClients,
                ("auto", SubClientChoice.Auto), ("always", SubClientChoice.Always), ("never", SubClientChoice.Never)),
            Pagination = options.Choice(
                OptionNames.Pagination,
                ("auto", PaginationChoice.Auto), ("declared", PaginationChoice.Declared), ("never", PaginationChoice.Never)),
            Types = options.Choice(OptionNames.Types, ("records", TypeKind.Record), ("classes", TypeKind.Class)),
        };
    }

    private static string ClientNameOf(OptionReader options, string fromFile)
    {
        if (options.Text(OptionNames.ClientName) is not { } name)
        {
            return fromFile;
        }

        if (SpecNames.IsClientName(name))
        {
            return name;
        }

        options.Refuse(OptionNames.ClientName, name, "write letters from A to Z, digits and '_', not a digit first", fromFile);
        return fromFile;
    }

    private static string NamespaceOf(OptionReader options, string clientName, ProjectSettings settings)
    {
        var name = options.Text(OptionNames.Namespace)
            ?? (string.IsNullOrWhiteSpace(settings.RootNamespace) ? clientName : settings.RootNamespace!.Trim() + "." + clientName);
        if (!IsNamespace(name))
        {
            options.Refuse(OptionNames.Namespace, name, "write C# identifiers with a '.' between them", clientName);
            return clientName;
        }

        if (FrameworkTypes.StandIn(name))
        {
            options.Refuse(OptionNames.Namespace, name, "it is the framework's or the runtime's own, whose types those of the description would hide; choose another", clientName);
            return clientName;
        }

        return name;
    }

    private static bool IsNamespace(string text) => text.Split('.').All(part => Identifiers.IsIdentifier(part) && !Keywords.Contains(part));
}
