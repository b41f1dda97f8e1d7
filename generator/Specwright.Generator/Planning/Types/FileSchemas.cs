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

    /// <summary>The list in a choice between a file and a list of files: each file is a part of its own, so one file is a list of one. Null for other unions.</summary>
    public ArraySchema? ListIn(UnionSchema union) => ListAndElement(union) is var (list, element) && Contains(ItemOf(list)) && Contains(element) ? list : null;

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
            var files = schema is UnionSchema union ? ListAndElement(union) is { } choice ? [ItemOf(choice.List), choice.Element] : [] : new[] { ItemOf(schema) };
            var encoding = content.Encodings.FirstOrDefault(encoding => encoding.WireName == property.WireName);
            if (Array.TrueForAll(files, file => IsFile(file, encoding)))
            {
                foreach (var file in files)
                {
                    yield return file;
                }
            }
        }
    }

    private (ArraySchema List, Schema Element)? ListAndElement(UnionSchema union)
    {
        var branches = union.Branches.Select(_index.Resolve).ToList();
        return branches.Count == 2 && branches.OfType<ArraySchema>().FirstOrDefault() is { } list && branches.Find(branch => branch is not ArraySchema) is { } element
            ? (list, element)
            : null;
    }

    private Schema ItemOf(Schema schema) => schema is ArraySchema array ? _index.Resolve(array.Items) : schema;

    // 3.1 leaves the schema of a file empty and says in the encoding what it is.
    private static bool IsFile(Schema schema, MemberEncoding? encoding) => schema switch
    {
        StringSchema { Format: "binary", Members.IsEmpty: true } => true,
        StringSchema { Format: null, Members.IsEmpty: true } or AnySchema => encoding?.ContentType is { } contentType
            && MediaTypeName.KindOf(contentType.Split(',')[0]) is MediaTypeKind.OctetStream or MediaTypeKind.OtherBinary,
        _ => false,
    };
}
