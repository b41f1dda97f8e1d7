using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;
using Specwright.Planning.Operations;

namespace Specwright.Emission.Clients;

/// <summary>Writes the options: credentials and servers.</summary>
internal static class OptionsEmitter
{
    public static void Write(SourceWriter body, TypeSpeller speller, ClientPlan client)
    {
        var names = client.Names;
        body.WriteLine($"/// <summary>Address, credentials and limits of <see cref=\"{names.Class}\"/>.</summary>");
        TypeAttributes.WriteGeneratedCode(body, speller);
        using (body.WriteBlock($"{client.File.Accessibility} sealed partial class {names.Options} : {speller.Spell(FrameworkTypes.ApiClientOptions)}"))
        {
            var credential = speller.Spell(FrameworkTypes.ApiCredential);
            WriteConstructor(body, client);
            body.WriteLine();
            foreach (var scheme in client.SecuritySchemes)
            {
                WriteScheme(body, speller, scheme);
                body.WriteLine();
            }

            body.WriteLine("/// <inheritdoc/>");
            WriteCredentials(body, credential, client.SecuritySchemes);
            body.WriteLine();
            body.WriteLine("""
                /// <summary>Runs at the end of the constructor.</summary>
                partial void OnCreated();
                """);
            if (!client.Servers.IsEmpty)
            {
                body.WriteLine();
                WriteServers(body, speller, client);
            }
        }
    }

    private static void WriteConstructor(SourceWriter body, ClientPlan client)
    {
        var server = client.Servers.FirstOrDefault(candidate => ServerPlanner.IsAbsolute(candidate.Url));
        body.WriteLine(server is null
            ? "/// <summary>The base address is still to be set.</summary>"
            : $"/// <summary>With the base address <see cref=\"Servers.{server.Identifier}\"/>.</summary>");
        using (body.WriteBlock($"public {client.Names.Options}()"))
        {
            if (server is not null)
            {
                body.WriteLine($"BaseAddress = Servers.{server.Identifier}{(server.Variables.IsEmpty ? "" : "()")};");
            }

            body.WriteLine("OnCreated();");
        }
    }

    private static void WriteScheme(SourceWriter body, TypeSpeller speller, SecuritySchemePlan scheme)
    {
        var type = speller.Spell(FrameworkTypes.ApiSecurityScheme);
        var name = CSharpLiteral.Of(scheme.WireName);
        var parameter = scheme.ParameterName is { } parameterName ? $", {CSharpLiteral.Of(parameterName)}" : "";
        var option = $", nameof({scheme.Identifier})";
        var creation = scheme.Kind switch
        {
            SecuritySchemeKind.Basic => $"{type}.Basic({name}{option})",
            SecuritySchemeKind.Bearer => $"{type}.Bearer({name}{option})",
            SecuritySchemeKind.ApiKeyHeader => $"{type}.ApiKeyHeader({name}{parameter}{option})",
            SecuritySchemeKind.ApiKeyQuery => $"{type}.ApiKeyQuery({name}{parameter}{option})",
            SecuritySchemeKind.ApiKeyCookie => $"{type}.ApiKeyCookie({name}{parameter}{option})",
            SecuritySchemeKind.OAuth2 => $"{type}.OAuth2({name}{option}{Named("tokenUrl", scheme.TokenUrl)}{Named("refreshUrl", scheme.RefreshUrl)})",
            SecuritySchemeKind.OpenIdConnect => $"{type}.OpenIdConnect({name}, {CSharpLiteral.Of(scheme.OpenIdConnectUrl!)}{option})",
            SecuritySchemeKind.Http => $"{type}.Http({name}, {CSharpLiteral.Of(scheme.HttpScheme!)}{option})",
            SecuritySchemeKind.MutualTls => $"{type}.MutualTls({name})",
            _ => throw new InvalidOperationException($"No factory for {scheme.Kind}"),
        };
        var place = scheme.Kind switch
        {
            SecuritySchemeKind.Basic => "user name and password",
            SecuritySchemeKind.Bearer => "bearer token",
            SecuritySchemeKind.ApiKeyHeader => "key in the header field",
            SecuritySchemeKind.ApiKeyQuery => "key in the query parameter",
            SecuritySchemeKind.OAuth2 or SecuritySchemeKind.OpenIdConnect => PlaceOfToken(scheme, speller),
            SecuritySchemeKind.Http => $"what follows <c>{DocumentationWriter.Xml(scheme.HttpScheme!)}</c> in the header field <c>Authorization</c>",
            _ => "key in the cookie",
        };
        var where = scheme.ParameterName is { } wireName ? $"{place} <c>{DocumentationWriter.Xml(wireName)}</c>" : place;
        body.WriteLine($$"""
            /// <summary>The security scheme <c>{{DocumentationWriter.Xml(scheme.WireName).Replace('\n', ' ')}}</c>.</summary>
            public static {{type}} {{scheme.SchemeField}} { get; } = {{creation}};
            """);
        if (scheme.Kind == SecuritySchemeKind.MutualTls)
        {
            return;
        }

        body.WriteLine();
        DocumentationWriter.WriteElement(body, "summary", $"Credential for <c>{DocumentationWriter.Xml(scheme.WireName)}</c>: {where}.");
        DocumentationWriter.Write(body, scheme.Documentation with { Summary = null, Remarks = new(TextsOf(scheme.Documentation)) });
        body.WriteLine($$"""public {{speller.Spell(FrameworkTypes.ApiCredential)}}? {{scheme.Identifier}} { get; set; }""");
    }

    private static string Named(string parameter, string? value) => value is null ? "" : $", {parameter}: {CSharpLiteral.Of(value)}";

    private static string PlaceOfToken(SecuritySchemePlan scheme, TypeSpeller speller)
    {
        var credential = speller.Spell(FrameworkTypes.ApiCredential);
        var exchanges = new List<string>();
        if (scheme.TokenUrl is not null || scheme.OpenIdConnectUrl is not null)
        {
            exchanges.Add($"<see cref=\"{credential}.ClientCredentials(string, string, string[])\"/>");
        }

        if (scheme.RefreshUrl is not null || scheme.TokenUrl is not null || scheme.OpenIdConnectUrl is not null)
        {
            exchanges.Add($"<see cref=\"{credential}.RefreshToken\"/>");
        }

        return exchanges.Count == 0 ? "access token" : $"access token, or what is exchanged for one: {string.Join(", ", exchanges)}";
    }

    private static IEnumerable<string> TextsOf(Documentation documentation)
        => documentation.Summary is { } summary ? documentation.Remarks.Prepend(summary) : documentation.Remarks;

    private static void WriteCredentials(SourceWriter body, string credential, EquatableArray<SecuritySchemePlan> schemes)
    {
        var credentials = schemes.Where(scheme => scheme.Kind != SecuritySchemeKind.MutualTls).ToList();
        if (credentials.Count == 0)
        {
            body.WriteLine($"protected override {credential}? GetCredential(string schemeName) => null;");
            return;
        }

        body.WriteLine($"protected override {credential}? GetCredential(string schemeName) => schemeName switch");
        using (body.WriteBlock(close: "};"))
        {
            foreach (var scheme in credentials)
            {
                body.WriteLine($"{CSharpLiteral.Of(scheme.WireName)} => {scheme.Identifier},");
            }

            body.WriteLine("_ => null,");
        }
    }

    private static void WriteServers(SourceWriter body, TypeSpeller speller, ClientPlan client)
    {
        var isFirst = true;
        var inside = speller.Inside(client.Servers.Select(server => server.Identifier));
        body.WriteLine("/// <summary>The servers that the description names.</summary>");
        using (body.WriteBlock("public static class Servers"))
        {
            foreach (var server in client.Servers)
            {
                if (!isFirst)
                {
                    body.WriteLine();
                }

                isFirst = false;
                WriteServer(body, inside, server);
            }
        }
    }

    private static void WriteServer(SourceWriter body, TypeSpeller speller, ServerPlan server)
    {
        var uri = speller.Spell(FrameworkTypes.Uri);
        var kind = ServerPlanner.IsAbsolute(server.Url) ? "Absolute" : "Relative";
        DocumentationWriter.Write(body, server.Documentation with { Remarks = new(server.Documentation.Remarks.Append(server.Url)) });
        foreach (var variable in server.Variables)
        {
            var text = variable.Description is { } description
                ? DocumentationWriter.Xml(description)
                : $"The variable <c>{DocumentationWriter.Xml(variable.WireName)}</c>.";
            DocumentationWriter.WriteElement(body, "param", text, $"name=\"{variable.Identifier.TrimStart('@')}\"");
        }

        if (server.Variables.IsEmpty)
        {
            body.WriteLine($$"""public static {{uri}} {{server.Identifier}} { get; } = new({{CSharpLiteral.Of(server.Url)}}, {{speller.SpellReceiver(FrameworkTypes.UriKind)}}.{{kind}});""");
            return;
        }

        var parameters = server.Variables.Select(variable => $"string {variable.Identifier} = {CSharpLiteral.Of(variable.Default)}");
        var parts = PathTemplate.PiecesOf(server.Url).Select(piece => piece.IsParameter
            ? server.Variables.First(variable => variable.WireName == piece.Text).Identifier
            : CSharpLiteral.Of(piece.Text));
        body.WriteLine($"""
            public static {uri} {server.Identifier}({string.Join(", ", parameters)})
                => new({string.Join(" + ", parts)}, {speller.SpellReceiver(FrameworkTypes.UriKind)}.{kind});
            """);
    }
}
