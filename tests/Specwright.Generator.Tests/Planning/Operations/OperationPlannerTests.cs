using Specwright.Diagnostics;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Planning.Operations;

public sealed class OperationPlannerTests
{
    [Fact]
    public void RequiredParameters_ComeFirst()
    {
        var operation = new ClientGeneration(Api().With(Operation("GET", "/{id}", "call", Query("optional"), Query("needed").Needed(), Path("id"), Answer("204")))).Operation;

        Assert.Equal(["needed", "id", "optional"], operation.Parameters.Select(parameter => parameter.Identifier));
    }

    [Fact]
    public void ParametersOfOneNameInTwoPlaces_AreToldApartByPlace()
    {
        var operation = new ClientGeneration(Api().With(Operation("GET", "/{id}", "call", Header("X-Id"), Query("id"), Path("id"), Answer("204")))).Operation;

        Assert.Equal(["id", "idHeader", "idQuery"], operation.Parameters.Select(parameter => parameter.Identifier));
    }

    [Fact]
    public void HeaderFieldDeclaredTwice_IsOneParameterWhateverItsCapitals()
    {
        var operation = new ClientGeneration(Api().With(Operation("GET", "/a", "call", Header("Idempotency-Key"), Header("idempotency-key"), Query("a"), Query("A"), Answer("204")))).Operation;

        Assert.Equal(["Idempotency-Key", "a", "A"], operation.Parameters.Select(parameter => parameter.WireName));
    }

    [Fact]
    public void UnionOfStringsInAParameter_IsText()
    {
        var generation = new ClientGeneration(Api().With(Operation(
            "GET", "/", "call", Query("at", Union(String("date"), String("date-time"))), Query("all", Array(Union(String("date"), String("date-time")))), Answer("204"))));

        Assert.Equal(["string", "global::System.Collections.Generic.IReadOnlyList<string>"], generation.Operation.Parameters.Select(parameter => parameter.Type.Name));
        Assert.Empty(generation.RuleIds);
        generation.Compile();
    }

    [Fact]
    public void UndeclaredPathParameter_IsAddedAsText()
    {
        var generation = new ClientGeneration(Api().With(Operation("GET", "/{id}/{missing}", "call", Path("id"), Answer("204"))));

        var added = generation.Operation.Parameters[1];
        Assert.Equal(("missing", "string", true), (added.Identifier, added.Type.Name, added.IsRequired));
        Assert.Equal([Rules.PathParameterMissing.Id], generation.RuleIds);
        generation.Compile();
    }

    [Theory]
    [InlineData("/a/../b", true)]
    [InlineData("/a/./b", true)]
    [InlineData("/a/..", true)]
    [InlineData("/a/..?b=c", true)]
    [InlineData("/a/...", false)]
    [InlineData("/a/.well-known", false)]
    [InlineData("/a?b=/../", false)]
    [InlineData("/a#/../", false)]
    public void PathThatLeadsElsewhere_LeavesTheOperationOut(string path, bool leadsElsewhere)
    {
        var generation = new ClientGeneration(Api().With(Operation("GET", path, "call", Answer("204"))));

        Assert.Equal(leadsElsewhere ? [Rules.PathUnusable.Id] : [], generation.RuleIds);
        Assert.Equal(leadsElsewhere ? 0 : 1, generation.Client.Operations.Count);
        generation.Compile();
    }

    [Fact]
    public void PathParameterThatThePathDoesNotName_IsLeftOut()
    {
        var generation = new ClientGeneration(Api().With(Operation("GET", "/orders", "call", Path("id"), Answer("204"))));

        Assert.Empty(generation.Operation.Parameters);
        Assert.Equal([Rules.ParameterUnsupported.Id], generation.RuleIds);
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("content-type")]
    [InlineData("Authorization")]
    public void HeaderThatOtherThingsSet_IsIgnored(string name)
    {
        var generation = new ClientGeneration(Api().With(Operation("GET", "/orders", "call", Header(name).Needed(), Answer("204"))));

        Assert.Empty(generation.Operation.Parameters);
        Assert.Equal([Rules.HeaderParameterIgnored.Id], generation.RuleIds);
    }

    [Theory]
    [InlineData("Content-Length")]
    [InlineData("transfer-encoding")]
    public void HeaderThatFramesTheMessage_IsLeftOut(string name)
    {
        var generation = new ClientGeneration(Api().With(Operation("GET", "/orders", "call", Header(name).Needed(), Answer("204"))));

        Assert.Empty(generation.Operation.Parameters);
        Assert.Equal([Rules.ParameterUnsupported.Id], generation.RuleIds);
    }

    public static TheoryData<string> Unsupported() => new(UnsupportedParameters.Keys);

    [Theory]
    [MemberData(nameof(Unsupported))]
    public void ParameterThatCannotBeWritten_IsLeftOutWithItsOperationWhereRequired(string name)
    {
        var parameter = UnsupportedParameters[name];
        var description = Api(("Thing", Object(Optional("a"))));

        var optional = new ClientGeneration(description.With(Operation("GET", "/orders", "call", parameter with { IsRequired = false }, Answer("204"))));
        Assert.Empty(optional.Operation.Parameters);
        Assert.Equal([Rules.ParameterUnsupported.Id], optional.RuleIds);

        var required = new ClientGeneration(description.With(Operation("GET", "/orders", "call", parameter.Needed(), Answer("200", Object(Optional("b"))))));
        Assert.Empty(required.Client.Operations);
        Assert.Equal([Rules.ParameterUnsupported.Id], required.RuleIds);
        Assert.Equal(["Thing"], required.Plan.Types.Select(type => type.Identifier));
        required.Compile();
    }

    [Theory]
    [InlineData("application/xml,application/problem+json,text/plain,application/json", "Json", "application/json")]
    [InlineData("application/xml,text/plain,application/problem+json", "Json", "application/problem+json")]
    [InlineData("application/octet-stream,text/csv", "Text", "text/csv")]
    [InlineData("application/soap+xml", "Text", "application/soap+xml")]
    [InlineData("application/xml,image/png", "Bytes", "image/png")]
    [InlineData("text/*", "Text", "text/plain")]
    [InlineData("*/*", "Json", "application/json")]
    [InlineData("image/*", "Bytes", "application/octet-stream")]
    [InlineData("text/plain,application/x-ndjson", "Items", "application/x-ndjson")]
    [InlineData("text/event-stream", "Text", "text/event-stream")]
    [InlineData("application/json; charset=iso-8859-1; v=1", "Json", "application/json; v=1")]
    [InlineData("application/json; x=\"a\r\nInjected: 1\"", "Json", "application/json")]
    public void Body_PrefersJsonThenTextThenBytes(string mediaTypes, string kind, string sent)
    {
        var contents = mediaTypes.Split(',').Select(name => (name, (Schema?)null)).ToArray();
        var body = new ClientGeneration(Api().With(Operation("POST", "/orders", "call", Bodies(contents), Answer("204")))).Operation.Body;

        Assert.Equal((kind, sent), (body!.Kind.ToString(), body.MediaType));
    }

    [Fact]
    public void BodyThatCannotBeWritten_IsLeftOutWithItsOperationWhereRequired()
    {
        var body = Body("application/x-www-form-urlencoded", Array(Integer()));
        var required = new ClientGeneration(Api().With(Operation("POST", "/orders", "call", body, Answer("204"))));
        var optional = new ClientGeneration(Api().With(Operation("POST", "/orders", "call", body with { IsRequired = false }, Answer("204"))));

        Assert.Empty(required.Client.Operations);
        Assert.Null(optional.Operation.Body);
        Assert.Equal([Rules.RequestBodyUnsupported.Id], required.RuleIds);
        Assert.Equal([Rules.RequestBodyUnsupported.Id], optional.RuleIds);
    }

    [Theory]
    [InlineData("multipart/form-data,application/x-www-form-urlencoded,application/json", false, "Json")]
    [InlineData("text/plain,multipart/form-data,application/x-www-form-urlencoded", false, "Form")]
    [InlineData("application/octet-stream,multipart/form-data", false, "Multipart")]
    [InlineData("application/json,multipart/form-data,application/x-www-form-urlencoded", true, "Multipart")]
    public void Body_GoesInPartsWhereOnlyTheyCarryFiles(string mediaTypes, bool hasFile, string kind)
    {
        var schema = Object(Optional("a", String(hasFile ? "binary" : null)));
        var contents = mediaTypes.Split(',').Select(name => (name, (Schema?)schema)).ToArray();
        var body = new ClientGeneration(Api().With(Operation("POST", "/orders", "call", Bodies(contents), Answer("204")))).Operation.Body;

        Assert.Equal(kind, body!.Kind.ToString());
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "string")]
    [InlineData("multipart/form-data", "global::Specwright.MultipartBody")]
    public void FormThatIsNoObject_IsWrittenByTheCaller(string mediaType, string type)
    {
        var generation = new ClientGeneration(Api().With(Operation("POST", "/orders", "call", Body(mediaType, String()) with { IsRequired = false }, Answer("204"))));

        Assert.Equal(type, generation.Operation.Body?.Type.Name);
        Assert.Empty(generation.RuleIds);
        generation.Compile();
    }

    [Fact]
    public void InlineSchemas_AreNamedAfterTheOperation()
    {
        var generation = new ClientGeneration(Api().With(Operation(
            "POST",
            "/orders",
            "createOrder",
            Query("state", Enum("a", "b")),
            Body("application/json", Object(Optional("a"))),
            Answer("200", Object(Optional("b"))),
            Answer("400", Object(Optional("c"))),
            Answer("5XX", Object(Optional("d"))),
            Answer("default", Object(Optional("e"))))));

        Assert.Equal(
            ["CreateOrder400Error", "CreateOrder5XXError", "CreateOrderError", "CreateOrderRequest", "CreateOrderResponse", "CreateOrderState"],
            generation.Plan.Types.Select(type => type.Identifier));
        generation.Compile();
    }

    [Fact]
    public void SuccessesWithOneSchema_ShareTheResult()
    {
        var generation = new ClientGeneration(Api(("Order", Object(Optional("id")))).With(
            Operation("GET", "/orders", "call", Answer("201", Nullable(Ref("Order"))), Answer("200", Ref("Order")), Answer("204"))));

        var result = generation.Operation.Result!;
        Assert.Equal(("Order", true, true), (result.Type.Name, result.Type.AllowsNull, result.MayBeAbsent));
        Assert.Empty(generation.RuleIds);
        generation.Compile();
    }

    [Fact]
    public void SuccessesWithDifferentBodies_HaveATypeThatHoldsOneOfThem()
    {
        var generation = new ClientGeneration(Api(("Order", Object(Required("id"))), ("CallResult", Object(Required("id")))).With(Operation(
            "GET", "/orders", "call", Answer("200", Integer()), Answer("201", Nullable(Ref("Order"))), Answer("202", "text/plain"), Answer("203", "application/zip"), Answer("206", Integer()))));

        var result = generation.Operation.Result!;
        Assert.Equal("CallResult", result.Type.Name);
        Assert.Equal(
            ["Number long 200 206", "Order Order 201", "Text string 202", "Stream global::Specwright.ApiStream 203"],
            result.Several!.Cases.Select(@case => $"{@case.Identifier} {@case.Type.Name} {string.Join(" ", @case.Statuses)}"));
        Assert.Equal("application/json, text/plain, application/zip", result.Accept);
        Assert.True(result.Several.IsDisposable);
        Assert.Contains("CallResultModel", generation.Plan.Types.Select(type => type.Identifier));
        generation.Compile();
    }

    [Fact]
    public void DescribedPartsOfAnAnswer_AreReported()
    {
        var described = new ClientGeneration(Api().With(Operation("GET", "/", "call", Answer("200", ("multipart/mixed", Object(Required("id")))))));
        var plain = new ClientGeneration(Api().With(Operation("GET", "/", "call", Answer("200", "multipart/mixed"))));

        Assert.Equal([Rules.ResponseUnsupported.Id], described.RuleIds);
        Assert.Empty(plain.RuleIds);
        Assert.Equal(ResponseKind.Stream, described.Operation.Responses[0].Kind);
    }

    [Theory]
    [InlineData("multipart/mixed", "multipart/mixed")]
    [InlineData("multipart/related; type=\"text/xml\"", "multipart/related; type=\"text/xml\"")]
    [InlineData("multipart/*", "multipart/form-data")]
    public void BodyOfParts_IsWrittenWhateverItsKind(string mediaType, string sent)
    {
        var generation = new ClientGeneration(Api().With(Operation("POST", "/", "call", Body(mediaType, Object(Required("file", String("binary")))), Answer("204"))));
        Assert.Equal((BodyKind.Multipart, sent), (generation.Operation.Body!.Kind, generation.Operation.Body.MediaType));
        Assert.Equal(TypeShape.File, Assert.Single(generation.Operation.Body.Parts).Type.Shape);
        generation.Compile();
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("*/*", "application/octet-stream")]
    [InlineData("application/x-ndjson", "application/x-ndjson")]
    public void BinaryBody_IsBytesWhateverItsMediaType(string mediaType, string sent)
    {
        var body = new ClientGeneration(Api().With(Operation("PUT", "/", "call", Body(mediaType, String("binary")), Answer("204")))).Operation.Body!;
        Assert.Equal((BodyKind.Bytes, sent), (body.Kind, body.MediaType));
    }

    [Fact]
    public void SequenceThatIsAString_IsWrittenByTheCaller()
        => Assert.Equal(BodyKind.Text, new ClientGeneration(Api().With(Operation("PUT", "/", "call", Body("application/x-ndjson", String()), Answer("204")))).Operation.Body!.Kind);

    [Theory]
    [InlineData("application/octet-stream", "Stream")]
    [InlineData("image/png", "Stream")]
    [InlineData("application/xml", "Stream")]
    [InlineData("application/x-www-form-urlencoded", "Text")]
    [InlineData("text/csv", "Text")]
    [InlineData("application/jwt", "Text")]
    [InlineData("application/vnd.acme+yaml", "Text")]
    [InlineData("text/event-stream", "TextEvents")]
    [InlineData("application/x-ndjson", "Items")]
    [InlineData("application/geo+json-seq", "Items")]
    [InlineData("application/vnd.acme+json", "Json")]
    [InlineData("*/*", "Json")]
    public void Answer_IsReadByItsMediaType(string mediaType, string kind)
    {
        var generation = new ClientGeneration(Api().With(Operation("GET", "/", "call", Answer("200", mediaType))));

        Assert.Equal(kind, generation.Operation.Responses[0].Kind.ToString());
        generation.Compile();
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/csv")]
    [InlineData("text/event-stream")]
    public void BinaryAnswer_IsAStreamWhateverItsMediaType(string mediaType)
        => Assert.Equal(
            ResponseKind.Stream,
            new ClientGeneration(Api().With(Operation("GET", "/", "call", Answer("200", (mediaType, String("binary")))))).Operation.Responses[0].Kind);

    [Fact]
    public void AnswerThatMayBeASequence_GivesTwoMethods()
    {
        var generation = new ClientGeneration(Api(("Chunk", Object(Required("id")))).With(
            Operation("POST", "/", "create", Answer("200", ("application/json", Integer()), ("text/event-stream", Ref("Chunk"))).WithHeader("X-Id"), Answer("404", Object(Required("code")))),
            Operation("GET", "/", "createStream", Answer("204"))));

        var operations = generation.Client.Operations;
        Assert.Equal(["CreatePostRoot", "CreatePostRootStream", "CreateStream"], operations.Select(operation => operation.Identifier));
        Assert.Equal(["application/json", "text/event-stream"], operations.Take(2).Select(operation => operation.Result!.Accept));
        Assert.Equal([ResultDelivery.Whole, ResultDelivery.Items], operations.Take(2).Select(operation => operation.Result!.Delivery));
        Assert.Equal("CreatePostRoot", operations[1].PrimaryIdentifier);
        Assert.Single(generation.Plan.Types, type => type.Identifier.Contains("404"));
        generation.Compile();
    }

    [Fact]
    public void Responses_StandExactFirstThenRangesThenDefault()
    {
        var operation = new ClientGeneration(Api().With(Operation(
            "GET", "/", "call", Answer("default"), Answer("4XX"), Answer("2XX"), Answer("404"), Answer("200"), Answer("nonsense"), Answer("9"), Answer("6XX")))).Operation;

        Assert.Equal(["200", "404", "2XX", "4XX", "default"], operation.Responses.Select(response => response.Status));
    }

    [Fact]
    public void DefaultBesideOtherBodies_IsAnErrorOnly()
    {
        var operation = new ClientGeneration(Api().With(Operation("GET", "/", "call", Answer("default", Integer()), Answer("404", Integer())))).Operation;

        Assert.Null(operation.Result);
        Assert.Equal(["404 Error", "2XX NoBody", "default Error"], operation.Responses.Select(response => $"{response.Status} {response.Kind}"));
    }

    [Fact]
    public void HeadOperation_HasNoBody()
        => Assert.Null(new ClientGeneration(Api().With(Operation("HEAD", "/", "call", Answer("200", Integer())))).Operation.Result);

    [Fact]
    public void UnsupportedScheme_IsReportedOnceAndOtherAlternativesAreKept()
    {
        var description = Api().With(
            Operation("GET", "/a", "a", Needs("mutual"), Needs("token"), Answer("204")),
            Operation("GET", "/b", "b", Needs("mutual", "token"), Answer("204"))) with
        {
            SecuritySchemes = EquatableArray.Of(Scheme("mutual", SecuritySchemeKind.Unsupported), Scheme("token", SecuritySchemeKind.Bearer)),
        };
        var generation = new ClientGeneration(description);

        Assert.Equal([Rules.SecuritySchemeUnsupported.Id], generation.RuleIds);
        Assert.All(generation.Client.Operations, operation => Assert.Equal("TokenScheme", Assert.Single(Assert.Single(operation.Security).Schemes).SchemeField));
    }

    [Theory]
    [InlineData(SecuritySchemeKind.ApiKeyQuery, "key", SecuritySchemeKind.ApiKeyQuery, "key", "query field key")]
    [InlineData(SecuritySchemeKind.ApiKeyCookie, "sid", SecuritySchemeKind.ApiKeyCookie, "sid", "cookie sid")]
    [InlineData(SecuritySchemeKind.ApiKeyHeader, "X-Key", SecuritySchemeKind.ApiKeyHeader, "x-key", "header field X-Key")]
    [InlineData(SecuritySchemeKind.Bearer, null, SecuritySchemeKind.ApiKeyHeader, "authorization", "header field Authorization")]
    [InlineData(SecuritySchemeKind.ApiKeyQuery, "key", SecuritySchemeKind.ApiKeyQuery, "Key", null)]
    [InlineData(SecuritySchemeKind.ApiKeyQuery, "key", SecuritySchemeKind.ApiKeyCookie, "key", null)]
    [InlineData(SecuritySchemeKind.ApiKeyQuery, "key", SecuritySchemeKind.ApiKeyHeader, "key", null)]
    public void SchemesDemandedTogetherThatShareAField_BecomeAlternatives(object first, string? firstName, object second, string? secondName, string? shared)
    {
        var description = Api().With(Operation("GET", "/a", "a", Needs("one", "two"), Answer("204"))) with
        {
            SecuritySchemes = EquatableArray.Of(
                Scheme("one", (SecuritySchemeKind)first) with { ParameterName = firstName },
                Scheme("two", (SecuritySchemeKind)second) with { ParameterName = secondName }),
        };
        var generation = new ClientGeneration(description);

        var alternatives = generation.Operation.Security.Select(alternative => string.Join(" ", alternative.Schemes.Select(scheme => scheme.SchemeField)));
        Assert.Equal(shared is null ? ["OneScheme TwoScheme"] : ["OneScheme", "TwoScheme"], alternatives);
        Assert.Equal(shared is null ? [] : [$"one' and 'two; {shared}"], generation.Findings.Select(finding => string.Join("; ", finding.Arguments)));
    }

    [Theory]
    [InlineData("https://{}.acme.test")]
    [InlineData("https://{ }.acme.test")]
    [InlineData("https://{{tenant}}.acme.test")]
    [InlineData("https://{tenant")]
    [InlineData("https://.acme.test")]
    [InlineData("https://a b")]
    [InlineData("https://host:99999")]
    [InlineData("https://acme.test/?key=1")]
    [InlineData("https://user:pass@acme.test")]
    [InlineData("urn:acme")]
    [InlineData("/v1?key=1")]
    [InlineData("/\\\\acme.test")]
    public void ServerThatNoRequestReaches_IsLeftOut(string url)
    {
        var description = Api().With(Operation("GET", "/a", "a", Answer("204"))) with { Servers = EquatableArray.Of(Server(url)) };
        var generation = new ClientGeneration(description);

        Assert.Empty(generation.Client.Servers);
        Assert.Equal([Rules.ServerAddressUnusable.Id], generation.RuleIds);
        generation.Compile();
    }

    [Fact]
    public void BracesInTheAddressOfA2_0Description_AreNoVariables()
    {
        var read = Reading.Reader.Read("swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: '{tenant}.acme.test'\nschemes: [https]\npaths: {}\n");
        var generation = new ClientGeneration(read.Description!);

        Assert.Empty(generation.Client.Servers);
        Assert.Equal([Rules.ServerAddressUnusable.Id], generation.RuleIds);
    }

    [Fact]
    public void HostThatEndsWithTheRootOfAllNames_IsOne()
    {
        var description = Api().With(Operation("GET", "/a", "a", Answer("204"))) with { Servers = EquatableArray.Of(Server("https://acme.test./v1")) };

        Assert.Equal("https://acme.test./v1", new ClientGeneration(description).Client.DefaultServer?.Url);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    [InlineData(200_000, false)]
    public void ServerOfTooManyVariables_IsLeftOut(int count, bool isThere)
    {
        var url = "https://acme.test/" + string.Concat(Enumerable.Range(0, count).Select(number => $"{{v{number}}}"));
        var generation = new ClientGeneration(Api().With(Operation("GET", "/a", "a", Answer("204"))) with { Servers = EquatableArray.Of(Server(url)) });

        Assert.Equal(isThere, generation.Client.Servers.Count == 1);
        Assert.Equal(isThere ? [] : [Rules.ServerAddressUnusable.Id], generation.RuleIds);
    }

    [Fact]
    public void SchemaNamedLikeTheClient_IsTheOneThatIsRenamed()
    {
        var description = Api(("AcmeClient", Object()), ("CallHeaders", Object()), ("acmeoptions", Object()))
            .With(Operation("GET", "/a", "call", Answer("200", Ref("AcmeClient")).WithHeader("X-A")));
        var generation = new ClientGeneration(description);

        Assert.Equal("AcmeClient", generation.Client.Names.Class);
        Assert.DoesNotContain(generation.Plan.Types, type => type.Identifier.ToUpperInvariant() is "ACMECLIENT" or "CALLHEADERS" or "ACMEOPTIONS");
        generation.Compile();
    }

    [Fact]
    public void OrderOfOperations_DoesNotChangeTheirPlans()
    {
        var first = Operation("GET", "/a", "same", Query("state", Enum("x")), Answer("200", Object(Optional("a"))));
        var second = Operation("GET", "/b", "Same", Query("state", Enum("y")), Answer("200", Object(Optional("b"))));

        var forth = new ClientGeneration(Api().With(first, second)).Emit().Where(file => !file.HintName.Contains("Client", StringComparison.Ordinal));
        var back = new ClientGeneration(Api().With(second, first)).Emit().Where(file => !file.HintName.Contains("Client", StringComparison.Ordinal));

        Assert.Equal(forth, back);
    }

    private static Dictionary<string, Parameter> UnsupportedParameters { get; } = new()
    {
        ["content that is no JSON"] = Query("filter", Ref("Thing")) with { ContentMediaType = "application/xml" },
        ["style of another place"] = Query("filter", style: ParameterStyle.Matrix),
        ["header that is no name"] = Header("a b"),
        ["cookie that is no name"] = Cookie("a;b"),
    };
}
