using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;
using Specwright.Planning.Selection;
using Specwright.Reading;

namespace Specwright.Inputs;

/// <summary>What the build says about one description, understood and with the defaults filled in.</summary>
internal static class SpecOptions
{
    public static ClientOptions Of(DescriptionFile file, ProjectSettings settings, OptionReader options)
    {
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
            Selection = new OperationSelection
            {
                IncludeTags = options.List(OptionNames.IncludeTags),
                ExcludeTags = options.List(OptionNames.ExcludeTags),
                IncludePaths = options.List(OptionNames.IncludePaths),
                ExcludePaths = options.List(OptionNames.ExcludePaths),
                IncludeOperations = options.List(OptionNames.IncludeOperations),
                ExcludeOperations = options.List(OptionNames.ExcludeOperations),
            },
            HasInterfaces = options.Choice(OptionNames.Interfaces, ("true", true), ("false", false)),
            Enums = options.Choice(OptionNames.Enums, ("open", EnumKind.Open), ("closed", EnumKind.Closed), ("string", EnumKind.Text)),
            Numbers = options.Choice(OptionNames.NumberType, ("decimal", NumberKind.Decimal), ("double", NumberKind.Double)),
            Dates = options.Choice(
                OptionNames.DateTypes,
                ("DateTimeOffset", DateKind.DateTimeOffset), ("DateTime", DateKind.DateTime), ("string", DateKind.Text)),
            Optionals = options.Choice(OptionNames.OptionalProperties, ("nullable", OptionalKind.Nullable), ("optional", OptionalKind.Optional)),
            Types = options.Choice(OptionNames.Types, ("records", TypeKind.Record), ("classes", TypeKind.Class)),
        };
    }

    /// <summary>Names chosen outside the description: <c>/components/schemas/foo=Bar</c>, <c>createOrder=PlaceOrder</c>.</summary>
    public static EquatableArray<ChosenName> NamesOf(OptionReader options)
    {
        var names = new List<ChosenName>();
        foreach (var text in options.List(OptionNames.Names))
        {
            // A pointer may hold '=', a name may not.
            var position = text.LastIndexOf('=');
            var (target, name) = position < 0 ? (text, "") : (text.Substring(0, position).Trim(), text.Substring(position + 1).Trim());
            if (target.Length > 0 && name.Any(char.IsLetter))
            {
                names.Add(new ChosenName(target, name));
            }
            else
            {
                options.Refuse(OptionNames.Names, text, "write a JSON pointer or the id of an operation, '=' and the name", "the name that it has without");
            }
        }

        return names.ToEquatableArray();
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
