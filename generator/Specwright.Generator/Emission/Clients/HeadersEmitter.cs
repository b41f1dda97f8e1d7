using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission.Clients;

/// <summary>Writes the records of declared response header fields, all in one file: each belongs to one operation and is short.</summary>
internal static class HeadersEmitter
{
    /// <param name="body">Gets the records.</param>
    /// <param name="speller">Of the file.</param>
    /// <param name="file">Of the client.</param>
    /// <param name="service">The type that callers have of the client or sub-client.</param>
    /// <param name="operations">Its operations.</param>
    public static void Write(SourceWriter body, TypeSpeller speller, FileContext file, string service, EquatableArray<OperationPlan> operations)
    {
        foreach (var operation in operations.Where(operation => operation is { Headers: not null, PrimaryIdentifier: null }))
        {
            body.WriteSeparator();
            var summary = $"Header fields of <see cref=\"{service}.{operation.Identifier}ResponseAsync\"/>: null where missing or malformed.";
            WriteRecord(body, speller, file, summary, operation.Headers!);
        }
    }

    /// <param name="body">Gets the record.</param>
    /// <param name="speller">Of the file.</param>
    /// <param name="file">Of the client.</param>
    /// <param name="summary">As XML.</param>
    /// <param name="headers">The fields.</param>
    public static void WriteRecord(SourceWriter body, TypeSpeller speller, FileContext file, string summary, HeadersPlan headers)
    {
        var inside = speller.Inside(headers.Fields.Select(field => field.Identifier));
        DocumentationWriter.WriteElement(body, "summary", summary);
        TypeAttributes.WriteGeneratedCode(body, speller);
        using (body.WriteBlock($"{file.Accessibility} sealed partial {TypeDeclaration.Keyword(file)} {headers.Identifier}"))
        {
            foreach (var field in headers.Fields)
            {
                DocumentationWriter.Write(body, field.Documentation with
                {
                    Remarks = new(field.Documentation.Remarks.Append($"{(field.IsInQuery ? "Query parameter" : "Header field")}: {field.WireName}.")),
                });
                TypeAttributes.WriteObsolete(body, speller, field.Documentation);
                body.WriteLine($$"""
                    public {{speller.Spell(field.Type.NullableName)}} {{field.Identifier}} { get; {{TypeDeclaration.Setter(file)}}; }

                    """);
            }

            body.WriteLine("/// <summary>Takes the declared fields out of all.</summary>");
            var sources = headers.Fields.Select(SourceOf).Distinct(StringComparer.Ordinal).OrderBy(source => source, StringComparer.Ordinal);
            var parameters = sources.Select(source => $"{speller.Spell(FrameworkTypes.ApiHeaders)} {source}");
            body.WriteLine($"public static {headers.Identifier} From({string.Join(", ", parameters)}) => new()");
            using (body.WriteBlock(close: "};"))
            {
                foreach (var field in headers.Fields)
                {
                    body.WriteLine($"{field.Identifier} = {ValueOf(field, inside)},");
                }
            }

            if (file.Types == TypeKind.Record && headers.Fields.Any(field => field.IsSecret))
            {
                body.WriteLine();
                WritePrintMembers(body, speller, headers);
            }
        }
    }

    private static string SourceOf(HeaderPlan field) => field.IsInQuery ? "query" : "headers";

    private static string ValueOf(HeaderPlan field, TypeSpeller speller)
    {
        var text = $"{SourceOf(field)}[{CSharpLiteral.Of(field.WireName)}]";
        return field.Type.Shape switch
        {
            TypeShape.String => text,
            TypeShape.StringEnum => $"{text} is {{ }} value{field.Identifier} ? new {speller.Spell(field.Type.Name)}(value{field.Identifier}) : default({speller.Spell(field.Type.NullableName)})",
            TypeShape.ClosedEnum => $"{text} is {{ }} value{field.Identifier} ? {speller.SpellReceiver(field.Type.Companion!)}.FromWireValue(value{field.Identifier}) : default({speller.Spell(field.Type.NullableName)})",
            _ => $"{speller.SpellReceiver(FrameworkTypes.HeaderValue)}.Read<{speller.Spell(field.Type.Name)}>({text})",
        };
    }

    /// <summary>A record prints all its members by itself; this one must not.</summary>
    private static void WritePrintMembers(SourceWriter body, TypeSpeller speller, HeadersPlan headers)
    {
        using (body.WriteBlock($"private bool PrintMembers({speller.Spell(FrameworkTypes.StringBuilder)} builder)"))
        {
            var separator = "";
            foreach (var field in headers.Fields)
            {
                body.WriteLine(field.IsSecret
                    ? $"builder.Append({CSharpLiteral.Of($"{separator}{field.Identifier} = ***")});"
                    : $"builder.Append({CSharpLiteral.Of($"{separator}{field.Identifier} = ")}).Append({field.Identifier});");
                separator = ", ";
            }

            body.WriteLine("return true;");
        }
    }
}
