namespace Specwright.Shell;

/// <summary>A small description whose parts can be changed one at a time.</summary>
internal static class SmallSpec
{
    public const string Path = "specs/acme.openapi.yaml";

    /// <summary>Of the overlay that belongs to it without being named.</summary>
    public const string OverlayPath = "specs/acme.overlay.yaml";

    /// <summary>An overlay up to its actions.</summary>
    public const string OverlayHead = "overlay: 1.0.0\ninfo: {title: Words, version: '1'}\nactions:\n";

    public static string Text(
        string title = "Acme",
        string orderDescription = "An order.",
        string extraSchema = "",
        string extraPath = "",
        string space = "") => $"""
        openapi: 3.1.0
        info:
          title: {title}
          version: '1'
        {space}
        servers:
        - url: https://api.example.com
        paths:
          /orders/{"{orderId}"}:
            get:
              operationId: getOrder
              parameters:
              - name: orderId
                in: path
                required: true
                schema:
                  type: string
              responses:
                '200':
                  description: The order.
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/Order'
        {extraPath}
        components:
          schemas:
            Item:
              type: object
              properties:
                sku:
                  type: string
            Order:
              description: {orderDescription}
              type: object
              required:
              - orderId
              properties:
                orderId:
                  type: string
                amount:
                  type: number
                items:
                  type: array
                  items:
                    $ref: '#/components/schemas/Item'
        {extraSchema}
        """;

    /// <summary>For <see cref="Text"/>: sorts as its name does, among <c>Item</c> and <c>Order</c>.</summary>
    public static string ExtraSchema(string name) => $"""
            {name}:
              type: object
              properties:
                text:
                  type: string
        """;

    public static SpecProject Project(string? text = null) => SpecProject.Empty.WithSpec(Path, text ?? Text());
}
