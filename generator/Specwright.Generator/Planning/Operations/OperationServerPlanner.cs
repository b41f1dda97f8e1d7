using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Operations;

/// <summary>Servers of path items and operations: an option for each, which holds the address instead of the base address.</summary>
/// <remarks>
/// Operations whose first server is the same share an option; those whose first server is also the description's need none. An option is called
/// after the host, as far as it differs from the host of the description, and not after the server's description: that speaks of one of several
/// servers ("production"), the option stands for all of them.
/// </remarks>
internal sealed class OperationServerPlanner
{
    private const string Suffix = "Address";

    /// <summary>What a description without servers means (OpenAPI 3.1.1, OpenAPI Object, 'servers').</summary>
    private static readonly Server Root = new() { Pointer = "#", Url = "/" };

    private readonly Dictionary<string, ServerSettingPlan> _settings = new(StringComparer.Ordinal);
    private readonly List<ServerPlan> _servers = [];
    private readonly string _common;

    /// <param name="description">Read.</param>
    /// <param name="optionMembers">What the options have as members already.</param>
    /// <param name="findings">Gets the addresses that cannot be used.</param>
    public OperationServerPlanner(ApiDescription description, IEnumerable<string> optionMembers, ICollection<Finding> findings)
    {
        var common = CommonOf(description);
        var plans = ServerPlanner.Plan(common, findings);

        // The first one or none: where it waits for a value, the next is no default, but perhaps a test system.
        var first = plans.FirstOrDefault(server => server.IsAbsolute);
        DefaultServer = first is { IsComplete: true } ? first : null;
        ServerToComplete = first is { IsComplete: false } ? first : null;
        _servers.AddRange(plans);
        _common = KeyOf(common.FirstOrDefault() ?? Root);
        var groups = description.Operations
            .Where(operation => !operation.Servers.IsEmpty && KeyOf(operation.Servers[0]) != _common)
            .Select(operation => operation.Servers)
            .GroupBy(servers => KeyOf(servers[0]), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, Servers: group.First()))
            .ToList();
        if (groups.Count > 0)
        {
            Plan(groups, common.IsEmpty ? null : common[0], optionMembers, findings);
        }
    }

    /// <summary>Those of the description, then those of operations.</summary>
    public EquatableArray<ServerPlan> Servers => _servers.ToEquatableArray();

    public ServerPlan? DefaultServer { get; }

    /// <inheritdoc cref="ClientPlan.ServerToComplete"/>
    public ServerPlan? ServerToComplete { get; }

    /// <summary>In ordinal order of their identifiers.</summary>
    public EquatableArray<ServerSettingPlan> Settings => _settings.Values.OrderBy(setting => setting.Identifier, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Whether an operation has an absolute address of its own.</summary>
    public bool HasOwnAddresses => _settings.Values.Any(setting => setting.Default is { IsAbsolute: true });

    /// <summary>The option for an operation; null: the base address.</summary>
    public string? SettingOf(Operation operation)
        => !operation.Servers.IsEmpty && _settings.TryGetValue(KeyOf(operation.Servers[0]), out var setting) ? setting.Identifier : null;

    /// <summary>The description's own; where it names none and all operations name the same one, theirs.</summary>
    private static EquatableArray<Server> CommonOf(ApiDescription description)
    {
        if (!description.Servers.IsEmpty || description.Operations.IsEmpty || description.Operations.Any(operation => operation.Servers.IsEmpty))
        {
            return description.Servers;
        }

        var first = description.Operations[0].Servers;
        var key = KeyOf(first[0]);
        return description.Operations.All(operation => KeyOf(operation.Servers[0]) == key) ? first : description.Servers;
    }

    private static string KeyOf(Server server) => server.Variables.IsEmpty
        ? server.Url.TrimEnd('/')
        : string.Join("\n", server.Variables.Select(variable => $"{variable.Name}={variable.Default}").Prepend(server.Url.TrimEnd('/')));

    private void Plan(List<(string Key, EquatableArray<Server> Servers)> groups, Server? common, IEnumerable<string> optionMembers, ICollection<Finding> findings)
    {
        var names = groups.Select(group => WordsFor(group.Servers[0], common)).ToList();
        var options = new NameScope(ignoreCase: false, optionMembers).Add(
            groups.Select((group, index) => new NameCandidate(group.Servers[0].Pointer, group.Servers[0].Url, names[index] + Suffix, group.Key)).ToList(),
            "Setting",
            findings);
        var scope = new NameScope(ignoreCase: false, ServerPlanner.Reserved.Concat(_servers.Select(server => server.Identifier)));
        for (var index = 0; index < groups.Count; index++)
        {
            var (key, servers) = groups[index];
            var plans = servers
                .Where(server => ServerPlanner.IsUsable(server, findings))
                .Select(server => server.Url.Length == 0 ? server with { Url = Root.Url } : server)
                .Select((server, position) => (
                    IsSafe: ServerPlanner.IsSafe(server),
                    Plan: ServerPlanner.Plan(
                        server,
                        scope.Add(new NameCandidate(server.Pointer, server.Url, NameOf(server, names[index], position), server.Url), "Server", new List<Finding>()))))
                .ToList();
            _servers.AddRange(plans.Select(server => server.Plan));
            _settings[key] = new ServerSettingPlan
            {
                Identifier = options[index],
                Url = servers[0].Url,
                Default = plans.Where(server => server.IsSafe).Select(server => server.Plan).FirstOrDefault() is { IsComplete: true } complete ? complete : null,
                Documentation = DocumentationText.Of(servers[0].Description),
            };
        }
    }

    private static string NameOf(Server server, string group, int position)
        => position == 0 ? group : group + (ServerPlanner.NameOf(server) ?? ServerPlanner.Number(position));

    /// <summary><c>https://files.acme.com/v1</c> beside <c>https://api.acme.com</c> gives <c>Files</c>, <c>https://api.acme.com/upload</c> gives <c>Upload</c>, <c>/</c> gives <c>Root</c>.</summary>
    private static string WordsFor(Server server, Server? common)
    {
        if (server.ChosenName is { Length: > 0 } chosen)
        {
            return Identifiers.Chosen(chosen);
        }

        var (host, path) = PartsOf(server.Url);
        var (commonHost, commonPath) = common is null ? ([], []) : PartsOf(common.Url);
        var shared = 0;
        while (shared < host.Count && shared < commonHost.Count && host[host.Count - 1 - shared] == commonHost[commonHost.Count - 1 - shared])
        {
            shared++;
        }

        var words = shared < host.Count ? host.Take(host.Count - shared)
            : path.Count > 0 && !path.SequenceEqual(commonPath) ? path
            : host;
        var text = string.Join(" ", words);
        return text.Any(char.IsLetterOrDigit) ? Identifiers.Pascal(text) : "Root";
    }

    /// <summary>The labels of the host and the segments of the path, variables by their names; no host where the address is relative.</summary>
    private static (IReadOnlyList<string> Host, IReadOnlyList<string> Path) PartsOf(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        var rest = start < 0 ? url : url.Substring(start + 3);
        var slash = rest.IndexOf('/');
        var host = start < 0 ? "" : slash < 0 ? rest : rest.Substring(0, slash);
        var path = start < 0 ? rest : slash < 0 ? "" : rest.Substring(slash);
        var port = host.IndexOf(':');
        return (Split(port < 0 ? host : host.Substring(0, port), '.'), Split(path, '/'));

        static IReadOnlyList<string> Split(string text, char separator) => text.Split([separator], StringSplitOptions.RemoveEmptyEntries);
    }
}
