using System.Globalization;

namespace Specwright.Tool.New;

/// <summary>The start of a description for a provider who publishes none.</summary>
internal static class Skeleton
{
    /// <param name="name">Small letters, digits and <c>-</c>.</param>
    public static string Of(string name)
    {
        var title = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.Replace('-', ' '));
        return $$"""
            # Written by hand from the provider's pages. ASSUMED marks what no page states: the address, the credential, the path, every member below.
            openapi: 3.1.0
            info:
              title: {{title}}
              version: '1'
            servers:
              - url: https://api.{{name}}.example
                description: Production (ASSUMED)
            security:
              - bearerAuth: []
            paths:
              /balance:
                get:
                  operationId: getBalance
                  summary: What lies on the account (ASSUMED).
                  responses:
                    '200':
                      description: The balance.
                      content:
                        application/json:
                          schema: { $ref: '#/components/schemas/Balance' }
                    '401':
                      description: The credential is missing or wrong.
            components:
              securitySchemes:
                bearerAuth: { type: http, scheme: bearer, description: ASSUMED. }
              schemas:
                Balance:
                  type: object
                  required: [currency, available]
                  properties:
                    currency: { type: string, description: ISO 4217 code. }
                    available: { type: string, format: decimal, description: What can be spent now (major units). }

            """;
    }
}
