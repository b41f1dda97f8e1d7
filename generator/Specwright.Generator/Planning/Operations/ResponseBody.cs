using Specwright.Model;
using Specwright.Planning.Types;

namespace Specwright.Planning.Operations;

/// <summary>Which of a response's media types is read, and as what.</summary>
/// <remarks>
/// JSON where it is offered: results and errors are made of it. Then text, then XML that the description models, then anything else as an open stream: its length is nobody's guess, and its reader knows the format.
/// Sequences come last, for an operation that offers one beside something else has a second method for it.
/// </remarks>
internal static class ResponseBody
{
    /// <summary>Whether some success offers a sequence beside something else: then the operation has a method for each. Known before any type is planned.</summary>
    public static bool HasSequenceBeside(Operation operation)
        => operation.Method != "HEAD" && HasSequence(operation) && ResponsePlanner.SuccessesOf(operation).Any(response => response.Content.Any(IsSequence) && !response.Content.All(IsSequence));

    /// <summary>Whether some answer may be a sequence.</summary>
    public static bool HasSequence(Operation operation)
    {
        foreach (var response in operation.Responses)
        {
            foreach (var content in response.Content)
            {
                if (IsSequence(content))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether successes may have bodies of several types. Known before any type is planned: some of them turn out to be one.</summary>
    public static bool MayDiffer(Operation operation)
    {
        if (operation.Method == "HEAD")
        {
            return false;
        }

        var bodies = ResponsePlanner.SuccessesOf(operation).Where(response => !StatusCodes.HasNoBody(response.Status) && !response.Content.IsEmpty).ToList();
        return bodies
            .Select(response => response.Content.Select(content => (MediaTypeName.KindOf(content.Name), (content.Schema as ReferenceSchema)?.Target ?? content.Schema?.Pointer)).ToEquatableArray())
            .Distinct()
            .Count() > 1;
    }

    /// <summary>The media type that is read; null: no body.</summary>
    /// <param name="response">The response.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="asSequence">For the method that prefers a sequence.</param>
    public static MediaType? Select(Response response, Operation operation, bool asSequence = false)
        => StatusCodes.HasNoBody(response.Status) || operation.Method == "HEAD" ? null
            : response.Content.Count == 1 ? response.Content[0]
            : response.Content.OrderBy(content => IsSequence(content) == asSequence ? 0 : 1).ThenBy(content => MediaTypeName.KindOf(content.Name)).FirstOrDefault();

    public static ResponseKind KindOf(MediaType content, OperationContext context)
    {
        // A file, whatever the media type: 2.0 says so with "type: file".
        if (Resolved(content.Schema, context) is StringSchema { Format: "binary" })
        {
            return ResponseKind.Stream;
        }

        return MediaTypeName.KindOf(content.Name) switch
        {
            MediaTypeKind.Json or MediaTypeKind.JsonSuffix => ResponseKind.Json,
            MediaTypeKind.Text or MediaTypeKind.Form => ResponseKind.Text,
            MediaTypeKind.Xml when context.IsModelledInXml(content.Schema) => ResponseKind.Xml,
            MediaTypeKind.EventStream => IsTextItem(content, context) ? ResponseKind.TextEvents : ResponseKind.Events,
            MediaTypeKind.JsonSequence => ResponseKind.Items,
            _ => ResponseKind.Stream,
        };
    }

    /// <summary>The type of a body, or of the whole of a sequence.</summary>
    /// <param name="content">The media type.</param>
    /// <param name="kind">From <see cref="KindOf"/>.</param>
    /// <param name="hint">Names an inline schema.</param>
    /// <param name="context">Of the operation.</param>
    public static TypeReference TypeOf(MediaType content, ResponseKind kind, string hint, OperationContext context) => kind switch
    {
        ResponseKind.Text => TypeReferences.String,
        ResponseKind.Stream => TypeReferences.Stream,
        ResponseKind.TextEvents => TypeReferences.Events(TypeReferences.String),
        ResponseKind.Events => TypeReferences.Events(ItemOf(content, hint + "Event", context)),
        ResponseKind.Items => TypeReferences.Items(ItemOf(content, hint + "Item", context)),
        _ => content.Schema is { } schema ? context.Reference(schema, hint) : TypeReferences.Any,
    };

    /// <summary>The type of an item of a sequence.</summary>
    public static TypeReference ItemOf(MediaType content, string hint, OperationContext context)
    {
        if (content.ItemSchema is { } item)
        {
            return context.Reference(item, hint);
        }

        return Resolved(content.Schema, context) switch
        {
            // OpenAPI 3.2, "Sequential Media Types": the schema of the whole is an array of the items. Older descriptions mostly mean the item.
            ArraySchema array => context.Reference(array.Items, hint),

            // "A string" is the text of the whole.
            null or StringSchema { Members.IsEmpty: true } => TypeReferences.Any,
            _ => context.Reference(content.Schema!, hint),
        };
    }

    private static bool IsTextItem(MediaType content, OperationContext context) => Resolved(content.ItemSchema ?? content.Schema, context) is null or StringSchema { Members.IsEmpty: true };

    private static Schema? Resolved(Schema? schema, OperationContext context) => schema is null ? null : context.Resolve(schema);

    private static bool IsSequence(MediaType content)
        => MediaTypeName.KindOf(content.Name) is MediaTypeKind.EventStream or MediaTypeKind.JsonSequence && content.Schema is not StringSchema { Format: "binary" };
}
