using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission.Clients;

/// <summary>Writes the client class: what its operations are, its hooks, and thin methods over the runtime.</summary>
internal static class ClassEmitter
{
    public static void Write(SourceWriter body, TypeSpeller speller, ClientPlan client)
    {
        var names = client.Names;
        DocumentationWriter.Write(body, client.Documentation);
        TypeAttributes.WriteGeneratedCode(body, speller);
        using (body.WriteBlock($"{client.File.Accessibility} sealed partial class {names.Class}{Implemented(names.Interface)}"))
        {
            var telemetry = speller.Spell(FrameworkTypes.ApiTelemetry);
            body.WriteLine($"private static readonly {telemetry} Telemetry = new({CSharpLiteral.Of($"{client.File.Namespace}.{names.Class}")});");
            body.WriteLine();
            WriteDescriptors(body, speller, names, client.Operations);
            body.WriteLine($"private readonly {speller.Spell(FrameworkTypes.ApiTransport)} _transport;");
            WriteSubClientFields(body, client);
            body.WriteLine();
            WriteCreation(body, speller, names);
            body.WriteLine();
            WriteHooks(body, speller, names);
            WriteSubClients(body, speller, client);
            WriteOperations(body, speller, client.Operations, names.Interface is not null);
        }
    }

    /// <summary>What stands behind the name of a class.</summary>
    public static string Implemented(string? @interface) => @interface is null ? "" : " : " + @interface;

    /// <summary>What the operations are: static fields, each with an empty line behind it.</summary>
    public static void WriteDescriptors(SourceWriter body, TypeSpeller speller, ClientNames names, EquatableArray<OperationPlan> operations)
    {
        foreach (var operation in operations.Where(operation => operation.PrimaryIdentifier is null))
        {
            WriteDescriptor(body, speller, names, operation);
            body.WriteLine();
        }
    }

    /// <summary>The methods, each with an empty line before it. They use <c>_transport</c>, <c>OnRequestReady</c> and <c>OnResponseRead</c> of the class.</summary>
    /// <param name="body">Gets the methods.</param>
    /// <param name="speller">Of the file.</param>
    /// <param name="operations">The operations.</param>
    /// <param name="hasInterface">Whether an interface documents them.</param>
    public static void WriteOperations(SourceWriter body, TypeSpeller speller, EquatableArray<OperationPlan> operations, bool hasInterface)
    {
        foreach (var operation in operations)
        {
            body.WriteLine();
            WriteMethods(body, speller, operation, hasInterface);
            PagingEmitter.WriteMethods(body, speller, operation, hasInterface);
            body.WriteLine();
            RequestEmitter.Write(body, speller, operation);
            body.WriteLine();
            ResponseEmitter.Write(body, speller, operation);
        }
    }

    private static void WriteDescriptor(SourceWriter body, TypeSpeller speller, ClientNames names, OperationPlan operation)
    {
        var creation = $"private static readonly {speller.Spell(FrameworkTypes.ApiOperation)} {operation.DescriptorField} = new("
            + $"{CSharpLiteral.Of(names.Client)}, {CSharpLiteral.Of(operation.OperationId)}, {MethodOf(operation, speller)}, {CSharpLiteral.Of(operation.PathTemplate)})";
        var hasKey = operation.Parameters.Any(parameter => parameter.IsIdempotencyKey);
        if (operation.Security.IsEmpty && operation.ServerSetting is null && !hasKey)
        {
            body.WriteLine(creation + ";");
            return;
        }

        body.WriteLine(creation);
        using (body.WriteBlock(close: "};"))
        {
            if (!operation.Security.IsEmpty)
            {
                var alternatives = operation.Security
                    .Select(alternative => $"new({string.Join(", ", alternative.Schemes.Select(scheme => SchemeOf(scheme, names)))})");
                body.WriteLine($"Security = [{string.Join(", ", alternatives)}],");
            }

            if (operation.ServerSetting is { } setting)
            {
                body.WriteLine($"ServerSetting = nameof({names.Options}.{setting}),");
            }

            if (hasKey)
            {
                body.WriteLine("HasIdempotencyKey = true,");
            }
        }
    }

    private static string SchemeOf(RequiredSchemePlan scheme, ClientNames names)
        => $"{names.Options}.{scheme.SchemeField}{(scheme.Scopes.IsEmpty ? "" : $".WithScopes({string.Join(", ", scheme.Scopes.Select(CSharpLiteral.Of))})")}";

    private static string MethodOf(OperationPlan operation, TypeSpeller speller)
    {
        var type = speller.Spell(FrameworkTypes.HttpMethod);
        return operation.Method switch
        {
            "GET" => type + ".Get",
            "PUT" => type + ".Put",
            "POST" => type + ".Post",
            "DELETE" => type + ".Delete",
            "OPTIONS" => type + ".Options",
            "HEAD" => type + ".Head",
            "PATCH" => type + ".Patch",
            "TRACE" => type + ".Trace",
            _ => $"new {type}({CSharpLiteral.Of(operation.Method)})",
        };
    }

    private static void WriteCreation(SourceWriter body, TypeSpeller speller, ClientNames names)
    {
        var httpClient = speller.Spell(FrameworkTypes.HttpClient);
        var registration = speller.Spell(FrameworkTypes.ApiClientRegistration);
        body.WriteLine($$"""
            /// <summary>A client over connections and handlers of the caller; <see cref="{{names.Registration}}"/> and <see cref="Create"/> bring them along.</summary>
            /// <param name="httpClient">Sends the requests. Its handlers must apply the credentials.</param>
            /// <param name="options">Not copied: credentials set later count for later requests.</param>
            public {{names.Class}}({{httpClient}} httpClient, {{names.Options}} options)
            {
                _transport = new {{speller.Spell(FrameworkTypes.ApiTransport)}}(httpClient, options, Telemetry);
                OnCreated(options);
            }

            /// <summary>A client with its own connections, for programs without dependency injection. Keep it for the life of the program.</summary>
            /// <param name="options">Address, credentials and limits.</param>
            /// <param name="primaryHandler">The handler at the wire; null: the usual one.</param>
            /// <exception cref="{{speller.Spell(FrameworkTypes.ApiConfigurationException)}}">A setting is missing or wrong.</exception>
            public static {{names.Class}} Create({{names.Options}} options, {{speller.Spell(FrameworkTypes.HttpMessageHandler)}}? primaryHandler = null)
            {
                var httpClient = {{registration}}.CreateHttpClient(
                    options,
                    static (handlers, settings) => {{names.Registration}}.AddHandlersTo(handlers, ({{names.Options}})settings),
                    primaryHandler);
                return new {{names.Class}}(httpClient, options);
            }
            """);
    }

    private static void WriteSubClientFields(SourceWriter body, ClientPlan client)
    {
        foreach (var subClient in client.SubClients)
        {
            body.WriteLine($"private {subClient.Service}? {subClient.Field};");
        }
    }

    /// <summary>Made when first asked for: a program that uses one of a hundred does not pay for the others.</summary>
    private static void WriteSubClients(SourceWriter body, TypeSpeller speller, ClientPlan client)
    {
        if (client.SubClients.IsEmpty)
        {
            return;
        }

        foreach (var subClient in client.SubClients)
        {
            body.WriteLine();
            if (subClient.Interface is not null)
            {
                body.WriteLine("/// <inheritdoc/>");
            }
            else
            {
                DocumentationWriter.Write(body, subClient.Documentation with { Remarks = default });
            }

            body.WriteLine($"public {subClient.Service} {subClient.Property} => {subClient.Field} ??= new {subClient.Class}(this, _transport);");
        }

        var operation = speller.Spell(FrameworkTypes.ApiOperation);
        body.WriteLine();
        body.WriteLine($"""
            /// <summary>The hook, for the sub-clients.</summary>
            internal void RunRequestReady({operation} operation, {speller.Spell(FrameworkTypes.HttpRequestMessage)} request) => OnRequestReady(operation, request);

            /// <inheritdoc cref="RunRequestReady"/>
            internal void RunResponseRead({operation} operation, {speller.Spell(FrameworkTypes.ApiResponse)} response) => OnResponseRead(operation, response);
            """);
    }

    private static void WriteHooks(SourceWriter body, TypeSpeller speller, ClientNames names)
    {
        var operation = speller.Spell(FrameworkTypes.ApiOperation);
        body.WriteLine($"""
            /// <summary>Runs at the end of the constructor.</summary>
            partial void OnCreated({names.Options} options);

            /// <summary>Runs before a request enters the handlers. May change it.</summary>
            partial void OnRequestReady({operation} operation, {speller.Spell(FrameworkTypes.HttpRequestMessage)} request);

            /// <summary>Runs after a success was read. What it throws reaches the caller.</summary>
            partial void OnResponseRead({operation} operation, {speller.Spell(FrameworkTypes.ApiResponse)} response);
            """);
    }

    private static void WriteMethods(SourceWriter body, TypeSpeller speller, OperationPlan operation, bool hasInterface)
    {
        var name = operation.Identifier;
        var parameters = OperationSignature.Parameters(operation, speller);
        var arguments = OperationSignature.Arguments(operation);
        if (hasInterface)
        {
            body.WriteLine("/// <inheritdoc/>");
        }
        else
        {
            OperationDocumentation.Write(body, speller, operation);
        }

        TypeAttributes.WriteObsolete(body, speller, operation.Documentation);
        var task = OperationSignature.ResultTask(operation, speller);
        if (operation.Result is { Delivery: ResultDelivery.Items } items)
        {
            WriteItems(body, speller, operation, items);
        }
        else if (operation.Result is null)
        {
            body.WriteLine($"""
                {OperationSignature.Head($"public {task} {name}Async", parameters)}
                    => {name}ResponseAsync({arguments});
                """);
        }
        else
        {
            body.WriteLine($"""
                {OperationSignature.Head($"public async {task} {name}Async", parameters)}
                    => (await {name}ResponseAsync({arguments}).ConfigureAwait(false)).Body;
                """);
        }

        body.WriteLine();
        if (hasInterface)
        {
            body.WriteLine("/// <inheritdoc/>");
        }
        else
        {
            OperationDocumentation.WriteResponse(body, operation);
        }

        TypeAttributes.WriteObsolete(body, speller, operation.Documentation);
        using (body.WriteBlock(OperationSignature.Head($"public async {OperationSignature.ResponseTask(operation, speller)} {name}ResponseAsync", parameters)))
        {
            foreach (var identifier in NeverNull(operation))
            {
                body.WriteLine($"{speller.Spell(FrameworkTypes.ArgumentNullException)}.ThrowIfNull({identifier});");
            }

            if (operation.Result is null or { Delivery: ResultDelivery.Whole })
            {
                WriteSending(body, operation, null);
                return;
            }

            var descriptor = operation.DescriptorField;
            body.WriteLine($"""
                using var request = Create{name}Request({OperationSignature.RequestArguments(operation)});
                OnRequestReady({descriptor}, request);
                """);

            // Whoever gets the response disposes the body; where the hook throws, nobody gets it.
            body.WriteLine($$"""
                var response = await _transport.SendStreamedAsync(request, {{ResponseEmitter.IsOpenOf(operation)}}, {{ReadersOf(operation)}}cancellationToken).ConfigureAwait(false);
                try
                {
                    OnResponseRead({{descriptor}}, response);
                    return response;
                }
                catch
                {
                    response.Body{{(operation.Result.MayBeAbsent ? "?" : "")}}.Dispose();
                    throw;
                }
                """);
        }
    }

    private static void WriteItems(SourceWriter body, TypeSpeller speller, OperationPlan operation, ResultPlan result)
    {
        var token = $"{speller.Spell(FrameworkTypes.CancellationToken)} cancellationToken";
        var parameters = OperationSignature.Parameters(operation, speller)
            .Select(parameter => parameter.Replace(token, $"[{speller.SpellAttribute(FrameworkTypes.EnumeratorCancellation)}] {token}"));
        using (body.WriteBlock(OperationSignature.Head($"public async {OperationSignature.ResultTask(operation, speller)} {operation.Identifier}Async", parameters)))
        {
            body.WriteLine($"var response = await {operation.Identifier}ResponseAsync({OperationSignature.Arguments(operation)}).ConfigureAwait(false);");
            using (result.MayBeAbsent ? body.WriteBlock("if (response.Body is not null)") : default(SourceWriter.Block?))
            {
                // WithCancellation is an extension; where the description has a type named Task, nothing else asks for its namespace.
                speller.Use("System.Threading.Tasks");
                body.WriteLine("""
                    await foreach (var item in response.Body.WithCancellation(cancellationToken).ConfigureAwait(false))
                    {
                        yield return item;
                    }
                    """);
            }
        }
    }

    /// <summary>Writes what makes the request, sends it and returns the answer.</summary>
    /// <param name="body">Gets the statements.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="link">The variable with the address of a later page; null: there is none.</param>
    public static void WriteSending(SourceWriter body, OperationPlan operation, string? link)
    {
        var name = operation.Identifier;
        body.WriteLine($"using var request = Create{name}Request({OperationSignature.RequestArguments(operation)});");
        if (link is not null)
        {
            body.WriteLine($"_transport.Follow(request, {link});");
        }

        body.WriteLine($"""
            OnRequestReady({operation.DescriptorField}, request);
            var response = await _transport.SendAsync(request, {ReadersOf(operation)}cancellationToken).ConfigureAwait(false);
            OnResponseRead({operation.DescriptorField}, response);
            return response;
            """);
    }

    private static string ReadersOf(OperationPlan operation)
        => $"{ResponseEmitter.ReaderOf(operation)}, {(operation.Headers is { } headers ? $"{headers.Identifier}.From, " : "")}";

    /// <summary>Required parameters that a caller without nullable annotations could pass null for.</summary>
    private static IEnumerable<string> NeverNull(OperationPlan operation) => OperationSignature
        .InOrder(
            operation,
            parameter => parameter.Type.IsValueType ? "" : parameter.Identifier,
            content => content.Type.IsValueType || content.Type.AllowsNull ? "" : content.Identifier)
        .Where(pair => pair.IsRequired && pair.Text.Length > 0)
        .Select(pair => pair.Text);
}
