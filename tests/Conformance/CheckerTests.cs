namespace Specwright.Conformance;

/// <summary>The checks themselves: a client that was broken on purpose must be found out, each time by the check that is there for it.</summary>
public sealed class CheckerTests
{
    private const string Description = """
        openapi: 3.0.3
        info: {title: Orders, version: '1'}
        security: [{key: []}]
        paths:
          /orders/{id}:
            get:
              operationId: getOrder
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: tags, in: query, explode: false, schema: {type: array, items: {type: string}}}
                - {name: limit, in: query, required: true, schema: {type: integer, maximum: 50}}
                - {name: X-Trace, in: header, required: true, schema: {type: string}}
                - {name: theme, in: cookie, schema: {type: string}}
              responses:
                '200': {description: Found, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
                '404': {description: Missing, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
                4XX: {description: Wrong, content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
                default: {description: Broken, content: {application/json: {schema: {type: object, required: [text], properties: {text: {type: string}}}}}}
            put:
              operationId: putOrder
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
              requestBody:
                required: true
                content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
              responses:
                '200': {description: Done, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
          /events:
            get:
              operationId: getEvents
              responses:
                '200':
                  description: All at once, or one after the other
                  content:
                    application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Event'}}}
                    application/x-ndjson: {schema: {$ref: '#/components/schemas/Event'}}
            post:
              operationId: subscribe
              responses:
                '204': {description: Done}
              callbacks:
                onEvent:
                  '{$request.body#/url}':
                    post:
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
                      responses: {'204': {description: Done}}
          /documents:
            put:
              operationId: putDocument
              requestBody:
                required: true
                content: {application/xml: {schema: {$ref: '#/components/schemas/Document'}}}
              responses:
                '200': {description: Done, content: {application/xml: {schema: {$ref: '#/components/schemas/Document'}}}}
          /forms:
            post:
              operationId: sendForm
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      required: [name]
                      properties: {name: {type: string}, codes: {type: array, items: {type: integer}}}
              responses:
                '204': {description: Done}
          /files:
            post:
              operationId: sendFile
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [file, label]
                      properties: {file: {type: string, format: binary}, label: {type: string}}
              responses:
                '204': {description: Done}
        x-webhooks:
          order.done:
            post:
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
              responses: {'200': {description: Taken}}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key}
          schemas:
            Problem:
              type: object
              required: [code]
              properties: {code: {type: string, minLength: 2}, hint: {type: string}}
            Event:
              type: object
              required: [kind]
              properties: {kind: {type: string}, count: {type: integer}}
            Document:
              type: object
              required: [number, title]
              properties:
                number: {type: integer, xml: {attribute: true}}
                title: {type: string, xml: {name: heading, namespace: 'urn:titles', prefix: t}}
                pages: {type: array, xml: {name: leaves, wrapped: true}, items: {type: object, xml: {name: leaf}, properties: {text: {type: string}}}}
                notes: {type: array, items: {type: string}}
            Order:
              type: object
              required: [id, amount]
              properties:
                id: {type: string, minLength: 3}
                amount: {type: number}
                placed: {type: string, format: date-time}
                status: {type: string, enum: [OPEN, DONE]}
                lines: {type: array, items: {type: object, properties: {sku: {type: string}}}}
        """;

    [Fact]
    public async Task WholeClient_PassesEveryCheck()
    {
        var result = await ConformanceRun.TakeAsync("orders", "orders.yaml", Description, []);

        Assert.Empty(result.Failures);
        Assert.Equal(7, result.Operations);
        Assert.Equal(7, result.ValidRequests);
        Assert.Equal(7, result.EqualRoundTrips);
        Assert.Equal((3, 3), (result.Errors, result.EqualErrors));
        Assert.Equal((1, 1), (result.Sequences, result.EqualSequences));
        Assert.Equal((2, 2), (result.Webhooks, result.EqualWebhooks));
        Assert.Equal(8, result.XmlTrees);
        Assert.Equal(32, result.Calls);
    }

    [Theory]
    [InlineData("target.AppendLiteral(\"/orders/\");", "target.AppendLiteral(\"/order/\");", "GET /orders/{id}", nameof(FailureKind.Path))]
    [InlineData("target.AppendPath(id);", "target.AppendPath(id + \"x\");", "GET /orders/{id}", nameof(FailureKind.Path))]
    [InlineData("target.AppendPath(id);", "target.AppendPath(System.Uri.EscapeDataString(id));", "GET /orders/{id}", nameof(FailureKind.Path))]
    [InlineData("QueryListStyle.Comma", "QueryListStyle.Pipe", "GET /orders/{id}", nameof(FailureKind.Query))]
    [InlineData("target.AppendQuery(\"limit\", limit);", "", "GET /orders/{id}", nameof(FailureKind.Query))]
    [InlineData("target.AppendQuery(\"limit\", limit);", "target.AppendQuery(\"limit\", limit + 100);", "GET /orders/{id}", nameof(FailureKind.Query))]
    [InlineData("target.AppendQuery(\"limit\", limit);", "target.AppendQuery(\"limit\", limit); target.AppendQuery(\"more\", limit);", "GET /orders/{id}", nameof(FailureKind.Query))]
    [InlineData("\"X-Trace\"", "\"X-Track\"", "GET /orders/{id}", nameof(FailureKind.Header))]
    [InlineData("AddCookie(request, \"theme\", theme);", "AddCookie(request, \"theme\", null);", "GET /orders/{id}", nameof(FailureKind.Cookie))]
    [InlineData("new(ConformanceOptions.KeyScheme)", "new()", "GET /orders/{id}", nameof(FailureKind.Security))]
    [InlineData("Accept(request, \"application/json\")", "Accept(request, \"application/xml\")", "GET /orders/{id}", nameof(FailureKind.Accept))]
    [InlineData("HttpMethod.Put", "HttpMethod.Post", "*", nameof(FailureKind.NotGenerated))]
    [InlineData("Create<Order, Order.JsonCodec>(body, \"application/json\")", "Create<Order, Order.JsonCodec>(body, \"text/plain\")", "PUT /orders/{id}", nameof(FailureKind.ContentType))]
    [InlineData("Members.WriteString(writer, 0, value.Id);", "writer.WriteString(\"ident\"u8, value.Id);", "PUT /orders/{id}", nameof(FailureKind.Body))]
    [InlineData("Create<Order, Order.JsonCodec>(body, \"application/json\")", "Create<Order, Order.JsonCodec>(body with { Id = \"x\" }, \"application/json\")", "PUT /orders/{id}", nameof(FailureKind.Body))]
    [InlineData("SendFormRequest.JsonCodec>(body, ", "SendFormRequest.JsonCodec>(body with { Name = \"x\" }, ", "POST /forms", nameof(FailureKind.Body))]
    [InlineData("(\"label\", ", "(\"labels\", ", "POST /files", nameof(FailureKind.Body))]
    [InlineData("200 => content.ReadJson<Order, Order.JsonCodec>()", "201 => content.ReadJson<Order, Order.JsonCodec>()", "GET /orders/{id}", nameof(FailureKind.Answer))]
    [InlineData("return new Order\n", "status = null; return new Order\n", "GET /orders/{id}", nameof(FailureKind.RoundTrip))]
    [InlineData("throw content.CreateError<Problem, Problem.JsonCodec>()", "throw content.CreateError()", "GET /orders/{id}", nameof(FailureKind.Error))]
    [InlineData("throw content.CreateError<Problem, Problem.JsonCodec>()", "new Order { Id = \"x\", Amount = 1 }", "GET /orders/{id}", nameof(FailureKind.Error))]
    [InlineData("return new Problem\n", "hint = null; return new Problem\n", "GET /orders/{id}", nameof(FailureKind.Error))]
    [InlineData("200 => content.ReadItems<Event, Event.JsonCodec>()", "201 => content.ReadItems<Event, Event.JsonCodec>()", "GET /events", nameof(FailureKind.Answer))]
    [InlineData("return new Event\n", "count = null; return new Event\n", "#/x-webhooks/order.done/post", nameof(FailureKind.Webhook))]
    [InlineData("return new Event\n", "count = null; return new Event\n", "#/paths/~1events/post/callbacks/onEvent/{$request.body#~1url}/post", nameof(FailureKind.Webhook))]
    [InlineData("return new Event\n", "count = null; return new Event\n", "GET /events", nameof(FailureKind.RoundTrip))]
    [InlineData("ReadOrderDone(ReadOnlySpan<byte> body) => ApiJson.Read<Event, Event.JsonCodec>(body)", "ReadOrderDone(ReadOnlySpan<byte> body) => ApiJson.Read<Event, Event.JsonCodec>(body[1..])", "#/x-webhooks/order.done/post", nameof(FailureKind.Webhook))]
    [InlineData("new(\"number\", XmlShape.Number) { Kind = XmlMemberKind.Attribute }", "new(\"number\", XmlShape.Number)", "PUT /documents", nameof(FailureKind.Body))]
    [InlineData("new(\"heading\", \"urn:titles\", \"t\")", "new(\"heading\")", "PUT /documents", nameof(FailureKind.Body))]
    [InlineData("IsWrapped = true", "IsWrapped = false", "PUT /documents", nameof(FailureKind.RoundTrip))]
    [InlineData("new(\"leaf\")", "new(\"leave\")", "PUT /documents", nameof(FailureKind.Body))]
    public async Task BrokenClient_IsFoundOut(string text, string replacement, string operation, string kind)
    {
        var isReplaced = false;
        var result = await ConformanceRun.TakeAsync("orders", "orders.yaml", Description, [], file =>
        {
            isReplaced |= file.Contains(text, StringComparison.Ordinal);
            return file.Replace(text, replacement, StringComparison.Ordinal);
        });

        Assert.True(isReplaced, "the generated code has no such text any more");
        Assert.Contains(result.Failures, failure => (operation == "*" || failure.Operation == operation) && failure.Kind.ToString() == kind);
    }

    [Fact]
    public async Task FormWithoutMembersOfGet_NeedsNoParameter_ButOneWithMembersDoes()
    {
        const string Forms = """
            openapi: 3.0.3
            info: {title: Forms, version: '1'}
            paths:
              /empty:
                get:
                  operationId: getEmpty
                  requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {}}}}}
                  responses: {'204': {description: Done}}
              /filled:
                get:
                  operationId: getFilled
                  requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {since: {type: string}}}}}}
                  responses: {'204': {description: Done}}
            """;

        var whole = await ConformanceRun.TakeAsync("forms", "forms.yaml", Forms, []);
        var without = await ConformanceRun.TakeAsync("forms", "forms.yaml", Forms, [], file => file
            .Replace("GetFilledRequest? body = null, ", "", StringComparison.Ordinal)
            .Replace("(body, cancellationToken)", "(cancellationToken)", StringComparison.Ordinal)
            .Replace("body is null", "true", StringComparison.Ordinal)
            .Replace("(body)", "(null!)", StringComparison.Ordinal));

        Assert.Empty(whole.Failures);
        Assert.Equal((2, 2), (whole.Operations, whole.ValidRequests));
        Assert.All(without.Failures, failure => Assert.Equal(("GET /filled", FailureKind.Argument), (failure.Operation, failure.Kind)));
        Assert.NotEmpty(without.Failures);
    }

    [Fact]
    public void ListedCaseThatDoesNotFail_IsReported()
    {
        var list = FaultList.Of("orders\tGET /orders/{id}\tNoSample\tNo value fits.");
        var failing = new OperationFailure("orders", "GET /orders/{id}", FailureKind.NoSample, "…");

        Assert.Equal("No value fits.", list.ReasonFor(failing));
        Assert.Empty(list.Stale([new ConformanceResult { Slug = "orders", Failures = [failing] }]));
        Assert.Single(list.Stale([new ConformanceResult { Slug = "orders" }]));
        Assert.Empty(list.Stale([new ConformanceResult { Slug = "others" }]));
    }
}
