namespace Specwright.Reading;

public sealed class WebhookReadingTests
{
    [Theory]
    [InlineData("webhooks")]
    [InlineData("x-webhooks")]
    public void Webhooks_AreReadWithTheirParametersBodiesAndAnswers(string key)
    {
        var webhook = Assert.Single(Reader.ReadClean("""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            webhooks:
              order/paid:
                $ref: '#/components/pathItems/Paid'
            components:
              pathItems:
                Paid:
                  parameters: [{name: X-Sig, in: header, schema: {type: string}}]
                  post:
                    summary: Paid.
                    requestBody: {content: {application/json: {schema: {type: object}}}}
                    responses: {'200': {description: d}}

            """.Replace("webhooks:", key + ":", StringComparison.Ordinal)).Webhooks);

        Assert.Equal("order/paid", webhook.WireName);
        Assert.Null(webhook.Callback);
        Assert.Equal($"#/{key}/order~1paid/post", webhook.Operation.Pointer);
        Assert.Equal("X-Sig", Assert.Single(webhook.Operation.Parameters).WireName);
        Assert.Equal("application/json", Assert.Single(webhook.Operation.RequestBody!.Content).Name);
        Assert.Equal("200", Assert.Single(webhook.Operation.Responses).Status);
    }

    [Fact]
    public void Callbacks_AreReadOnceWhereOperationsShareThem()
    {
        var description = Reader.ReadClean("""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  responses: {'200': {description: d}}
                  callbacks:
                    own: {'{$request.body#/url}': {post: {responses: {'200': {description: d}}}}}
                    shared: {$ref: '#/components/callbacks/Shared'}
              /b:
                post:
                  responses: {'200': {description: d}}
                  callbacks: {other: {$ref: '#/components/callbacks/Shared'}}
            components:
              callbacks:
                Shared: {'{$url}': {put: {responses: {'200': {description: d}}}}, x-note: 1}

            """);

        Assert.Equal(
            ["own POST {$request.body#/url} False #/paths/~1a/post", "Shared PUT {$url} True #/paths/~1a/post"],
            description.Webhooks.Select(webhook => $"{webhook.WireName} {webhook.Operation.Method} {webhook.Callback!.Expression} {webhook.Callback.IsShared} {webhook.Callback.CallerPointer}"));
        Assert.Equal(2, description.Operations.Count);
    }

    [Fact]
    public void CallbackThatLeadsToItself_Ends()
    {
        var result = Reader.Read("""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  responses: {'200': {description: d}}
                  callbacks: {loop: {$ref: '#/components/callbacks/Loop'}, lost: {$ref: '#/components/callbacks/Lost'}}
            components:
              callbacks:
                Loop: {'{$url}': {post: {responses: {'200': {description: d}}, callbacks: {loop: {$ref: '#/components/callbacks/Loop'}}}}}

            """);

        Assert.Equal("Loop", Assert.Single(result.Description!.Webhooks).WireName);
    }
}
