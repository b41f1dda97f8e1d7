using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Inputs;

/// <summary>Options from metadata, with defaults; what is not understood becomes a finding and the default stands in for it.</summary>
internal static class SpecOptions
{
    public static ClientOptions Of(DescriptionFile file, ProjectSettings settings, List<Finding> findings)
    {
        var metadata = file.Spec ?? new SpecMetadata();
        var clientName = Given(metadata.ClientName) ?? SpecNames.ClientNameOf(file.Path);
        if (!SpecNames.IsClientName(clientName))
        {
            findings.Add(Invalid("ClientName", clientName, "write letters from A to Z, digits and '_', not a digit first"));
            clientName = SpecNames.ClientNameOf(file.Path);
        }

        var defaultNamespace = Given(settings.RootNamespace) is { } root ? root + "." + clientName : clientName;
        var name = Given(metadata.Namespace) ?? defaultNamespace;
        if (!IsNamespace(name))
        {
            findings.Add(Invalid("Namespace", name, "write C# identifiers with a '.' between them"));
            name = clientName;
        }
        else if (FrameworkTypes.StandIn(name))
        {
            findings.Add(Invalid("Namespace", name, "it is the framework's or the runtime's own, whose types those of the description would hide; choose another"));
        }

        return new ClientOptions
        {
            SpecName = SpecPaths.NameOf(file.Path),
            Namespace = name,
            ClientName = clientName,
            IsPublic = IsPublic(Given(metadata.Accessibility), findings),
            SubClients = SubClientsOf(Given(metadata.SubClients), findings),
            Pagination = PaginationOf(Given(metadata.Pagination), findings),
        };
    }

    private static SubClientChoice SubClientsOf(string? choice, List<Finding> findings)
    {
        switch (choice?.ToLowerInvariant())
        {
            case null or "auto":
                return SubClientChoice.Auto;
            case "always":
                return SubClientChoice.Always;
            case "never":
                return SubClientChoice.Never;
            default:
                findings.Add(Invalid("SubClients", choice!, "write 'auto', 'always' or 'never'"));
                return SubClientChoice.Auto;
        }
    }

    private static PaginationChoice PaginationOf(string? choice, List<Finding> findings)
    {
        switch (choice?.ToLowerInvariant())
        {
            case null or "auto":
                return PaginationChoice.Auto;
            case "declared":
                return PaginationChoice.Declared;
            case "never":
                return PaginationChoice.Never;
            default:
                findings.Add(Invalid("Pagination", choice!, "write 'auto', 'declared' or 'never'"));
                return PaginationChoice.Auto;
        }
    }

    private static bool IsPublic(string? accessibility, List<Finding> findings)
    {
        if (accessibility is null || StringComparer.OrdinalIgnoreCase.Equals(accessibility, "public"))
        {
            return true;
        }

        if (!StringComparer.OrdinalIgnoreCase.Equals(accessibility, "internal"))
        {
            findings.Add(Invalid("Accessibility", accessibility, "write 'public' or 'internal'"));
        }

        return false;
    }

    private static bool IsNamespace(string text) => text.Split('.').All(part => Identifiers.IsIdentifier(part) && !Keywords.Contains(part));

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value!.Trim();

    private static Finding Invalid(string option, string value, string remedy) =>
        new() { RuleId = Rules.OptionInvalid.Id, Pointer = "#", Arguments = EquatableArray.Of(option, value, remedy) };
}
