using Shop;

namespace Specwright.Testing;

public sealed class ApiTestExamplesTests
{
    private const string Description = """
        openapi: 3.1.0
        paths:
          /orders:
            get:
              responses:
                '200':
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: '#/components/schemas/Order' } }
            post:
              responses:
                '201': { description: Done. }
                '409': { $ref: '#/components/responses/Conflict' }
          /stock:
            get:
              responses:
                '200':
                  content:
                    application/json:
                      examples:
                        full: { value: { tea: 3, 'no': 1 } }
                        none: { value: {} }
        components:
          responses:
            Conflict:
              content:
                application/problem+json: { example: { title: no } }
          schemas:
            Order:
              allOf:
                - { type: object, required: [id], properties: { id: { type: string, example: '7' } } }
                - { type: object, properties: { total: { type: string, examples: ['1.10'] }, state: { enum: [open, sent] }, note: { type: string } } }
        """;

    [Fact]
    public async Task OperationWithoutAnAnswer_GetsTheExampleOfItsResponse_OrOfItsSchema()
    {
        var client = Client(Description, out _);

        Assert.Equal(new Order { Id = "7", Total = 1.10m, State = Shop.State.Open }, Assert.Single(await client.ListOrdersAsync()));
        Assert.Equal([("tea", 3), ("no", 1)], (await client.GetStockAsync()).Select(article => (article.Key, article.Value)));
    }

    [Fact]
    public async Task StatusAndName_ChooseAnExample()
    {
        var client = Client(Description, out var server);
        server.On("createOrder").AnswerExample(status: 409);
        server.On("getStock").AnswerExample(name: "none");

        var refusal = await Assert.ThrowsAsync<ApiException<Problem>>(() => client.CreateOrderAsync(new Order { Id = "7" }));

        Assert.Equal((409, "no"), (refusal.StatusCode, refusal.Error.Title));
        Assert.Empty(await client.GetStockAsync());
    }

    [Fact]
    public async Task MissingExample_IsNamedWithWhatThereIs()
    {
        var client = Client(Description.Replace(", example: '7'", "", StringComparison.Ordinal), out var server);
        server.On("getStock").AnswerExample(name: "half");

        var required = await Assert.ThrowsAsync<InvalidOperationException>(() => client.ListOrdersAsync());
        var named = await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetStockAsync());

        Assert.Contains("'listOrders' (GET /orders)", required.Message, StringComparison.Ordinal);
        Assert.Contains("required member 'id' has no example", required.Message, StringComparison.Ordinal);
        Assert.Contains("its examples are full, none", named.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Swagger2InJson_IsReadToo()
    {
        var client = Client("""{"swagger":"2.0","paths":{"/stock":{"get":{"responses":{"200":{"description":"","examples":{"application/json":{"tea":4}}}}}}}}""", out _);

        Assert.Equal(4, (await client.GetStockAsync())["tea"]);
    }

    [Fact]
    public void SchemaThatContainsItself_Ends()
    {
        var examples = ApiTestExamples.Parse("""{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/s"}}}}}}}},"s":{"properties":{"s":{"$ref":"#/s"}}}}""");

        Assert.Throws<InvalidOperationException>(() => examples.Find(new ApiOperation("Shop", "a", HttpMethod.Get, "/a"), status: null, name: null));
    }

    [Fact]
    public void BrokenText_IsAFormatException() => Assert.Throws<FormatException>(() => ApiTestExamples.Parse("a: [\n"));

    [Fact]
    public void ExamplesThatWereNotGiven_AreMissedAtOnce()
    {
        using var server = new ApiTestHandler(ShopJson.Default);

        Assert.Throws<InvalidOperationException>(() => server.On("getStock").AnswerExample());
    }

    private static ShopClient Client(string description, out ApiTestHandler server)
    {
        server = new ApiTestHandler(ShopJson.Default) { Examples = ApiTestExamples.Parse(description) };
        return ShopClient.Create(new ShopOptions { Key = "k3y" }, server);
    }
}
