using System.Globalization;
using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Operations;

/// <summary>Names the servers of a description and leaves out those whose address no request could be sent to.</summary>
internal static class ServerPlanner
{
    private const int MaxWords = 4;

    private static readonly string[] Reserved = ["Servers", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly string[] EmptyWords = ["server", "environment", "url", "endpoint", "address", "host"];

    /// <param name="servers">In the order of the description; the first one is the default.</param>
    /// <param name="findings">Gets what was left out.</param>
    public static EquatableArray<ServerPlan> Plan(EquatableArray<Server> servers, ICollection<Finding> findings)
    {
        var scope = new NameScope(ignoreCase: false, Reserved);
        var plans = new List<ServerPlan>();
        for (var index = 0; index < servers.Count; index++)
        {
            var server = servers[index];
            if (ReasonAgainst(server) is { } reason)
            {
                findings.Add(new Finding { RuleId = Rules.ServerAddressUnusable.Id, Pointer = Pointer(index), Arguments = EquatableArray.Of(server.Url, reason) });
                continue;
            }

            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            var wanted = NameFrom(server.Description) ?? "Server" + number;
            var identifier = scope.Contains(wanted) ? wanted + number : wanted;
            plans.Add(Plan(server, scope.Add(new NameCandidate(Pointer(index), server.Url, identifier), "Address", new List<Finding>())));
        }

        return plans.ToEquatableArray();
    }

    /// <summary>Whether requests can go there without a host from elsewhere.</summary>
    public static bool IsAbsolute(string url) => url.IndexOf("://", StringComparison.Ordinal) > 0;

    private static string Pointer(int index) => "#/servers/" + index.ToString(CultureInfo.InvariantCulture);

    private static ServerPlan Plan(Server server, string identifier)
    {
        var used = PathTemplate.PiecesOf(server.Url).Where(piece => piece.IsParameter).Select(piece => piece.Text).ToList();
        var variables = server.Variables.Where(variable => used.Contains(variable.Name)).ToList();
        var scope = new NameScope(ignoreCase: false, []);
        var identifiers = scope.Add(
            variables.Select(variable => new NameCandidate(variable.Name, variable.Name, Identifiers.Camel(variable.Name))).ToList(),
            "Value",
            new List<Finding>());
        return new ServerPlan
        {
            Identifier = identifier,
            Url = server.Url,
            Variables = variables
                .Select((variable, index) => new ServerVariablePlan
                {
                    Identifier = identifiers[index],
                    WireName = variable.Name,
                    Default = variable.Default,
                    Description = DescriptionOf(variable),
                })
                .ToEquatableArray(),
            Documentation = DocumentationText.Of(server.Description),
        };
    }

    private static string? DescriptionOf(ServerVariable variable)
    {
        var description = DocumentationText.LineOf(variable.Description);
        return variable.Values.IsEmpty ? description : $"{description} One of: {string.Join(", ", variable.Values)}.".TrimStart();
    }

    private static string? ReasonAgainst(Server server)
    {
        var address = "";
        foreach (var piece in PathTemplate.PiecesOf(server.Url))
        {
            if (!piece.IsParameter)
            {
                address += piece.Text;
            }
            else if (server.Variables.FirstOrDefault(variable => variable.Name == piece.Text) is { } variable)
            {
                address += variable.Default;
            }
            else
            {
                return $"the variable '{piece.Text}' is not declared";
            }
        }

        if (address.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '{' or '}'))
        {
            return "it is not an address";
        }

        // A relative address is legal, and means: relative to where the description came from, which a client doesn't know.
        if (!IsAbsolute(address))
        {
            return null;
        }

        return !Uri.TryCreate(address, UriKind.Absolute, out var uri) ? "it is not an address"
            : uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0 ? "a base address has no user name, query or fragment"
            : null;
    }

    /// <summary><c>Production server (live money)</c> gives <c>Production</c>; a long sentence gives no name.</summary>
    private static string? NameFrom(string? description)
    {
        if (DocumentationText.LineOf(description) is not { } line)
        {
            return null;
        }

        var end = line.IndexOfAny(['.', ',', ':', ';', '(', '/', '\n']);
        var words = (end < 0 ? line : line.Substring(0, end)).Split([' '], StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && EmptyWords.Contains(words[words.Count - 1].ToLowerInvariant()))
        {
            words.RemoveAt(words.Count - 1);
        }

        var text = string.Join(" ", words);
        return words.Count is > 0 and <= MaxWords && text.Any(char.IsLetter) && !char.IsDigit(text[0]) ? Identifiers.Pascal(text) : null;
    }
}
