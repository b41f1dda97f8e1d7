using System.Text;
using Specwright.Emission;
using Specwright.Emission.Clients;
using Specwright.Planning;

namespace Specwright.Tool.Comparison;

/// <summary>Writes code that uses every member of a client as callers do: makes what they make, reads what they read, passes arguments by position and by name.</summary>
internal sealed class CallerCode
{
    private readonly StringBuilder _body = new();
    private readonly TypeSpeller _speller;
    private readonly ComparedClient _client;
    private int _count;

    private CallerCode(ComparedClient client)
    {
        _client = client;
        _speller = new TypeSpeller(client.Plan.Client.File);
        _speller.Use("System");
        _speller.Use("System.Threading");
        _speller.Use("System.Threading.Tasks");
        _speller.Use("System.Text.Json");
        _speller.Use("Specwright");
    }

    public static string Of(ComparedClient client)
    {
        var code = new CallerCode(client);
        code.WriteClient(client.Plan.Client);
        foreach (var type in client.Plan.Types)
        {
            code.WriteType(type);
        }

        if (client.Plan.Webhooks is { } webhooks)
        {
            code.WriteWebhooks(webhooks);
        }

        var usings = string.Concat(code._speller.Usings.Append(client.Plan.Client.File.Namespace).Distinct().Select(name => $"using global::{name};\n"));
        return $"#pragma warning disable CS0219, CS0168, CS0612, CS0618, CS1998, CS8019\n{usings}\nnamespace Callers\n{{\n    internal static class Caller\n    {{\n{code._body}    }}\n}}\n";
    }

    private void WriteClient(ClientPlan client)
    {
        var names = client.Names;
        var options = client.SecuritySchemes.Where(scheme => scheme.Kind != Model.SecuritySchemeKind.MutualTls).Select(scheme => $"{scheme.Identifier} = \"secret\"")
            .Concat(client.ServerSettings.Select(setting => $"{setting.Identifier} = new Uri(\"https://acme.example\")"));
        Method("void", "", [
            $"var options = new {names.Options} {{ {string.Join(", ", options)} }};",
            $"{names.Interface ?? names.Class} client = {names.Class}.Create(options);",
            .. client.SecuritySchemes.Select(scheme => $"_ = {names.Options}.{scheme.SchemeField};"),
            .. client.Servers.Select(server => server.Variables.IsEmpty
                ? $"Uri {Next()} = {names.Options}.Servers.{server.Identifier};"
                : $"Uri {Next()} = {names.Options}.Servers.{server.Identifier}({string.Join(", ", server.Variables.Select(variable => $"{variable.Identifier}: \"x\""))});"),
        ]);
        // Where there is no interface, callers hold the class.
        var type = names.Interface ?? names.Class;
        foreach (var operation in client.Operations)
        {
            WriteOperation(type, "client", operation);
        }

        foreach (var subClient in client.SubClients)
        {
            Method("void", $"{type} client", [$"{subClient.Interface ?? subClient.Class} part = client.{subClient.Property};"]);
            foreach (var operation in subClient.Operations)
            {
                WriteOperation(type, "client." + subClient.Property, operation);
            }
        }
    }

    private void WriteOperation(string client, string target, OperationPlan operation)
    {
        // As parameters, for a local variable that was set to null! would pass for not null.
        var arguments = OperationSignature.InOrder(
                operation,
                parameter => $"{_speller.Spell(parameter.IsRequired ? parameter.Type.Name : parameter.Type.NullableName)} {parameter.Identifier}",
                body => $"{_speller.Spell(body.IsRequired ? body.Type.DeclaredName : body.Type.NullableName)} {body.Identifier}")
            .ToList();
        var identifiers = arguments.Select(argument => argument.Text[(argument.Text.LastIndexOf(' ') + 1)..]).ToList();
        var byPosition = string.Join(", ", identifiers.Append("cancellationToken"));
        var byName = string.Join(", ", identifiers.Append("cancellationToken").Select(identifier => $"{identifier}: {identifier}"));
        var least = string.Join(", ", identifiers.Zip(arguments).Where(pair => pair.Second.IsRequired).Select(pair => pair.First));
        var statements = new List<string>();
        foreach (var passed in new[] { byPosition, byName, least })
        {
            WriteCall(statements, $"{target}.{operation.Identifier}Async({passed})", operation);
            WriteResponse(statements, $"{target}.{operation.Identifier}ResponseAsync({passed})", operation);
            if (operation.Paging is { } paging)
            {
                statements.Add($"await foreach ({_speller.Spell(paging.Item.DeclaredName)} {Next()} in {target}.{operation.Identifier}AllAsync({passed})) {{ }}");
                statements.Add($"await foreach (var {Next()} in {target}.{operation.Identifier}PagesAsync({passed})) {{ }}");
            }
        }

        if (operation.Headers is { } headers)
        {
            var response = $"(await {target}.{operation.Identifier}ResponseAsync({byPosition}))";
            statements.Add($"{headers.Identifier} {Next()} = {response}.DeclaredHeaders;");
            statements.AddRange(headers.Fields.Select(field => $"{_speller.Spell(field.Type.NullableName)} {Next()} = {response}.DeclaredHeaders.{field.Identifier};"));
        }

        if (operation.Result?.Several is { } several)
        {
            WriteSeveral(several);
        }

        var errors = operation.Responses.Where(response => response is { Kind: ResponseKind.Error, Type: not null }).Select(response => _speller.Spell(response.Type!.DeclaredName)).Distinct();
        foreach (var error in errors)
        {
            Method("void", $"ApiException<{error}> exception", [$"{error} error = exception.Error;"]);
        }

        Method("async Task", string.Join(", ", arguments.Select(argument => argument.Text).Prepend($"{client} client").Append("CancellationToken cancellationToken")), statements);
    }

    /// <summary>With <c>var</c>, as callers write: a type argument that is no longer nullable is none of their concern.</summary>
    private void WriteResponse(List<string> statements, string call, OperationPlan operation)
    {
        var response = Next();
        statements.Add($"var {response} = await {call};");
        statements.Add($"int {Next()} = {response}.StatusCode;");
        if (operation.Result is { } result)
        {
            statements.Add($"{OperationSignature.Result(result, _speller)} {Next()} = {response}.Body;");
        }
    }

    private void WriteCall(List<string> statements, string call, OperationPlan operation)
    {
        switch (operation.Result)
        {
            case null:
                statements.Add($"await {call};");
                break;
            case { Delivery: ResultDelivery.Items } items:
                statements.Add($"await foreach ({_speller.Spell(items.Type.Item!.DeclaredName)} {Next()} in {call}) {{ }}");
                break;
            case { } result:
                statements.Add($"{OperationSignature.Result(result, _speller)} {Next()} = await {call};");
                if (result.Type.IsValueType && (result.MayBeAbsent || result.Type.AllowsNull))
                {
                    statements.Add($"_ = (await {call}).HasValue;");
                }

                break;
        }
    }

    private void WriteSeveral(ResultTypePlan several)
    {
        var functions = several.Cases.Select(@case => (Name: @case.ParameterName, Text: $"({_speller.Spell(@case.Type.DeclaredName)} {Next()}) => 0")).ToList();
        Method("void", $"{several.Identifier} result", [
            .. several.Cases.Select(@case => $"result.TryGet{@case.Identifier}(out {_speller.Spell(@case.Type.IsValueType ? @case.Type.DeclaredName : @case.Type.NullableName)} {Next()});"),
            $"int {Next()} = result.Switch<int>({string.Join(", ", functions.Select(function => function.Text))});",
            $"int {Next()} = result.Switch<int>({string.Join(", ", functions.Select(function => $"{function.Name}: {function.Text}"))});",
        ]);
    }

    private void WriteType(TypePlan type)
    {
        switch (type)
        {
            case RecordPlan record:
                WriteRecord(record);
                break;
            case StringEnumPlan values:
                WriteEnum(values.Identifier, "string", values.Members);
                break;
            case IntegerEnumPlan numbers:
                WriteEnum(numbers.Identifier, numbers.Underlying, numbers.Members);
                break;
            case UnionPlan union:
                WriteUnion(union);
                break;
        }
    }

    private void WriteRecord(RecordPlan record)
    {
        var use = _client.Uses.Of(record.Identifier);
        if (use.HasFlag(TypeUse.Sent))
        {
            var members = record.Properties.Select(property => (property.Identifier, Type: DeclaredOf(property), IsRequired: property.Presence == Presence.Required)).ToList();
            if (record.AdditionalProperties is { } additional)
            {
                members.Add((additional.Identifier, DictionaryOf(additional) + "?", false));
            }

            foreach (var set in new[] { members, [.. members.Where(member => member.IsRequired)] })
            {
                Method(
                    record.Identifier,
                    string.Join(", ", set.Select((member, index) => $"{member.Type} value{index}")),
                    [$"return new {record.Identifier} {{ {string.Join(", ", set.Select((member, index) => $"{member.Identifier} = value{index}"))} }};"]);
            }
        }

        if (use.HasFlag(TypeUse.Sent) && record.Properties.FirstOrDefault() is { } first)
        {
            Method(record.Identifier, $"{record.Identifier} value, {DeclaredOf(first)} other", _client.Plan.Client.File.Types == TypeKind.Record
                ? [$"return value with {{ {first.Identifier} = other }};"]
                : [$"value.{first.Identifier} = other;", "return value;"]);
        }

        if (use.HasFlag(TypeUse.Received))
        {
            Method("void", $"{record.Identifier} read", [
                .. record.Properties.Select(property => $"{DeclaredOf(property)} {Next()} = read.{property.Identifier};"),
                .. record.Properties.Where(property => property.Type.IsValueType && DeclaredOf(property).EndsWith('?')).Select(property => $"_ = read.{property.Identifier}.HasValue;"),
                .. record.AdditionalProperties is { } additional ? (string[])[$"{DictionaryOf(additional)}? {Next()} = read.{additional.Identifier};"] : [],
                .. record.Base is { } baseRecord ? (string[])[$"{baseRecord} {Next()} = read;"] : [],
            ]);
        }
    }

    private void WriteEnum(string identifier, string underlying, IEnumerable<EnumMemberPlan> members) => Method("void", $"{identifier} value", [
        $"{underlying} {Next()} = value.Value;",
        .. members.SelectMany(member => new[] { $"{identifier} {Next()} = {identifier}.{member.Identifier};", $"const {underlying} {Next()} = {identifier}.Values.{member.Identifier};" }),
    ]);

    private void WriteUnion(UnionPlan union)
    {
        var statements = new List<string>();
        foreach (var @case in union.Cases)
        {
            var type = _speller.Spell(@case.Type.Name);
            Method(union.Identifier, $"{type} value", [$"return {union.Identifier}.Of(value);"]);
            if (@case.HasConversion)
            {
                Method(union.Identifier, $"{type} value", ["return value;"]);
            }

            statements.Add($"value.TryGet{@case.Identifier}(out {type}{(@case.Type.IsValueType ? "" : "?")} {Next()});");
        }

        if (_client.Uses.Of(union.Identifier).HasFlag(TypeUse.Received))
        {
            var functions = union.Cases.Select(@case => (Name: @case.ParameterName, Text: $"({_speller.Spell(@case.Type.Name)} {Next()}) => 0"))
                .Append((Name: "unknown", Text: $"(JsonElement {Next()}) => 0"))
                .ToList();
            statements.Add($"int {Next()} = value.Switch<int>({string.Join(", ", functions.Select(function => function.Text))});");
            statements.Add($"int {Next()} = value.Switch<int>({string.Join(", ", functions.Select(function => $"{function.Name}: {function.Text}"))});");
        }

        Method("void", $"{union.Identifier} value", statements);
    }

    private void WriteWebhooks(WebhooksPlan webhooks)
    {
        foreach (var webhook in webhooks.Webhooks)
        {
            if (webhook.Payload is { } payload)
            {
                var type = _speller.Spell(payload.DeclaredName);
                Method("void", "", [$"{type} read = {webhooks.Identifier}.Read{webhook.Identifier}(default(ReadOnlySpan<byte>));"]);
            }

            if (webhook.Parameters is { } parameters)
            {
                Method("void", $"{parameters.Identifier} read", [.. parameters.Fields.Select(field => $"{_speller.Spell(field.Type.NullableName)} {Next()} = read.{field.Identifier};")]);
            }
        }

        if (webhooks.Union is not { } union)
        {
            return;
        }

        var functions = union.Cases.Select(@case => (Name: @case.Parameter, Text: @case.Payload is { } payload ? $"({_speller.Spell(payload.DeclaredName)} {Next()}) => 0" : "() => 0")).ToList();
        Method("void", $"{union.Identifier} read", [
            $"{union.Identifier}? {Next()} = {webhooks.Identifier}.Read(\"name\", default(ReadOnlySpan<byte>));",
            .. union.Cases.Where(@case => @case.Payload is not null).Select(@case => $"read.TryGet{@case.Identifier}(out {_speller.Spell(@case.Payload!.NullableName)} {Next()});"),
            .. union.Cases.Select(@case => $"const string {Next()} = {union.Identifier}.Names.{@case.Identifier};"),
            $"int {Next()} = read.Switch<int>({string.Join(", ", functions.Select(function => function.Text))});",
            $"int {Next()} = read.Switch<int>({string.Join(", ", functions.Select(function => $"{function.Name}: {function.Text}"))});",
        ]);
    }

    private string DeclaredOf(PropertyPlan property) => _speller.Spell(property.Presence == Presence.Required ? property.Type.DeclaredName : property.Type.NullableName);

    private string DictionaryOf(AdditionalPropertiesPlan additional) => _speller.Spell($"global::System.Collections.Generic.IReadOnlyDictionary<string, {additional.Value.DeclaredName}>");

    private string Next() => $"used{++_count}";

    private void Method(string type, string parameters, IEnumerable<string> statements)
    {
        _body.Append($"        public static {type} Use{++_count}({parameters})\n        {{\n");
        foreach (var statement in statements)
        {
            _body.Append("            ").Append(statement).Append('\n');
        }

        _body.Append("        }\n\n");
    }
}
