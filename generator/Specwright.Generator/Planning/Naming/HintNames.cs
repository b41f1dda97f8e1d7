using System.Globalization;
using System.Text;

namespace Specwright.Planning.Naming;

/// <summary>Names of generated files: ASCII, and different from each other ignoring case, because the compiler refuses the whole run otherwise.</summary>
internal static class HintNames
{
    private const int MaxLength = 120;

    /// <summary>The file of a data type: <c>Acme.Order.g.cs</c>; one named like a file of the client gets <c>Acme.Types.Client.g.cs</c>.</summary>
    public static string ForType(string clientName, string identifier) => IsPartOfClient(identifier)
        ? Make(clientName, "Types." + identifier)
        : Make(clientName, identifier);

    /// <summary>The file of several data types: <c>Acme.Types.37.g.cs</c>.</summary>
    public static string ForTypes(string clientName, string share) => Make(clientName, "Types." + share);

    /// <summary>The file of several sub-clients: <c>Acme.Clients.07.g.cs</c>.</summary>
    public static string ForSubClients(string clientName, string share) => Make(clientName, "Clients." + share);

    /// <summary>A file of the client itself.</summary>
    /// <param name="clientName">As in <see cref="ClientOptions.ClientName"/>.</param>
    /// <param name="part"><c>Client</c>, <c>IClient</c>, <c>Headers</c>, <c>Results</c>, <c>Options</c>, <c>Registration</c>, <c>Webhooks</c>, <c>Json</c> or <c>Xml</c>.</param>
    public static string ForClient(string clientName, string part) => Make(clientName, part);

    /// <summary>A file of a sub-client: <c>Acme.Client.Payments.g.cs</c>. No identifier holds a dot, so no type's file is called so.</summary>
    /// <param name="clientName">As in <see cref="ClientOptions.ClientName"/>.</param>
    /// <param name="part"><c>Client</c>, <c>IClient</c>, <c>Headers</c> or <c>Results</c>.</param>
    /// <param name="property">As in <see cref="SubClientPlan.Property"/>.</param>
    public static string ForSubClient(string clientName, string part, string property) => Make(clientName, part + "." + property);

    private static bool IsPartOfClient(string identifier) => identifier.ToUpperInvariant()
        is "CLIENT" or "ICLIENT" or "HEADERS" or "RESULTS" or "OPTIONS" or "REGISTRATION" or "WEBHOOKS" or "JSON" or "XML";

    private static string Make(string clientName, string part)
    {
        var name = new StringBuilder();
        foreach (var character in clientName + "." + part)
        {
            if (character is '.' or '_' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))
            {
                name.Append(character);
            }
            else
            {
                // No identifier holds a hyphen, so this clashes with no other name.
                name.Append('-').Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        if (name.Length > MaxLength)
        {
            // File systems end at 255 bytes, some build paths earlier.
            name.Length = MaxLength - 9;
            name.Append('-').Append(StableHash.Of(clientName + "." + part, 8));
        }

        return name.Append(".g.cs").ToString();
    }
}
