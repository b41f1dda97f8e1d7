using System.Globalization;
using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Operations;

/// <summary>Names the servers of a description and leaves out those whose address no request could be sent to.</summary>
internal static class ServerPlanner
{
    /// <summary>Members of the class of servers and of its base.</summary>
    public static readonly IReadOnlyList<string> Reserved = ["Servers", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private const int MaxWords = 4;

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
            if (!IsUsable(server, findings))
            {
                continue;
            }

            var number = Number(index);
            var wanted = NameOf(server) ?? "Server" + number;
            var identifier = scope.Contains(wanted) ? wanted + number : wanted;
            plans.Add(Plan(server, scope.Add(new NameCandidate(server.Pointer, server.Url, identifier, "#/servers/" + number), "Address", new List<Finding>())));
        }

        return plans.ToEquatableArray();
    }

    /// <summary>From 1: how a server without a name of its own is told apart.</summary>
    public static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    public static bool IsUsable(Server server, ICollection<Finding> findings)
    {
        if (ServerAddress.Of(server).ReasonAgainst is not { } reason)
        {
            return true;
        }

        findings.Add(new Finding { RuleId = Rules.ServerAddressUnusable.Id, Pointer = server.Pointer, Arguments = EquatableArray.Of(server.Url, reason) });
        return false;
    }

    /// <summary>The chosen name, or one from the description: <c>Production server (live money)</c> gives <c>Production</c>; a long sentence gives none.</summary>
    public static string? NameOf(Server server) => server.ChosenName is { Length: > 0 } chosen ? Identifiers.Chosen(chosen) : NameFrom(server.Description);

    public static ServerPlan Plan(Server server, string identifier)
    {
        var address = ServerAddress.Of(server);
        var values = address.Values.OrderBy(value => value.IsDescribed).ToList();
        var scope = new NameScope(ignoreCase: false, []);
        var identifiers = scope.Add(
            values.Select(value => new NameCandidate(value.Variable.Name, value.Variable.Name, Identifiers.Camel(value.Variable.Name))).ToList(),
            "Value",
            new List<Finding>());
        var variables = values.Select((value, index) => VariableOf(value, identifiers[index])).ToList();
        return new ServerPlan
        {
            Identifier = identifier,
            Url = server.Url,
            IsAbsolute = address.IsAbsolute,
            Variables = variables.ToEquatableArray(),
            Parts = ServerPartPlanner.Plan(server.Url, address, variables),
            Documentation = DocumentationText.Of(server.Description),
        };
    }

    private static ServerVariablePlan VariableOf(ServerValue value, string identifier) => new()
    {
        Identifier = identifier,
        WireName = value.Variable.Name,
        Default = value.IsDescribed ? value.Text : null,

        // Some descriptions leave the default out of the values, though it must be one of them.
        Values = value.Variable.Values.IsEmpty || !value.IsDescribed
            ? value.Variable.Values
            : value.Variable.Values.Append(value.Text).Distinct(StringComparer.Ordinal).ToEquatableArray(),
        Description = DescriptionOf(value.Variable),
    };

    private static string? DescriptionOf(ServerVariable variable)
    {
        var description = DocumentationText.LinesOf(variable.Description);
        return variable.Values.IsEmpty ? description : $"{description} One of: {string.Join(", ", variable.Values)}.".TrimStart();
    }

    /// <summary>Whether a request may go there with credentials: by https, on this machine, or on the host that the base address names.</summary>
    public static bool IsSafe(Server server)
    {
        var described = ServerAddress.Of(server);
        return !described.IsAbsolute || (Uri.TryCreate(described.Text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback));
    }

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
