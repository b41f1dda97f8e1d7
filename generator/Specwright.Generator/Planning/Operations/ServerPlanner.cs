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
        if (ReasonAgainst(server) is not { } reason)
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
        var used = PathTemplate.PiecesOf(server.Url).Where(piece => piece.IsParameter).Select(piece => piece.Text).ToList();
        var variables = server.Variables.Where(variable => used.Contains(variable.Name)).ToList();
        var scope = new NameScope(ignoreCase: false, []);
        var identifiers = scope.Add(
            variables.Select(variable => new NameCandidate(variable.Name, variable.Name, Identifiers.Camel(variable.Name))).ToList(),
            "Value",
            new List<Finding>());
        var isAbsolute = IsAbsolute(WithDefaults(server));
        var plans = variables
            .Select((variable, index) => new ServerVariablePlan
            {
                Identifier = identifiers[index],
                WireName = variable.Name,
                Default = variable.Default,

                // Some descriptions leave the default out of the values, though it must be one of them.
                Values = variable.Values.IsEmpty ? variable.Values : variable.Values.Append(variable.Default).Distinct(StringComparer.Ordinal).ToEquatableArray(),
                Description = DescriptionOf(variable),
            })
            .ToList();
        return new ServerPlan
        {
            Identifier = identifier,
            Url = server.Url,
            IsAbsolute = isAbsolute,
            Variables = plans.ToEquatableArray(),
            Parts = ServerPartPlanner.Plan(server.Url, isAbsolute, plans),
            Documentation = DocumentationText.Of(server.Description),
        };
    }

    private static string? DescriptionOf(ServerVariable variable)
    {
        var description = DocumentationText.LinesOf(variable.Description);
        return variable.Values.IsEmpty ? description : $"{description} One of: {string.Join(", ", variable.Values)}.".TrimStart();
    }

    /// <summary>Whether a request may go there with credentials: by https, on this machine, or on the host that the base address names.</summary>
    public static bool IsSafe(Server server) => !IsAbsolute(WithDefaults(server)) || (Uri.TryCreate(WithDefaults(server), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback));

    private static string WithDefaults(Server server) => string.Concat(PathTemplate.PiecesOf(server.Url)
        .Select(piece => piece.IsParameter ? server.Variables.FirstOrDefault(variable => variable.Name == piece.Text)?.Default : piece.Text));

    private static string? ReasonAgainst(Server server)
    {
        var unknown = PathTemplate.PiecesOf(server.Url).Where(piece => piece.IsParameter && server.Variables.All(variable => variable.Name != piece.Text)).ToList();
        if (unknown.Count > 0)
        {
            return $"the variable '{unknown[0].Text}' is not declared";
        }

        // A relative address is legal, and means: relative to where the description came from, which a client doesn't know.
        var address = WithDefaults(server);
        var isRelative = !IsAbsolute(address);
        if (address.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '{' or '}' or '\\')
            || (isRelative && (address.Split('/')[0].IndexOf(':') >= 0 || address.StartsWith("//", StringComparison.Ordinal)))
            || !Uri.TryCreate(isRelative ? "https://host/" + address.TrimStart('/') : address, UriKind.Absolute, out var uri))
        {
            return "it is not an address";
        }

        return uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0 ? "a base address has no user name, query or fragment" : null;
    }

    /// <summary>Whether requests can go there without a host from elsewhere.</summary>
    private static bool IsAbsolute(string url) => url.IndexOf("://", StringComparison.Ordinal) > 0;

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
