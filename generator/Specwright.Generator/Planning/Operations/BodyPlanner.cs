using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Types;

namespace Specwright.Planning.Operations;

/// <summary>Chooses one media type of a request body.</summary>
internal static class BodyPlanner
{
    /// <summary>
    /// The media type that is sent: JSON before other JSON before forms before parts before described XML and sequences before text before bytes; but parts
    /// first where only they can carry the files; other XML last. Null: there is none, or none that we can write.
    /// </summary>
    /// <param name="context">Of the operation.</param>
    /// <param name="isPossible">False: the body is required and cannot be written.</param>
    public static MediaType? Select(OperationContext context, out bool isPossible)
    {
        isPossible = true;
        if (context.Operation.RequestBody is not { Content.IsEmpty: false } body || IsMeantForOtherMethods(body, context))
        {
            return null;
        }

        var selected = body.Content
            .Where(content => WritingOf(content, context) is not null)
            .OrderBy(content => RankOf(content, context))
            .FirstOrDefault();
        if (selected is not null)
        {
            return PartsInsteadOf(selected, body, context) ?? selected;
        }

        isPossible = !body.IsRequired;
        context.Report(
            Rules.RequestBodyUnsupported,
            body.Content[0].Pointer,
            string.Join(", ", body.Content.Select(content => content.Name)),
            isPossible ? "it is left out" : $"the operation {context.OperationId} is left out");
        return null;
    }

    public static BodyPlan Plan(MediaType selected, string identifier, OperationContext context)
    {
        var kind = WritingOf(selected, context)!.Value;
        var body = context.Operation.RequestBody!;
        var type = kind switch
        {
            BodyKind.Text => TypeReferences.String,
            BodyKind.Bytes => TypeReferences.Binary,
            BodyKind.Items => TypeReferences.ItemSource(ResponseBody.ItemOf(selected, context.Identifier + "RequestItem", context)),
            BodyKind.Multipart when !HasMembers(selected, context) => TypeReferences.Parts,
            _ when selected.Schema is { } schema => context.Reference(schema, context.Identifier + "Request"),
            BodyKind.Form => TypeReferences.Map(TypeReferences.String),
            _ => TypeReferences.Any,
        };
        return new BodyPlan
        {
            Identifier = identifier,
            Kind = kind,
            MediaType = kind == BodyKind.Bytes && selected.Name.IndexOf('*') >= 0 ? "application/octet-stream" : MediaTypeName.ForContent(selected.Name),

            // Null has no form and no parts.
            Type = kind is BodyKind.Form or BodyKind.Multipart ? type with { AllowsNull = false } : type,
            Xml = kind == BodyKind.Xml ? context.XmlDocument(selected.Schema!, context.Identifier + "Request") : null,
            IsRequired = body.IsRequired,
            Description = DocumentationText.LinesOf(body.Description),
            Encodings = kind == BodyKind.Form ? MemberPlanner.EncodingsOf(selected) : EquatableArray<FormEncodingPlan>.Empty,
            Parts = kind == BodyKind.Multipart && context.RecordOf(type) is { } record ? MemberPlanner.PartsOf(record, selected) : EquatableArray<PartPlan>.Empty,
        };
    }

    /// <summary>Some descriptions give every method the same optional form, and those that read one without members: nothing could be put into it, nor has a body a meaning there (RFC 9110, 9.3.1).</summary>
    private static bool IsMeantForOtherMethods(RequestBody body, OperationContext context) => context.Operation.Method is "GET" or "HEAD"
        && !body.IsRequired
        && body.Content.All(content => content.Schema is { } schema
            && context.Resolve(schema) is ObjectSchema { Properties.IsEmpty: true, AdditionalProperties: AdditionalProperties.NotDeclared or AdditionalProperties.Forbidden });

    /// <summary>How the body is written; null: not at all.</summary>
    private static BodyKind? WritingOf(MediaType content, OperationContext context) => MediaTypeName.KindOf(content.Name) switch
    {
        // A file, whatever its media type.
        not (MediaTypeKind.Form or MediaTypeKind.Multipart) when IsBinary(content, context) => BodyKind.Bytes,
        MediaTypeKind.JsonSequence => IsPlainText(content, context) ? BodyKind.Text : BodyKind.Items,

        // The caller writes the events.
        MediaTypeKind.EventStream => BodyKind.Text,
        MediaTypeKind.Json or MediaTypeKind.JsonSuffix => BodyKind.Json,
        MediaTypeKind.Text => BodyKind.Text,
        MediaTypeKind.Form => FormOf(content, context),
        MediaTypeKind.Multipart => BodyKind.Multipart,

        // What the description does not model, the caller writes.
        MediaTypeKind.Xml => context.IsModelledInXml(content.Schema) ? BodyKind.Xml : BodyKind.Text,
        _ => BodyKind.Bytes,
    };

    private static bool IsBinary(MediaType content, OperationContext context)
        => content.Schema is { } schema && context.Resolve(schema) is StringSchema { Format: "binary" };

    /// <summary>"A string" is the text of the whole.</summary>
    private static bool IsPlainText(MediaType content, OperationContext context)
        => content is { Schema: { } schema, ItemSchema: null } && context.Resolve(schema) is StringSchema { Members.IsEmpty: true };

    private static BodyKind? FormOf(MediaType content, OperationContext context) => content.Schema is null ? BodyKind.Form : context.Resolve(content.Schema) switch
    {
        ObjectSchema or UnionSchema or AnySchema or UnsupportedSchema => BodyKind.Form,

        // The caller writes the form.
        StringSchema => BodyKind.Text,
        _ => null,
    };

    private static bool HasMembers(MediaType content, OperationContext context)
        => content.Schema is { } schema && context.Resolve(schema) is ObjectSchema { Properties.IsEmpty: false };

    private static int RankOf(MediaType content, OperationContext context) => MediaTypeName.KindOf(content.Name) switch
    {
        MediaTypeKind.Json => 0,
        MediaTypeKind.JsonSuffix => 1,
        MediaTypeKind.Form => 2,
        MediaTypeKind.Multipart => 3,
        _ when WritingOf(content, context) is BodyKind.Xml or BodyKind.Items => 4,
        MediaTypeKind.Xml => int.MaxValue,
        var kind => 5 + (int)kind,
    };

    private static MediaType? PartsInsteadOf(MediaType selected, RequestBody body, OperationContext context)
    {
        var kind = MediaTypeName.KindOf(selected.Name);
        var losesFiles = kind == MediaTypeKind.Form || (kind is MediaTypeKind.Json or MediaTypeKind.JsonSuffix && context.HasBinary(selected));
        return losesFiles
            ? body.Content.FirstOrDefault(content => WritingOf(content, context) == BodyKind.Multipart && context.HasFile(content))
            : null;
    }
}
