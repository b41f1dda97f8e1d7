using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Request bodies and responses of OpenAPI 3.</summary>
internal sealed class BodyReader(DescriptionContext context, ParameterReader parameters)
{
    private readonly ItemSchemaReader _items = new(context);
    private readonly Dictionary<ObjectNode, RequestBody> _requests = [];
    private readonly Dictionary<(ObjectNode Node, string Status), Response> _responses = [];

    /// <summary>Read once, whatever the number of operations that share it; null: there is none.</summary>
    public RequestBody? ReadRequest(ObjectNode operation)
    {
        if (operation["requestBody"] is not { } node || context.Resolve(node, "request body") is not { } body)
        {
            return null;
        }

        if (!_requests.TryGetValue(body, out var request))
        {
            request = new RequestBody
            {
                Pointer = body.Pointer,
                Description = body.TextOf("description"),
                IsRequired = body.IsTrue("required"),
                Content = ReadContent(body),
            };
            _requests.Add(body, request);
        }

        return request;
    }

    /// <summary>Read once for each status that it stands for, whatever the number of operations that share it.</summary>
    public Response ReadResponse(ObjectNode node, string status)
    {
        if (!_responses.TryGetValue((node, status), out var response))
        {
            response = ResponseOf(node, status, ReadContent(node));
            _responses.Add((node, status), response);
        }

        return response;
    }

    /// <param name="node">The response.</param>
    /// <param name="status">As the operation names it.</param>
    /// <param name="content">Read before: in 2.0 the operation says which media types its responses have.</param>
    public Response ResponseOf(ObjectNode node, string status, EquatableArray<MediaType> content) => new()
    {
        Pointer = node.Pointer,
        Status = status,
        Description = node.TextOf("description"),
        Headers = ReadHeaders(node),
        Content = content,
        Links = LinkReader.Read(context, node),
    };

    /// <remarks>A bundler in the wild leaves a reference in place of the whole map; what it means is clear.</remarks>
    public EquatableArray<MediaType> ReadContent(ObjectNode owner) => (owner["content"] is { } content && context.Resolve(content, "content") is { } map ? map.Members : [])
        .Where(member => !member.Name.StartsWith("x-", StringComparison.Ordinal))
        .Select(member => (Member: member, MediaType: context.Resolve(member, "media type")))
        .Select(pair => new MediaType
        {
            Pointer = pair.Member.Pointer,
            Name = NameOf(pair.Member),
            Schema = pair.MediaType?["schema"] is { } schema ? context.Schemas.Read(schema) : null,
            ItemSchema = pair.MediaType is { } mediaType ? _items.Read(pair.Member.Name, mediaType) : null,
            Encodings = (pair.MediaType?.MembersOf("encoding") ?? []).OfType<ObjectNode>().Select(ReadEncoding).ToEquatableArray(),
        }).ToEquatableArray();

    /// <summary>The media type. Some tools write nothing where they know none.</summary>
    private string NameOf(Node member)
    {
        if (member.Name.Trim().Length > 0)
        {
            return member.Name;
        }

        context.Findings.Add(Problem.Broken(member, "A media type must have a name; '*/*' was taken for the empty one"));
        return "*/*";
    }

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

    private static MemberEncoding ReadEncoding(ObjectNode node)
    {
        // Encoding Object: once one of the three is given, the others have the defaults of a query parameter.
        var hasStyle = node["style"] is not null || node["explode"] is not null || node["allowReserved"] is not null;
        var style = ParameterReader.StyleNamed(node.TextOf("style")) ?? ParameterStyle.Form;
        return new MemberEncoding
        {
            WireName = node.Name,
            ContentType = node.TextOf("contentType"),
            Style = hasStyle ? style : null,
            Explode = node.TruthOf("explode") ?? style == ParameterStyle.Form,
            AllowReserved = node.IsTrue("allowReserved"),
        };
    }
}
