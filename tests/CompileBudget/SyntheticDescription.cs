using System.Globalization;
using System.Text;

namespace Specwright.CompileBudget;

/// <summary>A description of so many object schemas of ten properties, one of them another object and one a list of objects. The same seed gives the same text.</summary>
internal static class SyntheticDescription
{
    private const int Seed = 20261128;

    private static readonly string[] Nouns =
        ["account", "amount", "balance", "batch", "card", "channel", "charge", "country", "currency", "customer", "invoice", "mandate", "merchant", "order", "payout", "refund", "region", "settlement", "status", "transfer"];

    private static readonly string[] Ends = ["code", "count", "date", "detail", "id", "limit", "name", "note", "rate", "type"];

    private static readonly string[] Scalars =
    [
        "type: string",
        "type: string",
        "type: string, format: date-time",
        "type: string, format: uuid",
        "type: string, format: decimal",
        "type: integer, format: int32",
        "type: integer, format: int64",
        "type: number, format: double",
        "type: boolean",
    ];

    public static string Of(int schemas)
    {
        var random = new Random(Seed);
        var text = new StringBuilder("""
            openapi: 3.1.0
            info: { title: Synthetic, version: '1' }
            servers: [{ url: 'https://api.example' }]
            paths:
              /first:
                get:
                  operationId: getFirst
                  responses:
                    '200':
                      description: The first.
                      content: { application/json: { schema: { $ref: '#/components/schemas/Schema0' } } }
            components:
              schemas:

            """);
        for (var schema = 0; schema < schemas; schema++)
        {
            Write(text, schema, schemas, random);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, int schema, int schemas, Random random)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < 8)
        {
            names.Add(Nouns[random.Next(Nouns.Length)] + "_" + Ends[random.Next(Ends.Length)]);
        }

        text.Append(CultureInfo.InvariantCulture, $"    Schema{schema}:\n      type: object\n      required: [{string.Join(", ", names.Take(3))}]\n      properties:\n");
        foreach (var name in names)
        {
            text.Append(CultureInfo.InvariantCulture, $"        {name}: {{ {Scalars[random.Next(Scalars.Length)]} }}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"        owner: {{ $ref: '#/components/schemas/Schema{random.Next(schemas)}' }}\n");
        text.Append(CultureInfo.InvariantCulture, $"        items: {{ type: array, items: {{ $ref: '#/components/schemas/Schema{random.Next(schemas)}' }} }}\n");
    }
}
