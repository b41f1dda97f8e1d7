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

    /// <summary>The methods, each with an empty line before it. They use <c>_transport</c> of the class.</summary>
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
                _transport = new {{speller.Spell(FrameworkTypes.ApiTransport)}}(httpClient, options, Telemetry)
                {
                    RequestReady = (operation, request) => OnRequestReady(operation, request),
                    ResponseRead = (operation, response) => OnResponseRead(operation, response),
                };
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

            body.WriteLine($"public {subClient.Service} {subClient.Property} => {subClient.Field} ??= new {subClient.Class}(_transport);");
        }
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
        if (hasInterface)
        {
            body.WriteLine("/// <inheritdoc/>");
        }
        else
        {
            OperationDocumentation.Write(body, speller, operation);
        }

        TypeAttributes.WriteObsolete(body, speller, operation.Documentation);
        if (operation.Result is { Delivery: ResultDelivery.Items } items)
        {
            WriteItems(body, speller, operation, items);
        }
        else
        {
            body.WriteLine($"""
                {OperationSignature.Head($"public {OperationSignature.ResultTask(operation, speller)} {name}Async", parameters)}
                    => {(operation.Result is null ? $"{name}ResponseAsync({OperationSignature.Arguments(operation)})" : Sending(operation, NewRequest(operation), "ForBody"))};
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
        body.WriteLine($"""
            {OperationSignature.Head($"public {OperationSignature.ResponseTask(operation, speller)} {name}ResponseAsync", parameters)}
                => {Sending(operation, NewRequest(operation))};
            """);
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

    /// <summary>The call that sends a request and gives the answer.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The expression for the request.</param>
    /// <param name="what">Of the answer: <c>ForBody</c>, or empty for all of it.</param>
    public static string Sending(OperationPlan operation, string request, string what = "")
    {
        var streamed = operation.Result is null or { Delivery: ResultDelivery.Whole } ? "" : "Streamed";
        string[] arguments =
        [
            request,
            .. streamed.Length > 0 ? [ResponseEmitter.IsOpenOf(operation)] : Array.Empty<string>(),
            ResponseEmitter.ReaderOf(operation),
            .. operation.Headers is { } headers ? [$"{headers.Identifier}.From"] : Array.Empty<string>(),
            "cancellationToken",
        ];
        return $"_transport.Send{streamed}{what}Async({string.Join(", ", arguments)})";
    }

    private static string NewRequest(OperationPlan operation) => $"Create{operation.Identifier}Request({OperationSignature.RequestArguments(operation)})";
}
