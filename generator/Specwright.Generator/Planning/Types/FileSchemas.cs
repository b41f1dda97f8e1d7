using Specwright.Model;
using Specwright.Planning.Operations;

namespace Specwright.Planning.Types;

/// <summary>Which schemas are files: binary strings that are members of a body of parts, or elements of such a member.</summary>
/// <remarks>Known before any type is planned, because the record of such a body has members of the file type. Elsewhere a binary string stays text.</remarks>
internal sealed class FileSchemas
{
    private readonly HashSet<string> _pointers = new(StringComparer.Ordinal);
    private readonly SchemaIndex _index;

    public FileSchemas(ApiDescription description, SchemaIndex index)
    {
        _index = index;
        foreach (var body in description.Operations.Select(operation => operation.RequestBody).OfType<RequestBody>())
        {
            foreach (var content in body.Content.Where(content => MediaTypeName.KindOf(content.Name) == MediaTypeKind.Multipart))
            {
                foreach (var file in FilesOf(content))
                {
                    _pointers.Add(file.Pointer);
                }
            }
        }
    }

    public bool Contains(Schema schema) => _pointers.Contains(schema.Pointer);

    /// <summary>Whether a body has a file among its members.</summary>
    public bool HasFile(MediaType content) => FilesOf(content).Any();

    /// <summary>Whether the object of a body has a binary string among its members.</summary>
    public bool HasBinary(MediaType content) => FilesOf(content with { Encodings = EquatableArray<MemberEncoding>.Empty }).Any();

    private IEnumerable<Schema> FilesOf(MediaType content)
    {
        if (content.Schema is null || _index.Resolve(content.Schema) is not ObjectSchema body)
        {
            yield break;
        }

        foreach (var property in body.Properties)
        {
            var schema = _index.Resolve(property.Schema);
            var file = schema is ArraySchema array ? _index.Resolve(array.Items) : schema;
            if (IsFile(file, content.Encodings.FirstOrDefault(encoding => encoding.WireName == property.WireName)))
            {
                yield return file;
            }
        }
    }

    // 3.1 leaves the schema of a file empty and says in the encoding what it is.
    private static bool IsFile(Schema schema, MemberEncoding? encoding) => schema switch
    {
        StringSchema { Format: "binary", Members.IsEmpty: true } => true,
        StringSchema { Format: null, Members.IsEmpty: true } or AnySchema => encoding?.ContentType is { } contentType
            && MediaTypeName.KindOf(contentType.Split(',')[0]) is MediaTypeKind.OctetStream or MediaTypeKind.OtherBinary,
        _ => false,
    };
}
