using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Request bodies and responses of OpenAPI 3.</summary>
internal sealed class BodyReader(DescriptionContext context, ParameterReader parameters)
{
    public RequestBody? ReadRequest(ObjectNode operation) =>
        operation["requestBody"] is not { } node || context.Resolve(node, "request body") is not { } body
            ? null
            : new RequestBody
            {
                Pointer = body.Pointer,
                Description = body.TextOf("description"),
                IsRequired = body.IsTrue("required"),
                Content = ReadContent(body),
            };

    /// <remarks>A bundler in the wild leaves a reference in place of the whole map; what it means is clear.</remarks>
    public EquatableArray<MediaType> ReadContent(ObjectNode owner) => (owner["content"] is { } content && context.Resolve(content, "content") is { } map ? map.Members : [])
        .Where(member => !member.Name.StartsWith("x-", StringComparison.Ordinal))
        .Select(member => new MediaType
        {
            Pointer = member.Pointer,
            Name = member.Name,
            Schema = context.Resolve(member, "media type")?["schema"] is { } schema ? context.Schemas.Read(schema) : null,
        }).ToEquatableArray();

    public EquatableArray<ResponseHeader> ReadHeaders(ObjectNode response)
    {
        var headers = new List<ResponseHeader>();
        foreach (var member in response.MembersOf("headers"))
        {
            // OpenAPI 3, Response Object: a header named Content-Type is ignored, the content says it.
            if (!member.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && context.Resolve(member, "header") is { } header)
            {
                headers.Add(new ResponseHeader
                {
                    Pointer = header.Pointer,
                    WireName = member.Name,
                    Description = header.TextOf("description"),
                    IsRequired = header.IsTrue("required"),
                    IsDeprecated = header.IsTrue("deprecated"),
                    Schema = parameters.ReadSchema(header, header.MembersOf("content").FirstOrDefault()),
                });
            }
        }

        return headers.ToEquatableArray();
    }
}
