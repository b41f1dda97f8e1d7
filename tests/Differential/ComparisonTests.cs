namespace Specwright.Differential;

/// <summary>The comparison can fail: each change of one side's text alone shows as the one difference that it is.</summary>
public sealed class ComparisonTests
{
    private const string Version3 = """
        openapi: 3.0.3
        info: {title: T, version: '1'}
        servers: [{url: 'https://a.example/v1'}]
        security: [{key: []}]
        paths:
          /orders/{id}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: trace, in: header, description: Of the path, schema: {type: string}}
            get:
              operationId: getOrder
              summary: One order
              tags: [orders]
              parameters:
                - {name: trace, in: header, description: Of the operation, schema: {type: integer, format: int64}}
                - {name: expand, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string, enum: [lines, payments]}}}
                - {name: filter, in: query, style: deepObject, explode: true, schema: {type: object, properties: {since: {type: string, format: date}}}}
              responses:
                '200':
                  description: d
                  headers: {X-Left: {schema: {type: integer}}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
                4XX: {description: d, content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
            put:
              deprecated: true
              requestBody: {$ref: '#/components/requestBodies/Order'}
              responses: {'204': {description: d}}
        components:
          securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
          requestBodies:
            Order: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
          schemas:
            Order:
              type: object
              description: What was bought
              required: [id, total]
              additionalProperties: false
              properties:
                id: {type: string, format: uuid}
                total: {type: number}
                note: {type: string, nullable: true}
                lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
                labels: {type: object, additionalProperties: {type: string}}
                payment: {oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}], discriminator: {propertyName: kind}}
            Line: {allOf: [{$ref: '#/components/schemas/Named'}, {type: object, properties: {count: {type: integer}}}]}
            Named: {type: object, properties: {name: {type: string}}}
            Card: {type: object, properties: {kind: {type: string}}}
            Cash: {type: object, properties: {kind: {type: string}}}
            Problem: {type: object, properties: {title: {type: string}}}
            Alias: {$ref: '#/components/schemas/Named'}
        """;

    private const string Version2 = """
        swagger: '2.0'
        info: {title: T, version: '1'}
        consumes: [application/json]
        produces: [application/json, text/plain]
        paths:
          /orders:
            get:
              parameters: [{name: ids, in: query, type: array, collectionFormat: multi, items: {type: integer, format: int64}}]
              responses: {'200': {description: d, schema: {$ref: '#/definitions/Order'}, examples: {sample: {id: a}}, headers: {X-Left: {type: integer}}}}
            post:
              parameters: [{$ref: '#/parameters/Order'}]
              responses: {default: {description: d}}
            put:
              parameters: [{name: file, in: formData, type: file, required: true}]
              responses: {default: {description: d}}
        parameters: {Order: {name: order, in: body, required: true, schema: {$ref: '#/definitions/Order'}}}
        definitions:
          Order: {type: object, required: [id], properties: {id: {type: string, x-nullable: true}, kind: {type: string, enum: [a, b]}}}
        """;

    [Theory]
    [InlineData(Version3)]
    [InlineData(Version2)]
    public async Task BothReadings_SayTheSame(string text)
    {
        var comparison = await CompareAsync(text, text);

        Assert.Empty(comparison.Differences);
        Assert.True(comparison.Compared > 30, $"only {comparison.Compared} statements");
    }

    [Theory]
    [InlineData("operationId: getOrder", "operationId: other", "#/paths/~1orders~1{id}/get operationId")]
    [InlineData("summary: One order", "summary: An order", "#/paths/~1orders~1{id}/get summary")]
    [InlineData("tags: [orders]", "tags: [orders, more]", "#/paths/~1orders~1{id}/get tags")]
    [InlineData("deprecated: true", "deprecated: false", "#/paths/~1orders~1{id}/put deprecated")]
    [InlineData("    put:", "    patch:", "#/paths/~1orders~1{id}/patch exists")]
    [InlineData("security: [{key: []}]", "", "#/paths/~1orders~1{id}/get security")]
    [InlineData("a.example/v1", "a.example/v2", "#/servers urls")]
    [InlineData("name: X-Key", "name: X-Token", "#/securitySchemes/key name")]
    [InlineData("name: expand, in: query", "name: expanded, in: query", "#/paths/~1orders~1{id}/get/parameters/query expand required")]
    [InlineData("description: Of the operation, schema: {type: integer, format: int64}", "description: Of the operation, schema: {type: integer}", "#/paths/~1orders~1{id}/get/parameters/header trace/schema format")]
    [InlineData("- {name: trace, in: header, description: Of the operation, schema: {type: integer, format: int64}}", "", "#/paths/~1orders~1{id}/get/parameters/header trace/schema type")]
    [InlineData("{name: expand, in: query,", "{name: expand, in: query, required: true,", "#/paths/~1orders~1{id}/get/parameters/query expand required")]
    [InlineData("style: pipeDelimited", "style: spaceDelimited", "#/paths/~1orders~1{id}/get/parameters/query expand style")]
    [InlineData("style: deepObject, explode: true", "style: deepObject, explode: false", "#/paths/~1orders~1{id}/get/parameters/query filter explode")]
    [InlineData("enum: [lines, payments]", "enum: [lines]", "#/paths/~1orders~1{id}/get/parameters/query expand/schema/items enum")]
    [InlineData("4XX:", "5XX:", "#/paths/~1orders~1{id}/get/responses/4XX exists")]
    [InlineData("application/problem+json", "application/json", "#/paths/~1orders~1{id}/get/responses/4XX/content/application~1problem+json exists")]
    [InlineData("X-Left", "X-Right", "#/paths/~1orders~1{id}/get/responses/200/headers/X-Left exists")]
    [InlineData("Order: {required: true,", "Order: {", "#/paths/~1orders~1{id}/put/requestBody required")]
    [InlineData("Order: {required: true, content: {application/json:", "Order: {required: true, content: {text/json:", "#/paths/~1orders~1{id}/put/requestBody/content/text~1json exists")]
    [InlineData("required: [id, total]", "required: [id]", "#/components/schemas/Order required")]
    [InlineData("description: What was bought", "description: What was sold", "#/components/schemas/Order description")]
    [InlineData("additionalProperties: false", "additionalProperties: true", "#/components/schemas/Order additionalProperties")]
    [InlineData("note: {type: string, nullable: true}", "note: {type: string}", "#/components/schemas/Order/properties/note nullable")]
    [InlineData("note: {", "notes: {", "#/components/schemas/Order properties")]
    [InlineData("total: {type: number}", "total: {type: integer}", "#/components/schemas/Order/properties/total type")]
    [InlineData("format: uuid", "format: guid", "#/components/schemas/Order/properties/id format")]
    [InlineData("items: {$ref: '#/components/schemas/Line'}", "items: {$ref: '#/components/schemas/Named'}", "#/components/schemas/Order/properties/lines/items ref")]
    [InlineData("additionalProperties: {type: string}", "additionalProperties: {type: boolean}", "#/components/schemas/Order/properties/labels/additionalProperties type")]
    [InlineData(", {$ref: '#/components/schemas/Cash'}]", ", {$ref: '#/components/schemas/Cash'}, {type: string}]", "#/components/schemas/Order/properties/payment/oneOf/2 role")]
    [InlineData("propertyName: kind", "propertyName: type", "#/components/schemas/Order/properties/payment discriminator")]
    [InlineData("properties: {count: {type: integer}}", "properties: {amount: {type: integer}}", "#/components/schemas/Line/allOf/1 properties")]
    [InlineData("Alias: {$ref: '#/components/schemas/Named'}", "Alias: {$ref: '#/components/schemas/Cash'}", "#/components/schemas/Alias ref")]
    public async Task AChangeOfOneSide_IsADifference(string written, string changed, string expected)
    {
        Assert.Contains(written, Version3, StringComparison.Ordinal);

        var ours = await CompareAsync(Version3.Replace(written, changed, StringComparison.Ordinal), Version3);
        var theirs = await CompareAsync(Version3, Version3.Replace(written, changed, StringComparison.Ordinal));

        Assert.Contains(expected, ours.Differences.Select(difference => difference.Key.ToString()));
        Assert.Contains(expected, theirs.Differences.Select(difference => difference.Key.ToString()));
    }

    [Theory]
    [InlineData("collectionFormat: multi", "collectionFormat: ssv", "#/paths/~1orders/get/parameters/query ids style")]
    [InlineData("collectionFormat: multi", "collectionFormat: csv", "#/paths/~1orders/get/parameters/query ids explode")]
    [InlineData("items: {type: integer, format: int64}", "items: {type: string}", "#/paths/~1orders/get/parameters/query ids/schema/items type")]
    [InlineData("produces: [application/json, text/plain]", "produces: [application/json]", "#/paths/~1orders/get/responses/200/content/text~1plain exists")]
    [InlineData("consumes: [application/json]", "consumes: [application/xml]", "#/paths/~1orders/post/requestBody/content/application~1xml exists")]
    [InlineData("in: body, required: true", "in: body", "#/paths/~1orders/post/requestBody required")]
    [InlineData("type: file, required: true", "type: file", "#/paths/~1orders/put/requestBody required")]
    [InlineData("x-nullable: true", "x-nullable: false", "#/definitions/Order/properties/id nullable")]
    [InlineData("enum: [a, b]", "enum: [a, c]", "#/definitions/Order/properties/kind enum")]
    [InlineData("X-Left: {type: integer}", "X-Left: {type: string}", "#/paths/~1orders/get/responses/200/headers/X-Left/schema type")]
    public async Task AChangeOfOneSide_IsADifferenceInVersion2(string written, string changed, string expected)
    {
        Assert.Contains(written, Version2, StringComparison.Ordinal);

        var comparison = await CompareAsync(Version2.Replace(written, changed, StringComparison.Ordinal), Version2);

        Assert.Contains(expected, comparison.Differences.Select(difference => difference.Key.ToString()));
    }

    [Fact]
    public async Task WhatTheOtherReaderCannotTell_IsCountedAndNotCompared()
    {
        var written = Version3.Replace("{name: expand, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string, enum: [lines, payments]}}}", "{name: expand, in: query, content: {application/json: {schema: {type: string}}}}", StringComparison.Ordinal);

        var comparison = await CompareAsync(written, written);

        Assert.Empty(comparison.Differences);
        Assert.True(comparison.NotComparable >= 3, $"{comparison.NotComparable} not comparable");
    }

    [Fact]
    public void KnownDifferences_MatchByPlaceAndGoStaleUnused()
    {
        var known = KnownDifferences.Parse(["document\tplace\taspect\treason", "a\t#/paths/*/get\tsummary\tIt trims.", "a\t#/info\t*\tIt cannot.", "*\t#\treadable\tNever.", "b\t#\t*\tNot run."]);

        Assert.Equal("It trims.", known.ReasonOf(new Difference("a", new FactKey("#/paths/~1x/get", "summary"), "1", "2")));
        Assert.Null(known.ReasonOf(new Difference("c", new FactKey("#/paths/~1x/get", "summary"), "1", "2")));
        Assert.Null(known.ReasonOf(new Difference("a", new FactKey("#/paths/~1x/get", "tags"), "1", "2")));
        Assert.Equal(["a\t#/info\t*"], known.Stale(["a"], isComplete: false));
        Assert.Equal(["a\t#/info\t*", "*\t#\treadable"], known.Stale(["a"], isComplete: true));
    }

    [Fact]
    public void KnownDifference_WithoutAReason_IsRefused()
        => Assert.Throws<FormatException>(() => KnownDifferences.Parse(["document\tplace\taspect\treason", "a\t#\tsummary\t "]));

    private static async Task<Comparison> CompareAsync(string ours, string theirs)
        => Comparison.Of("document", ModelFacts.Of(DifferentialRun.Read("d.yaml", ours)!), await NSwagFacts.ReadAsync("d.yaml", theirs));
}
