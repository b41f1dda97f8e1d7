using Specwright.Diagnostics;
using Specwright.Model;

namespace Specwright.Reading;

public class OperationReadingTests
{
    [Theory]
    [InlineData("text/event-stream", "itemSchema: {type: object, properties: {data: {type: string}}}", "StringSchema")]
    [InlineData("text/event-stream", "itemSchema: {type: object, properties: {event: {type: string}, data: {type: string, contentMediaType: application/json, contentSchema: {type: integer}}}}", "IntegerSchema")]
    [InlineData("text/event-stream; charset=utf-8", "itemSchema: {properties: {data: {$ref: '#/components/schemas/A'}}}", "ReferenceSchema")]
    [InlineData("text/event-stream", "itemSchema: {oneOf: [{properties: {event: {const: a}, data: {type: integer}}}, {properties: {event: {const: b}, data: {type: boolean}}}]}", "UnionSchema")]
    [InlineData("text/event-stream", "itemSchema: {oneOf: [{properties: {data: {$ref: '#/components/schemas/A'}}}, {properties: {data: {$ref: '#/components/schemas/A'}}}, {properties: {data: {const: '[DONE]'}}}]}", "ReferenceSchema")]
    [InlineData("text/event-stream", "itemSchema: {type: object, properties: {delta: {type: string}}}", "ObjectSchema")]
    [InlineData("text/event-stream", "itemSchema: {type: object, properties: {data: {type: integer}, more: {type: string}}}", "ObjectSchema")]
    [InlineData("text/event-stream", "schema: {type: object, properties: {event: {type: string}, data: {type: integer}}}", "IntegerSchema")]
    [InlineData("text/event-stream", "schema: {type: object, properties: {data: {type: integer}}}", null)]
    [InlineData("text/event-stream", "schema: {$ref: '#/components/schemas/Loop'}", null)]
    [InlineData("text/event-stream", "{}", null)]
    [InlineData("application/jsonl", "itemSchema: {type: object, properties: {data: {type: integer}}}", "ObjectSchema")]
    [InlineData("application/jsonl", "schema: {type: object, properties: {event: {type: string}, data: {type: integer}}}", null)]
    public void ItemSchema_IsThatOfAnItemOrOfTheDataOfAnEvent(string mediaType, string members, string? expected)
    {
        var content = Assert.Single(Reader.Read(Reader.WithPaths($$"""
            /a:
              get:
                responses:
                  200:
                    description: ok
                    content:
                      {{mediaType}}:
                        {{members}}
            """, "3.2.0", "components:\n  schemas:\n    A: {type: string}\n    Loop: {oneOf: [{$ref: '#/components/schemas/Loop'}]}\n")).Description!.Operations.Single().Responses.Single().Content);

        Assert.Equal(expected, content.ItemSchema?.GetType().Name);
    }

    [Fact]
    public void ParameterTwiceInOneList_IsReported()
    {
        var result = Reader.Read(Reader.WithPaths("""
            /a:
              parameters: [{name: page, in: query, schema: {type: string}}]
              get:
                parameters:
                - {name: page, in: query, schema: {type: integer}}
                - {name: size, in: query, schema: {type: integer}}
                - {name: size, in: query, schema: {type: boolean}}
                - {name: size, in: header, schema: {type: string}}
                responses: {204: {description: ok}}
            """));

        var finding = Reader.Single(result, Rules.ReaderProblem);
        Assert.Equal("#/paths/~1a/get/parameters/2", finding.Pointer);
        Assert.Contains("The parameter 'size' (query) stands twice in one list; this one counts, the one before is left out", Reader.Sentence(finding), StringComparison.Ordinal);
        Assert.Equal(["page IntegerSchema", "size BooleanSchema", "size StringSchema"], result.Description!.Operations.Single().Parameters.Select(parameter => $"{parameter.WireName} {parameter.Schema.GetType().Name}"));
    }

    [Fact]
    public void ServersOfVersion2_OutliveWhatTheLibraryStumblesOver()
    {
        // A text where a number belongs makes it give up on the whole description.
        var result = Reader.Read("{swagger: '2.0', info: {title: T, version: '1'}, host: api.test, basePath: /v1, schemes: [https, http], paths: {}, definitions: {A: {type: string, minLength: many}}}");

        Assert.Contains(result.Findings, finding => Reader.Sentence(finding).Contains("gave up", StringComparison.Ordinal));
        Assert.Equal(["https://api.test/v1", "http://api.test/v1"], result.Description!.Servers.Select(server => server.Url));
    }

    [Fact]
    public void Operation_HasWhatTheDescriptionSays()
    {
        var operation = Assert.Single(Reader.ReadClean(Reader.WithPaths("""
            /a/{id}:
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              post:
                operationId: makeA
                x-specwright-name: Make
                summary: S
                description: D
                deprecated: true
                tags: [one, two]
                servers: [{url: https://other}]
                requestBody: {required: true, description: B, content: {application/json: {schema: {type: object}}, text/plain: {}}}
                responses:
                  200: {description: ok, headers: {X-Id: {required: true, schema: {type: integer}}, Content-Type: {schema: {type: string}}}}
                  4xx: {description: bad, content: {application/problem+json: {schema: {type: object}}}}
                  default: {description: other}
            """)).Operations);

        Assert.Equal(("#/paths/~1a~1{id}/post", "makeA", "Make", "POST", "/a/{id}", "S", "D", true), (operation.Pointer, operation.OperationId, operation.ChosenName, operation.Method, operation.Path, operation.Summary, operation.Description, operation.IsDeprecated));
        Assert.Equal(["one", "two"], operation.Tags);
        Assert.Equal("https://other", Assert.Single(operation.Servers).Url);
        Assert.True(operation.RequestBody!.IsRequired);
        Assert.Equal(["application/json", "text/plain"], operation.RequestBody.Content.Select(content => content.Name));
        Assert.Null(operation.RequestBody.Content[1].Schema);
        Assert.Equal(["200", "4XX", "default"], operation.Responses.Select(response => response.Status));
        var header = Assert.Single(operation.Responses[0].Headers);
        Assert.Equal(("X-Id", true), (header.WireName, header.IsRequired));
        Assert.IsType<IntegerSchema>(header.Schema);
    }

    [Fact]
    public void OperationParameter_TakesThePlaceOfThePathItemsOne()
    {
        var operation = Assert.Single(Reader.ReadClean(Reader.WithPaths("""
            /a:
              parameters: [{name: x, in: query, schema: {type: string}}, {name: y, in: query, schema: {type: string}}]
              get:
                parameters: [{name: z, in: query, schema: {type: string}}, {name: x, in: query, schema: {type: integer}}, {name: x, in: header, schema: {type: string}}]
                responses: {'200': {description: d}}
            """)).Operations);

        Assert.Equal(["x Query", "y Query", "z Query", "x Header"], operation.Parameters.Select(parameter => $"{parameter.WireName} {parameter.In}"));
        Assert.IsType<IntegerSchema>(operation.Parameters[0].Schema);
    }

    [Theory]
    [InlineData("in: query", "Form", true)]
    [InlineData("in: cookie", "Form", true)]
    [InlineData("in: header", "Simple", false)]
    [InlineData("in: path, required: true", "Simple", false)]
    [InlineData("in: query, explode: false", "Form", false)]
    [InlineData("in: query, style: pipeDelimited", "PipeDelimited", false)]
    [InlineData("in: query, style: deepObject, explode: true", "DeepObject", true)]
    [InlineData("in: path, required: true, style: matrix", "Matrix", false)]
    public void StyleAndExplode_HaveTheDefaultsOfTheSpecification(string parameter, string style, bool explode)
    {
        var read = Assert.Single(Reader.ReadClean(Reader.WithPaths($"/a{{p}}:\n  get:\n    parameters: [{{name: p, {parameter}, schema: {{type: string}}}}]\n    responses: {{'200': {{description: d}}}}")).Operations).Parameters[0];

        Assert.Equal((style, explode), (read.Style.ToString(), read.Explode));
    }

    [Fact]
    public void ContentParameter_HasItsMediaTypeAndSchema()
    {
        var parameter = Assert.Single(Reader.ReadClean(Reader.WithPaths("/a:\n  get:\n    parameters: [{name: p, in: query, content: {application/json: {schema: {type: object}}}}]\n    responses: {'200': {description: d}}")).Operations).Parameters[0];

        Assert.Equal("application/json", parameter.ContentMediaType);
        Assert.IsType<ObjectSchema>(parameter.Schema);
    }

    [Fact]
    public void BlankAtTheEndOfAHeaderName_IsDropped()
    {
        var result = Reader.Read(Reader.WithPaths("/a:\n  get:\n    parameters: [{name: 'X-Id ', in: header, schema: {type: string}}]\n    responses: {'200': {description: d}}"));

        Assert.Equal("X-Id", Assert.Single(Assert.Single(result.Description!.Operations).Parameters).WireName);
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("content-type")]
    [InlineData("Authorization")]
    public void HeaderThatMediaTypesOrSecuritySet_IsNoParameter(string name)
    {
        var result = Reader.Read(Reader.WithPaths($"/a:\n  get:\n    parameters: [{{name: {name}, in: header, schema: {{type: string}}}}]\n    responses: {{'200': {{description: d}}}}"));

        Assert.Empty(result.Description!.Operations[0].Parameters);
        Assert.Equal(name, Reader.Single(result, Rules.HeaderParameterIgnored).Arguments[0]);
    }

    [Fact]
    public void SharedParts_AreReadWhereTheyStand()
    {
        var operation = Assert.Single(Reader.ReadClean(Reader.WithPaths(
            "/a:\n  post:\n    parameters: [{$ref: '#/components/parameters/P'}]\n    requestBody: {$ref: '#/components/requestBodies/B'}\n    responses: {'200': {$ref: '#/components/responses/R'}}",
            rest: "components:\n  parameters: {P: {name: p, in: query, schema: {type: string}}}\n  requestBodies: {B: {content: {text/plain: {schema: {type: string}}}}}\n  headers: {H: {schema: {type: string}}}\n  responses: {R: {description: d, headers: {X: {$ref: '#/components/headers/H'}}}}\n")).Operations);

        Assert.Equal("#/components/parameters/P", operation.Parameters[0].Pointer);
        Assert.Equal("#/components/requestBodies/B", operation.RequestBody!.Pointer);
        Assert.Equal("#/components/responses/R", operation.Responses[0].Pointer);
        Assert.Equal("#/components/headers/H", operation.Responses[0].Headers[0].Pointer);
    }

    [Theory]
    [InlineData("/a:\n  get:\n    parameters: [{$ref: '#/components/parameters/P'}]\n    responses: {'200': {description: d}}", "#/paths/~1a/get/parameters/0/$ref")]
    [InlineData("/a:\n  get:\n    responses: {'200': {$ref: '#/components/responses/R'}}", "#/paths/~1a/get/responses/200/$ref")]
    [InlineData("/a:\n  get:\n    responses: {'2000': {description: d}}", "#/paths/~1a/get/responses/2000")]
    public void PartThatCannotBeRead_IsLeftOutAndReported(string paths, string pointer)
    {
        var result = Reader.Read(Reader.WithPaths(paths));

        Assert.Single(result.Description!.Operations);
        Assert.Contains(result.Findings, finding => finding.RuleId == Rules.ReaderProblem.Id && finding.Pointer == pointer);
    }

    [Fact]
    public void ServersWithVariables_AreRead()
    {
        var server = Assert.Single(Reader.ReadClean(Reader.WithPaths("{}", rest: "servers: [{url: 'https://{region}.x', description: D, variables: {region: {default: eu, enum: [eu, us], description: R}}}]\n")).Servers);
        var variable = Assert.Single(server.Variables);

        Assert.Equal(("https://{region}.x", "D"), (server.Url, server.Description));
        Assert.Equal(("region", "eu", "R"), (variable.Name, variable.Default, variable.Description));
        Assert.Equal(["eu", "us"], variable.Values);
    }

    [Fact]
    public void Security_IsTheOperationsOwnOrTheDescriptions()
    {
        var description = Reader.ReadClean(Reader.WithPaths(
            "/a:\n  get: {responses: {'200': {description: d}}}\n  put: {security: [], responses: {'200': {description: d}}}\n  post: {security: [{key: [], token: []}, {}], responses: {'200': {description: d}}}",
            rest: """
                security: [{basic: []}]
                components:
                  securitySchemes:
                    basic: {type: http, scheme: Basic}
                    token: {type: http, scheme: bearer, x-specwright-name: Chosen}
                    key: {type: apiKey, in: header, name: X-Key, description: D}
                    query: {type: apiKey, in: query, name: k}
                    cookie: {type: apiKey, in: cookie, name: c}
                    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://x, scopes: {}}}}
                    open: {type: openIdConnect, openIdConnectUrl: https://x}
                    digest: {type: http, scheme: digest}
                    tls: {type: mutualTLS}
                """));

        Assert.Equal(
            ["Basic", "Bearer", "ApiKeyHeader X-Key", "ApiKeyQuery k", "ApiKeyCookie c", "OAuth2", "OpenIdConnect", "Http", "MutualTls"],
            description.SecuritySchemes.Select(scheme => $"{scheme.Kind} {scheme.ParameterName}".Trim()));
        Assert.Equal("Chosen", description.SecuritySchemes[1].ChosenName);
        Assert.Equal(
            ["basic", "", "key+token|"],
            description.Operations.Select(operation => string.Join("|", operation.Security.Select(requirement => string.Join("+", requirement.Schemes.Select(scheme => scheme.WireName))))));
    }

    [Fact]
    public void RequirementOfAnUndeclaredScheme_IsLeftOutAndReported()
    {
        var result = Reader.Read(Reader.WithPaths("/a:\n  get: {security: [{nobody: []}], responses: {'200': {description: d}}}"));

        Assert.Empty(result.Description!.Operations[0].Security);
        Assert.Contains(result.Findings, finding => finding.Pointer == "#/paths/~1a/get/security/0/nobody");
    }

    [Fact]
    public void Version2_IsConverted()
    {
        var description = Reader.ReadClean("""
            swagger: '2.0'
            info: {title: T, version: '1'}
            host: h.example
            basePath: /v1
            schemes: [https]
            consumes: [application/json]
            produces: [application/json, text/plain]
            securityDefinitions: {b: {type: basic}, k: {type: apiKey, in: query, name: key}}
            parameters: {Body: {in: body, name: b, required: true, schema: {$ref: '#/definitions/A'}}}
            definitions: {A: {type: object}}
            paths:
              /a:
                post:
                  parameters: [{$ref: '#/parameters/Body'}, {name: q, in: query, type: array, items: {type: integer}, collectionFormat: pipes}]
                  responses:
                    '200': {description: d, schema: {$ref: '#/definitions/A'}, headers: {X: {type: integer}}}
                    '204': {description: d}
              /f:
                post:
                  consumes: [multipart/form-data]
                  parameters: [{name: file, in: formData, type: file, required: true}, {name: text, in: formData, type: string, description: D}, {name: tags, in: formData, type: array, items: {type: string}}, {name: ids, in: formData, type: array, collectionFormat: multi, items: {type: integer}}]
                  responses: {default: {description: d}}
            """);

        Assert.Equal("https://h.example/v1", Assert.Single(description.Servers).Url);
        Assert.Equal([SecuritySchemeKind.Basic, SecuritySchemeKind.ApiKeyQuery], description.SecuritySchemes.Select(scheme => scheme.Kind));
        var body = description.Operations[0].RequestBody!;
        Assert.Equal(("#/parameters/Body", true, "application/json"), (body.Pointer, body.IsRequired, Assert.Single(body.Content).Name));
        Assert.Equal("#/definitions/A", Assert.IsType<ReferenceSchema>(body.Content[0].Schema).Target);
        var parameter = Assert.Single(description.Operations[0].Parameters);
        Assert.Equal((ParameterStyle.PipeDelimited, false), (parameter.Style, parameter.Explode));
        Assert.IsType<IntegerSchema>(Assert.IsType<ArraySchema>(parameter.Schema).Items);
        Assert.Equal(["application/json", "text/plain"], description.Operations[0].Responses[0].Content.Select(content => content.Name));
        Assert.IsType<IntegerSchema>(description.Operations[0].Responses[0].Headers[0].Schema);
        Assert.Empty(description.Operations[0].Responses[1].Content);
        var form = Assert.IsType<ObjectSchema>(Assert.Single(description.Operations[1].RequestBody!.Content).Schema);
        Assert.Equal("multipart/form-data", description.Operations[1].RequestBody!.Content[0].Name);
        Assert.Equal(["tags Form False", "ids Form True"], description.Operations[1].RequestBody!.Content[0].Encodings.Select(encoding => $"{encoding.WireName} {encoding.Style} {encoding.Explode}"));
        Assert.Equal(["file True", "text False", "tags False", "ids False"], form.Properties.Select(property => $"{property.WireName} {property.IsRequired}"));
        Assert.Equal("binary", Assert.IsType<StringSchema>(form.Properties[0].Schema).Format);
    }

    [Theory]
    [InlineData("host: h.example", "https://h.example")]
    [InlineData("host: h.example:8080\nbasePath: /v1/\nschemes: [http, https]", "http://h.example:8080/v1 https://h.example:8080/v1")]
    [InlineData("host: h.example\nbasePath: v1", "https://h.example/v1")]
    [InlineData("host: https://h.example/\nschemes: [https]", "https://h.example")]
    [InlineData("basePath: /v1", "/v1")]
    [InlineData("basePath: /\nschemes: [https]", "")]
    public void Version2Server_IsMadeOfItsParts(string parts, string urls)
    {
        var result = Reader.Read($"swagger: '2.0'\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n{parts}");

        Assert.Equal(urls, string.Join(' ', result.Description!.Servers.Select(server => server.Url)));
    }

    [Fact]
    public void Version2FormField_BehindAReference_IsSentAsTheOperationConsumesIt()
    {
        var description = Reader.ReadClean("""
            swagger: '2.0'
            info: {title: T, version: '1'}
            parameters: {Data: {name: data, in: formData, type: string}}
            paths:
              /own:
                post:
                  consumes: [application/x-www-form-urlencoded]
                  parameters: [{$ref: '#/parameters/Data'}, {name: q, in: query, type: array, items: {type: string}, collectionFormat: tsv}]
                  responses: {default: {description: d}}
              /none:
                post:
                  consumes: [application/json]
                  parameters: [{$ref: '#/parameters/Data'}]
                  responses: {default: {description: d}}
            """);

        Assert.All(description.Operations, operation => Assert.Equal("application/x-www-form-urlencoded", Assert.Single(operation.RequestBody!.Content).Name));
        Assert.Equal((ParameterStyle.TabDelimited, false), (description.Operations[0].Parameters[0].Style, description.Operations[0].Parameters[0].Explode));
    }

    [Theory]
    [InlineData("query", "simple", "Form")]
    [InlineData("query", "matrix", "Form")]
    [InlineData("header", "form", "Simple")]
    [InlineData("path", "form", "Simple")]
    [InlineData("cookie", "simple", "Form")]
    public void StyleOfAnotherPlace_BecomesTheOrdinaryOneOfThisPlace(string place, string style, string expected)
    {
        var result = Reader.Read(Reader.WithPaths($"/{{a}}: {{get: {{parameters: [{{name: a, in: {place}, required: true, style: {style}, schema: {{type: array, items: {{type: string}}}}}}], responses: {{default: {{description: d}}}}}}}}"));

        var parameter = Assert.Single(result.Description!.Operations[0].Parameters);
        Assert.Equal((expected, false), (parameter.Style.ToString(), parameter.Explode));
        Assert.Equal("#/paths/~1{a}/get/parameters/0/style", Reader.Single(result, Rules.ReaderProblem).Pointer);
    }

    [Fact]
    public void Version2Example_IsNoMediaType()
    {
        var description = Reader.ReadClean("""
            swagger: '2.0'
            info: {title: T, version: '1'}
            host: h.example
            paths:
              /a:
                get:
                  produces: [application/json]
                  responses: {'200': {description: d, schema: {type: string}, examples: {payload: text}}}
            """);

        Assert.Equal("application/json", Assert.Single(description.Operations[0].Responses[0].Content).Name);
    }

    [Fact]
    public void Encoding_HasTheDefaultsOfAQueryParameterOnceAStyleIsGiven()
    {
        var operation = Assert.Single(Reader.ReadClean(Reader.WithPaths("""
            /a:
              post:
                requestBody:
                  content:
                    multipart/form-data:
                      schema: {type: object, properties: {a: {type: string, contentMediaType: application/octet-stream}}}
                      encoding:
                        a: {contentType: image/png}
                        b: {style: deepObject}
                        c: {explode: false}
                        d: {allowReserved: true}
                responses: {'200': {description: d}}
            """)).Operations);

        var content = Assert.Single(operation.RequestBody!.Content);
        Assert.Equal(
            ["a image/png  True False", "b  DeepObject False False", "c  Form False False", "d  Form True True"],
            content.Encodings.Select(encoding => $"{encoding.WireName} {encoding.ContentType} {encoding.Style} {encoding.Explode} {encoding.AllowReserved}"));
        Assert.Equal("binary", Assert.IsType<StringSchema>(Assert.IsType<ObjectSchema>(content.Schema).Properties[0].Schema).Format);
    }

    [Theory]
    [InlineData("openapi: 3.2.0", "get,query,COPY")]
    public void Version32_KnowsMoreMethods(string version, string methods)
    {
        var description = Reader.ReadClean(version + "\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get: {responses: {'200': {description: d}}}\n    query: {responses: {'200': {description: d}}}\n    additionalOperations: {COPY: {responses: {'200': {description: d}}}}\n");

        Assert.Equal(methods.ToUpperInvariant(), string.Join(",", description.Operations.Select(operation => operation.Method)));
    }

    [Theory]
    [InlineData("a: 1", "SPEC0102")]
    [InlineData("[1]", "SPEC0102")]
    [InlineData("openapi: 4.0.0\ninfo: {title: T, version: '1'}", "SPEC0101")]
    [InlineData("openapi: [", "SPEC0101")]
    public void TextThatIsNoDescription_IsAnError(string text, string rule)
    {
        var result = Reader.Read(text);

        Assert.Null(result.Description);
        Assert.Equal(rule, Assert.Single(result.Findings).RuleId);
        Assert.NotNull(result.Positions.Find("#"));
    }

    [Fact]
    public void EmptyMediaType_IsAnyWhichAnObjectIsWrittenForAsJson()
    {
        var result = Reader.Read("""
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      '': {schema: {type: object, properties: {name: {type: string}}}}
                  responses: {'204': {description: Done}}
            """);

        Assert.Equal("*/*", Assert.Single(Assert.Single(result.Description!.Operations).RequestBody!.Content).Name);
        Assert.Equal("#/paths/~1a/post/requestBody/content/", Reader.Single(result, Rules.ReaderProblem).Pointer);
    }

    [Fact]
    public void ValueOfTheWrongKind_CostsItsChecksAndNotTheDescription()
    {
        var result = Reader.Read(Reader.WithSchemas("A: {type: string, minLength: a}"));

        Assert.IsType<StringSchema>(Reader.Named(result.Description!, "A"));
        Reader.Single(result, Rules.ReaderProblem);
    }

    [Fact]
    public void LibraryComplaint_StandsAtItsPlaceInTheText()
    {
        var result = Reader.Read("swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n      wrong: 1\n      responses: {'200': {description: d}}\n");

        var finding = Reader.Single(result, Rules.ReaderProblem);
        Assert.Equal("#/paths/~1a/get", finding.Pointer);
        Assert.Contains("wrong", finding.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_AreReadWithWhatTheirListSays()
    {
        var description = Reader.ReadClean("""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            tags:
            - {name: orders, description: About *orders*., x-specwright-name: Sales}
            - {name: orders, description: Again.}
            - {name: refunds}
            paths:
              /a:
                get:
                  tags: [refunds, orders]
                  responses: {'204': {description: d}}

            """);

        Assert.Equal([("orders", "About *orders*.", "Sales"), ("refunds", null, null)], description.Tags.Select(tag => (tag.WireName, tag.Description, tag.ChosenName)));
        Assert.Equal(["refunds", "orders"], description.Operations[0].Tags);
    }

    [Fact]
    public void UnquotedVersion_IsUnderstood()
    {
        Assert.Equal("T", Reader.ReadClean("swagger: 2.0\ninfo: {title: T, version: 1.0}\npaths: {}\n").Title);
    }
}
