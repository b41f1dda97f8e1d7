using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;
using Specwright.Planning.Types;

namespace Specwright.Tool.New;

/// <summary>The first test of a client: registered as an application does it, one operation is called, and an answer stands at the wire.</summary>
/// <param name="plan">The client.</param>
/// <param name="page">The description's file name.</param>
/// <param name="hasTestContext">xunit 3, whose analyzers want its token handed on.</param>
internal sealed class ClientTest(ApiPlan plan, string page, bool hasTestContext)
{
    private readonly SampleJson _samples = new(plan);

    private ClientNames Names => plan.Client.Names;

    public string FileName => Names.Class + "Tests.cs";

    public string Text(string ownNamespace, Usings usings)
    {
        var call = plan.Client.Operations.Select(operation => CallOf(operation, ""))
            .Concat(plan.Client.SubClients.SelectMany(subClient => subClient.Operations.Select(operation => CallOf(operation, "." + subClient.Property))))
            .OfType<Call>()
            .OrderByDescending(call => call.Operation.Method == "GET")
            .ThenBy(call => call.Operation.Parameters.Any(parameter => parameter.In == ParameterLocation.Path))
            .FirstOrDefault();
        string[] needed = ["Microsoft.Extensions.DependencyInjection", "Specwright.Testing", "System", "System.Net.Http", "System.Threading.Tasks", "Xunit", plan.Client.File.Namespace];
        return usings.Before(ownNamespace, call is null ? [.. needed.Where(name => name is not ("System.Threading.Tasks" or "System.Net.Http"))] : needed, $$"""
            // The client of {{page}}, registered as an application does it, with answers at the wire instead of a server.
            public sealed class {{Names.Class}}Tests
            {
            {{(call is null ? TestOfRegistration() : TestOf(call))}}
            }
            """);
    }

    private string TestOf(Call call)
    {
        var operation = call.Operation;
        IEnumerable<string> last = hasTestContext ? ["cancellationToken: TestContext.Current.CancellationToken"] : [];
        var arguments = string.Join(", ", call.Arguments.Concat(last));

        // Of a value that cannot be null there is nothing to assert: that it was read is the proof.
        var isAsserted = operation.Result is { Type: { IsValueType: false, AllowsNull: false }, MayBeAbsent: false };
        var test = $$"""
                [Fact]
                public async Task {{operation.Identifier}}_IsSentAsDescribed_AndTheAnswerIsRead()
                {
                    using var server = new ApiTestHandler({{Names.Json}}.Default);
                    server.On({{CSharpLiteral.Of(operation.OperationId)}}).{{call.Answer}};
                    var services = new ServiceCollection();
                    services.{{AddMethod}}(options =>
                    {
            {{Settings(operation)}}
                    }).ConfigurePrimaryHttpMessageHandler(() => server);
                    await using var provider = services.BuildServiceProvider();
                    var client = provider.GetRequiredService<{{Names.Service}}>();

                    {{(isAsserted ? "var answer = " : "")}}await client{{call.Receiver}}.{{operation.Identifier}}Async({{arguments}});


            """ + (isAsserted ? "        Assert.NotNull(answer);\n" : "") + $$"""
                    var request = Assert.Single(server.On({{CSharpLiteral.Of(operation.OperationId)}}).Requests);
                    Assert.Equal(new HttpMethod("{{operation.Method}}"), request.Method);
                    Assert.{{call.AddressCheck}};
                }
            """;
        return test;
    }

    private string TestOfRegistration() => $$"""
            [Fact]
            public void Registration_GivesTheClient()
            {
                using var server = new ApiTestHandler({{Names.Json}}.Default);
                var services = new ServiceCollection();
                services.{{AddMethod}}(options => options.BaseAddress = new Uri("https://api.example/")).ConfigurePrimaryHttpMessageHandler(() => server);
                using var provider = services.BuildServiceProvider();

                Assert.IsType<{{Names.Class}}>(provider.GetRequiredService<{{Names.Service}}>());
            }
        """;

    private string AddMethod => "Add" + Names.Client;

    private string Settings(OperationPlan operation)
    {
        var lines = new List<string> { """options.BaseAddress = new Uri("https://api.example/");""" };
        foreach (var scheme in SchemesOf(operation))
        {
            lines.Add($"options.{scheme.Identifier} = {(scheme.Kind == SecuritySchemeKind.Basic ? "\"user:password\"" : "\"credential\"")};");
        }

        return string.Join('\n', lines.Select(line => "            " + line));
    }

    /// <summary>Those of the first alternative.</summary>
    private IEnumerable<SecuritySchemePlan> SchemesOf(OperationPlan operation) => operation.Security.IsEmpty
        ? []
        : operation.Security[0].Schemes.Select(required => plan.Client.SecuritySchemes.First(scheme => scheme.SchemeField == required.SchemeField));

    /// <summary>Null: it cannot be called by values that are made up.</summary>
    private Call? CallOf(OperationPlan operation, string receiver)
    {
        var required = operation.Parameters.Where(parameter => parameter.IsRequired).ToList();
        var arguments = required.Select(parameter => Argument(parameter.Type)).OfType<string>().ToList();
        if (arguments.Count < required.Count
            || operation.Body is { IsRequired: true }
            || operation.ServerSetting is not null
            || operation.PrimaryIdentifier is not null
            || SchemesOf(operation).Any(scheme => scheme.Kind == SecuritySchemeKind.MutualTls)
            || AnswerOf(operation) is not { } answer)
        {
            return null;
        }

        var start = string.Concat(operation.Path.TakeWhile(part => part.Literal is not null).Select(part => part.Literal));
        var address = operation.Path.All(part => part.Literal is not null)
            ? $"Equal({CSharpLiteral.Of(start)}, request.Address.AbsolutePath)"
            : $"StartsWith({CSharpLiteral.Of(start)}, request.Address.AbsolutePath, StringComparison.Ordinal)";
        return new Call(operation, receiver, arguments, answer, address);
    }

    private string? AnswerOf(OperationPlan operation)
    {
        if (operation.Result is not { } result)
        {
            return operation.Responses.FirstOrDefault(response => response.Kind == ResponseKind.NoBody) is { } empty && int.TryParse(empty.Status, out var status)
                ? $"AnswerStatus({status})"
                : null;
        }

        return result is { Delivery: ResultDelivery.Whole, Several: null }
            && operation.Responses.FirstOrDefault(response => response.Kind == ResponseKind.Json && int.TryParse(response.Status, out _)) is { Type: { } type } success
            && _samples.Of(type) is { } json
            ? $"AnswerJson({CSharpLiteral.Of(json)}{(success.Status == "200" ? "" : ", " + success.Status)})"
            : null;
    }

    private string? Argument(TypeReference type) => type.Shape switch
    {
        TypeShape.String => "\"text\"",
        TypeShape.Boolean => "true",
        TypeShape.Formattable when type == TypeReferences.Guid => "Guid.Parse(\"00000000-0000-0000-0000-000000000001\")",
        TypeShape.Formattable => type.Name == "decimal" ? "1m" : "1",
        TypeShape.DateTimeOffset => "DateTimeOffset.UnixEpoch",
        TypeShape.DateTime => "DateTime.UnixEpoch",
        TypeShape.DateOnly => "new DateOnly(2026, 1, 2)",
        TypeShape.StringEnum => plan.Types.OfType<StringEnumPlan>().FirstOrDefault(enumeration => enumeration.Identifier == type.Name) is { Members.IsEmpty: false } known
            ? $"{known.Identifier}.{known.Members[0].Identifier}"
            : null,
        _ => null,
    };

    private sealed record Call(OperationPlan Operation, string Receiver, IReadOnlyList<string> Arguments, string Answer, string AddressCheck);
}
