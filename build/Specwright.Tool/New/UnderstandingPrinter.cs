using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning;
using Specwright.Tool.Linting;
using Specwright.Tool.Projects;
using Specwright.Tool.Terminal;

namespace Specwright.Tool.New;

/// <summary>Says what was understood of a description, what was left out of it and why, and what to do next.</summary>
internal sealed class UnderstandingPrinter(TextWriter output, TextStyle style)
{
    private const int MaxOperations = 30;

    public void Print(NewClient client)
    {
        if (client.Client is { Description: { } description, Plan: { } plan })
        {
            output.WriteLine($"{style.Strong(OneLine(description.Title))} ({client.Standard}) becomes {style.Strong($"{plan.Client.File.Namespace}.{plan.Client.Names.Service}")} in {ProjectArguments.DisplayPath(client.Project)}");
            PrintServers(description, plan.Client);
            PrintSecurity(plan.Client);
            PrintOperations(plan);
            PrintSection("open", client.Noticed);
        }

        PrintLeftOut(client.Findings);
    }

    public void PrintChanges(FileChanges changes, bool isDryRun)
    {
        output.WriteLine();
        output.WriteLine(isDryRun ? "would write" : "wrote");
        foreach (var change in changes.All)
        {
            var kind = change.Kind switch
            {
                FileChangeKind.Created => style.Good("new      "),
                FileChangeKind.Edited => style.Info("changed  "),
                FileChangeKind.Overwritten => style.Warning("replaced "),
                _ => style.Faint("as it was"),
            };
            output.WriteLine($"  {kind}  {ProjectArguments.DisplayPath(change.Path)}");
        }
    }

    public void PrintNext(NewClient client)
    {
        var names = client.Client.Plan!.Client.Names;
        output.WriteLine();
        output.WriteLine("next");
        if (client.OverlayPath is { } overlay)
        {
            output.WriteLine($"  decide what is open in {ProjectArguments.DisplayPath(overlay)}");
        }
        else
        {
            output.WriteLine($"  describe the API in {ProjectArguments.DisplayPath(client.DescriptionPath)}, and name the pages in README.md beside it");
        }

        output.WriteLine($"  services.Add{names.Client}(options => …);   then ask the container for {names.Service}");
        output.WriteLine(client.Tests is { } tests
            ? $"  dotnet test {ProjectArguments.DisplayPath(tests.Folder)} --filter FullyQualifiedName~{names.Class}"
            : $"  dotnet build {ProjectArguments.DisplayPath(client.Project)}");
    }

    private void PrintServers(ApiDescription description, ClientPlan client) => PrintSection("servers", description.Servers.IsEmpty
        ? ["none: set BaseAddress"]
        : description.Servers.Select(server => OneLine(server.Url)
            + (server.Url == client.DefaultServer?.Url ? ", the base address unless set" : "")
            + (server.Description is { Length: > 0 } text ? $" ({OneLine(text)})" : "")));

    private void PrintSecurity(ClientPlan client)
    {
        var anonymous = client.AllOperations.Count(operation => operation.Security.IsEmpty);
        var lines = client.SecuritySchemes.Select(scheme => $"{OneLine(scheme.WireName)}: {KindOf(scheme)}, {client.Names.Options}.{(scheme.Kind == SecuritySchemeKind.MutualTls ? "ClientCertificate" : scheme.Identifier)}");
        PrintSection("security", client.SecuritySchemes.IsEmpty ? ["none"] : anonymous == 0 ? lines : lines.Append($"{anonymous} of {client.AllOperations.Count()} operations ask for none"));
    }

    private void PrintOperations(ApiPlan plan)
    {
        var operations = plan.Client.Operations.Select(operation => Line(operation, ""))
            .Concat(plan.Client.SubClients.SelectMany(subClient => subClient.Operations.Select(operation => Line(operation, subClient.Property + "."))))
            .ToList();
        PrintSection(operations.Count == 1 ? "1 operation" : $"{operations.Count} operations", operations.Count > MaxOperations ? operations.Take(MaxOperations).Append($"… and {operations.Count - MaxOperations} more") : operations);
        PrintSection("types", [$"{plan.Types.Count}{(plan.Webhooks is null ? "" : ", and readers of webhooks")}"]);

        static string Line(OperationPlan operation, string receiver) => $"{operation.Method,-6} {OneLine(operation.PathTemplate)}  {receiver}{operation.Identifier}Async";
    }

    private void PrintLeftOut(IReadOnlyList<LocatedFinding> findings)
    {
        PrintSection("left out or changed", [findings.Count == 0 ? "nothing" : FindingPrinter.SummaryOf(findings)]);
        FindingPrinter.Print(findings, output, style);
    }

    private void PrintSection(string title, IEnumerable<string> lines)
    {
        var isFirst = true;
        foreach (var line in lines)
        {
            output.WriteLine($"  {style.Faint((isFirst ? title : "").PadRight(20))} {line}");
            isFirst = false;
        }
    }

    private static string KindOf(SecuritySchemePlan scheme) => scheme.Kind switch
    {
        SecuritySchemeKind.Basic => "user name and password",
        SecuritySchemeKind.Bearer => "bearer token",
        SecuritySchemeKind.ApiKeyHeader => $"key in the header field {OneLine(scheme.ParameterName!)}",
        SecuritySchemeKind.ApiKeyQuery => $"key in the query parameter {OneLine(scheme.ParameterName!)}",
        SecuritySchemeKind.ApiKeyCookie => $"key in the cookie {OneLine(scheme.ParameterName!)}",
        SecuritySchemeKind.OAuth2 => "OAuth 2",
        SecuritySchemeKind.OpenIdConnect => "OpenID Connect",
        SecuritySchemeKind.Http => $"HTTP {OneLine(scheme.HttpScheme!)}",
        SecuritySchemeKind.MutualTls => "client certificate",
        _ => "not supported",
    };

    // What a description says could forge lines of this report, or move the cursor.
    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character)).Trim();
        return line.Length > 160 ? line[..160] + "…" : line;
    }
}
