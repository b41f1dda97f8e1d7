using System.Text;
using Specwright.Model;
using Specwright.Planning;
using Specwright.Reading.Text;

namespace Specwright.Tool.New;

/// <summary>The overlay to start with: names that C# needs now, and proposals that somebody has to decide, as comments.</summary>
internal sealed class StartingOverlay
{
    /// <summary>More than that nobody goes through one by one.</summary>
    private const int MaxProposals = 100;

    private readonly StringBuilder _text = new();
    private readonly List<string> _noticed = [];

    private StartingOverlay()
    {
    }

    public string Text => _text.ToString();

    /// <summary>What was noticed, a sentence each.</summary>
    public IReadOnlyList<string> Noticed => _noticed;

    /// <param name="fileName">The description's, in <c>specs/</c>.</param>
    /// <param name="origin">Address or file name.</param>
    /// <param name="root">The description's text.</param>
    /// <param name="description">What it says.</param>
    /// <param name="plan">What becomes of it without an overlay.</param>
    public static StartingOverlay Of(string fileName, string origin, ObjectNode root, ApiDescription description, ApiPlan plan)
    {
        var overlay = new StartingOverlay();
        overlay.Write($$"""
            # What {{fileName}} does not say, or says wrongly: applied before it is read, so that the file itself stays as it was published.
            # Actions that are comments are proposals: decide each one, and take the '#' away or delete it.
            overlay: 1.0.0
            info:
              title: {{JsonPathText.Quoted("What " + fileName + " leaves open")}}
              version: '1'
            actions:
              # Where the description comes from; nothing in C# comes of it.
              - target: {{(root["info"] is ObjectNode ? "$.info" : "$")}}
                update: { x-origin: [{ url: {{JsonPathText.Quoted(origin)}} }] }
            """);
        overlay.AddServers(root, description);
        overlay.AddSecurity(root, description);
        overlay.AddOperationNames(root, description, plan);
        overlay.AddMoney(root);
        return overlay;
    }

    private void AddServers(ObjectNode root, ApiDescription description)
    {
        if (description.Servers.Any(server => Uri.TryCreate(server.Url, UriKind.Absolute, out var address) && address.Scheme is "https"))
        {
            return;
        }

        Notice("No server with an https address is described: the application has to set BaseAddress.");
        Write(root["swagger"] is null
            ? """
                # - target: $
                #   update: { servers: [{ url: "https://api.example", description: Production }] }
              """
            : """
                # - target: $
                #   update: { host: "api.example", schemes: [https] }
              """);
    }

    private void AddSecurity(ObjectNode root, ApiDescription description)
    {
        if (description.SecuritySchemes.IsEmpty)
        {
            Notice("No security scheme is described: requests go out without a credential.");
            Write(root["swagger"] is null
                ? """
                    # - target: $
                    #   update:
                    #     security: [{ bearerAuth: [] }]
                    #     components: { securitySchemes: { bearerAuth: { type: http, scheme: bearer } } }
                  """
                : """
                    # - target: $
                    #   update:
                    #     security: [{ apiKey: [] }]
                    #     securityDefinitions: { apiKey: { type: apiKey, in: header, name: Authorization } }
                  """);
        }
        else if (!description.Operations.IsEmpty && description.Operations.All(operation => operation.Security.IsEmpty))
        {
            var scheme = JsonPathText.Quoted(description.SecuritySchemes[0].WireName);
            Notice("Security schemes are described, but no operation asks for one: requests go out without a credential.");
            Write($$"""
                # - target: $
                #   update: { security: [{ {{scheme}}: [] }] }
              """);
        }
    }

    private void AddOperationNames(ObjectNode root, ApiDescription description, ApiPlan plan)
    {
        var names = plan.Client.AllOperations.GroupBy(operation => operation.SourcePointer).ToDictionary(group => group.Key, group => group.First().Identifier, StringComparer.Ordinal);
        var unnamed = description.Operations
            .Where(operation => operation is { OperationId: null, ChosenName: null } && names.ContainsKey(operation.Pointer))
            .Select(operation => (Node: JsonPointer.Walk(root, JsonPointer.Tokens(operation.Pointer)), Name: names[operation.Pointer]))
            .Where(operation => operation.Node is not null)
            .ToList();
        if (unnamed.Count == 0)
        {
            return;
        }

        Notice($"{Count(unnamed.Count, "operation has", "operations have")} no operationId: the names are made of method and path. Choose better ones before somebody calls them.");
        foreach (var (node, name) in unnamed)
        {
            Write($$"""
                - target: {{JsonPathText.Of(node!)}}
                  update: { x-specwright-name: {{name}} }
              """);
        }
    }

    private void AddMoney(ObjectNode root)
    {
        var members = MoneyMembers.Of(root);
        if (members.Count == 0)
        {
            return;
        }

        Notice($"{Count(members.Count, "member looks", "members look")} like money without a decimal format: as text nothing can be added, as binary floating point it is not exact. With the format they are decimal.");
        foreach (var member in members.Take(MaxProposals))
        {
            Write($$"""
                # - target: {{JsonPathText.Of(member)}}
                #   update: { format: decimal }
              """);
        }

        if (members.Count > MaxProposals)
        {
            Write($"  # … and {members.Count - MaxProposals} more.");
        }
    }

    private void Notice(string sentence)
    {
        _noticed.Add(sentence);
        Write("");
        Write("  # " + sentence);
    }

    private void Write(string lines) => _text.Append(lines.ReplaceLineEndings("\n")).Append('\n');

    private static string Count(int count, string one, string many) => count == 1 ? "1 " + one : $"{count} {many}";
}
