namespace Specwright.Packages;

/// <summary>What is dropped into a project, and three lines that call it.</summary>
internal static class Descriptions
{
    public const string Acme = """
        openapi: 3.1.0
        info: { title: Acme, version: '1' }
        servers:
          - url: https://api.acme.example
        paths:
          /balance:
            get:
              operationId: getBalance
              description: What lies on the account.
              responses:
                '200':
                  description: Balance of the account.
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Balance' }
        components:
          schemas:
            Balance:
              type: object
              required: [currency, available]
              properties:
                currency: { type: string, enum: [INR, EUR] }
                available: { type: string, format: decimal }
                holder:
                  oneOf:
                    - { type: object, required: [name], properties: { name: { type: string } } }
                    - { type: array, items: { type: string } }
        """;

    public const string Shop = """
        {
          "swagger": "2.0",
          "info": { "title": "Shop", "version": "1" },
          "host": "shop.example", "schemes": ["https"], "produces": ["application/json"],
          "paths": {
            "/orders/{id}": {
              "get": {
                "operationId": "getOrder",
                "parameters": [{ "name": "id", "in": "path", "required": true, "type": "integer", "format": "int32" }],
                "responses": { "200": { "description": "One order.", "schema": { "$ref": "#/definitions/Order" } } }
              }
            }
          },
          "definitions": { "Order": { "type": "object", "properties": { "id": { "type": "integer", "format": "int32" }, "total": { "type": "number" } } } }
        }
        """;

    public const string BalanceAnswer = """{"currency":"INR","available":"214735.50"}""";

    /// <summary>Prints <c>214735.50 INR</c>; the server's address is the first argument.</summary>
    public const string ThreeLines = """
        var client = Acme.AcmeClient.Create(new Acme.AcmeOptions { BaseAddress = new Uri(args[0]) });
        var balance = await client.GetBalanceAsync();
        Console.WriteLine($"{balance.Available} {balance.Currency}");
        """;
}
