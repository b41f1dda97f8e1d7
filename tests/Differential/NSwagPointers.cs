using System.Globalization;
using NJsonSchema;
using NSwag;

namespace Specwright.Differential;

/// <summary>Where NSwag's schema objects stand in the document: it resolves references to objects and forgets the pointers.</summary>
internal sealed class NSwagPointers
{
    private readonly Dictionary<JsonSchema, string> _pointers = new(ReferenceEqualityComparer.Instance);

    public string Of(JsonSchema schema) => _pointers.GetValueOrDefault(schema, "(elsewhere)");

    public static NSwagPointers Of(OpenApiDocument document)
    {
        var pointers = new NSwagPointers();
        var version2 = document.SchemaType == SchemaType.Swagger2;
        // Named schemas first: one that is reached on two ways is known by its name.
        foreach (var (name, schema) in document.Definitions)
        {
            pointers._pointers.TryAdd(schema, (version2 ? "#/definitions/" : "#/components/schemas/") + NSwagFacts.Escape(name));
        }

        foreach (var (name, schema) in document.Definitions)
        {
            pointers.AddChildren(schema, (version2 ? "#/definitions/" : "#/components/schemas/") + NSwagFacts.Escape(name));
        }

        foreach (var (name, parameter) in document.Parameters)
        {
            pointers.AddParameter(parameter, (version2 ? "#/parameters/" : "#/components/parameters/") + NSwagFacts.Escape(name));
        }

        foreach (var (name, response) in document.Responses)
        {
            pointers.AddResponse(response, (version2 ? "#/responses/" : "#/components/responses/") + NSwagFacts.Escape(name));
        }

        foreach (var (path, item) in document.Paths)
        {
            pointers.AddPathItem(item, "#/paths/" + NSwagFacts.Escape(path));
        }

        return pointers;
    }

    private void AddPathItem(OpenApiPathItem item, string pointer)
    {
        AddParameters(item.Parameters, pointer);
        foreach (var (method, operation) in item)
        {
            AddParameters(operation.Parameters, $"{pointer}/{method}");
            AddContent(operation.RequestBody?.Content, $"{pointer}/{method}/requestBody");
            foreach (var (status, response) in operation.Responses)
            {
                AddResponse(response, $"{pointer}/{method}/responses/{status}");
            }
        }
    }

    private void AddParameters(IEnumerable<OpenApiParameter> parameters, string owner)
    {
        var index = 0;
        foreach (var parameter in parameters)
        {
            AddParameter(parameter, $"{owner}/parameters/{index.ToString(CultureInfo.InvariantCulture)}");
            index++;
        }
    }

    private void AddParameter(OpenApiParameter parameter, string pointer)
    {
        Add(parameter, pointer);
        Add(parameter.Schema, pointer + "/schema");
    }

    private void AddResponse(OpenApiResponse response, string pointer)
    {
        Add(response.Schema, pointer + "/schema");
        AddContent(response.Content, pointer);
    }

    private void AddContent(IDictionary<string, OpenApiMediaType>? content, string owner)
    {
        foreach (var (name, mediaType) in content ?? new Dictionary<string, OpenApiMediaType>())
        {
            Add(mediaType?.Schema, $"{owner}/content/{NSwagFacts.Escape(name)}/schema");
        }
    }

    private void Add(JsonSchema? schema, string pointer)
    {
        if (schema is not null && _pointers.TryAdd(schema, pointer))
        {
            AddChildren(schema, pointer);
        }
    }

    private void AddChildren(JsonSchema schema, string pointer)
    {
        foreach (var (segment, child) in NSwagSchemaFacts.ChildrenOf(schema))
        {
            Add(child, pointer + segment);
        }
    }
}
