using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;

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

            foreach (var setting in client.ServerSettings)
            {
                WriteServerSetting(body, speller, client, setting);
                body.WriteLine();
            }

            body.WriteLine("/// <inheritdoc/>");
            WriteCredentials(body, credential, client.SecuritySchemes);
            WriteDescribedBaseAddress(body, speller, client);
            WriteServerAddresses(body, speller, client);
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
        var server = client.DefaultServer;
        var address = (server, client.ServerToComplete) switch
        {
            ({ } described, _) => $"With the base address <see cref=\"Servers.{described.Identifier}\"/>",
            (null, { } open) => $"The base address is still to be set, as to <see cref=\"Servers.{open.Identifier}\"/> with its variables",
            _ => "The base address is still to be set",
        };
        body.WriteLine($"/// <summary>{address}.</summary>");
        using (body.WriteBlock($"public {client.Names.Options}()"))
        {
            if (server is not null)
            {
                body.WriteLine($"BaseAddress = {AddressOf(server)};");
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

    private static void WriteServerSetting(SourceWriter body, TypeSpeller speller, ClientPlan client, ServerSettingPlan setting)
    {
        DocumentationWriter.WriteElement(body, "summary", $"Address of the operations that have the server <c>{DocumentationWriter.Xml(setting.Url)}</c>.");
        var absent = setting.Default switch
        {
            null => "Must be set: the description alone gives no https address.",
            { IsAbsolute: false } server => $"Null: <see cref=\"Servers.{server.Identifier}\"/>, on the host of the base address.",
            _ when client.DefaultServer is null => "Must be set.",
            { } server => $"Null: <see cref=\"Servers.{server.Identifier}\"/>, but only while the base address is <see cref=\"Servers.{client.DefaultServer.Identifier}\"/>. "
                + "With another one, such as that of a test system, it must be set: no request leaves for the described address then.",
        };
        DocumentationWriter.WriteParagraphs(body, "remarks", [.. TextsOf(setting.Documentation).Select(DocumentationWriter.Xml), absent]);
        body.WriteLine($$"""public {{speller.Spell(FrameworkTypes.Uri)}}? {{setting.Identifier}} { get; set; }""");
    }

    private static void WriteDescribedBaseAddress(SourceWriter body, TypeSpeller speller, ClientPlan client)
    {
        if (client.DescribedBaseAddress is { } server)
        {
            body.WriteLine();
            body.WriteLine("/// <inheritdoc/>");
            body.WriteLine($"protected override {speller.Spell(FrameworkTypes.Uri)}? DescribedBaseAddress => {AddressOf(server)};");
        }
    }

    private static void WriteServerAddresses(SourceWriter body, TypeSpeller speller, ClientPlan client)
    {
        if (client.ServerSettings.IsEmpty)
        {
            return;
        }

        var settings = client.ServerSettings.Select(setting => $"nameof({setting.Identifier})");
        body.WriteLine();
        body.WriteLine("/// <inheritdoc/>");
        body.WriteLine($"protected override {speller.Spell(FrameworkTypes.IReadOnlyList)}<string> ServerSettings => [{string.Join(", ", settings)}];");
        body.WriteLine();
        body.WriteLine("/// <inheritdoc/>");
        body.WriteLine($"protected override {speller.Spell(FrameworkTypes.Uri)}? GetServerAddress(string settingName) => settingName switch");
        using (body.WriteBlock(close: "};"))
        {
            foreach (var setting in client.ServerSettings)
            {
                body.WriteLine($"nameof({setting.Identifier}) => {setting.Identifier}{FallbackOf(setting, client, speller)},");
            }

            body.WriteLine("_ => null,");
        }
    }

    private static string FallbackOf(ServerSettingPlan setting, ClientPlan client, TypeSpeller speller) => setting.Default switch
    {
        { IsAbsolute: false } server => $" ?? (BaseAddress is {{ }} baseAddress ? new {speller.Spell(FrameworkTypes.Uri)}(baseAddress, {AddressOf(server)}) : null)",
        { } server when client.DefaultServer is not null => $" ?? (HasDescribedBaseAddress ? {AddressOf(server)} : null)",
        _ => "",
    };

    private static string AddressOf(ServerPlan server) => $"Servers.{server.Identifier}{(server.Variables.IsEmpty ? "" : "()")}";

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
        var kind = server.IsAbsolute ? "Absolute" : "Relative";
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

        var parameters = server.Variables.Select(variable => $"string {variable.Identifier}{(variable.Default is { } value ? " = " + CSharpLiteral.Of(value) : "")}");
        var parts = server.Parts.Select(part => part.Variable is { } variable ? ValueOf(variable, part.Place, speller) : CSharpLiteral.Of(part.Literal!));
        body.WriteLine($"""
            public static {uri} {server.Identifier}({string.Join(", ", parameters)})
                => new({string.Join(" + ", parts)}, {speller.SpellReceiver(FrameworkTypes.UriKind)}.{kind});
            """);
    }

    private static string ValueOf(ServerVariablePlan variable, ServerVariablePlace place, TypeSpeller speller)
    {
        var check = variable.Values.IsEmpty ? place.ToString() : "OneOf";
        var arguments = !variable.Values.IsEmpty ? variable.Values : variable.Default is { } value ? EquatableArray.Of(value) : default;
        return $"{speller.SpellReceiver(FrameworkTypes.ApiServerVariable)}.{check}({CSharpLiteral.Of(variable.Identifier.TrimStart('@'))}, {variable.Identifier}{string.Concat(arguments.Select(argument => ", " + CSharpLiteral.Of(argument)))})";
    }
}
