using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission;

/// <summary>Writes a record or class: its properties, then the codec nested in it.</summary>
internal static class RecordEmitter
{
    public static void Write(SourceWriter body, TypeSpeller speller, FileContext file, RecordPlan record)
    {
        DocumentationWriter.Write(body, record.Documentation, record.SourcePointer);
        TypeAttributes.Write(body, speller, record);
        var kind = (record.Derived.IsEmpty ? "sealed partial " : "partial ") + TypeDeclaration.Keyword(file);
        var setter = TypeDeclaration.Setter(file);
        var derivation = record.Base is { } baseRecord ? $" : {baseRecord}" : "";
        using (body.WriteBlock($"{file.Accessibility} {kind} {record.Identifier}{derivation}"))
        {
            if (record.DiscriminatorValue is { } discriminator)
            {
                WriteConstructor(body, speller, record, discriminator, TypeDeclaration.Keyword(file));
                body.WriteLine();
            }

            foreach (var property in record.Properties.Where(property => property.Origin != PropertyOrigin.Inherited))
            {
                WriteProperty(body, speller, property, setter);
                body.WriteLine();
            }

            if (record.AdditionalProperties is { IsInherited: false } additional)
            {
                WriteAdditionalProperties(body, speller, additional, setter);
                body.WriteLine();
            }

            WriteBackingFields(body, speller, record);
            if (file.Types == TypeKind.Record && record.Properties.Any(property => property.IsSecret && property.Origin != PropertyOrigin.Inherited))
            {
                WritePrintMembers(body, speller, record);
                body.WriteLine();
            }

            RecordCodecEmitter.Write(body, speller, record);
        }
    }

    private static void WriteConstructor(SourceWriter body, TypeSpeller speller, RecordPlan record, DiscriminatorValuePlan discriminator, string keyword)
    {
        var literal = CSharpLiteral.Of(discriminator.WireValue);
        var value = discriminator.Type.Shape == TypeShape.StringEnum ? $"new {speller.Spell(discriminator.Type.Name)}({literal})" : literal;
        DocumentationWriter.WriteElement(body, "summary", $"Sets {discriminator.Property} to the value that stands for this {keyword}.");
        body.WriteLine($"public {record.Identifier}() => {discriminator.Property} = {value};");
    }

    private static void WriteProperty(SourceWriter body, TypeSpeller speller, PropertyPlan property, string setter)
    {
        var keepsNull = property.Presence == Presence.OptionalNullable;
        DocumentationWriter.Write(body, keepsNull
            ? property.Documentation with { Remarks = new(property.Documentation.Remarks.Append("Left out while never set; null is sent as null.")) }
            : property.Documentation);
        TypeAttributes.WriteObsolete(body, speller, property.Documentation);
        body.WriteLine($"[{speller.SpellAttribute(FrameworkTypes.JsonPropertyName)}({CSharpLiteral.Of(property.WireName)})]");
        var hides = property.Origin == PropertyOrigin.Hiding ? "new " : "";
        var type = speller.Spell(property.IsOptionalType ? $"{FrameworkTypes.Optional}<{property.Type.NullableName}>"
            : property.Presence == Presence.Required ? property.Type.DeclaredName
            : property.Type.NullableName);
        if (!keepsNull || property.IsOptionalType)
        {
            var required = property.Presence == Presence.Required ? "required " : "";
            body.WriteLine($$"""public {{hides}}{{required}}{{type}} {{property.Identifier}} { get; {{setter}}; }""");
            return;
        }

        using (body.WriteBlock($"public {hides}{type} {property.Identifier}"))
        {
            body.WriteLine($"""
                get => {FieldOf(property)}.Value;
                {setter} => {FieldOf(property)} = new(value);
                """);
        }
    }

    private static void WriteAdditionalProperties(SourceWriter body, TypeSpeller speller, AdditionalPropertiesPlan additional, string setter)
    {
        DocumentationWriter.WriteElement(body, "summary", "Members that the description does not name.");
        if (additional.Value.Shape == TypeShape.Any)
        {
            body.WriteLine($"[{speller.SpellAttribute(FrameworkTypes.JsonExtensionData)}]");
        }

        var type = speller.Spell($"{FrameworkTypes.IReadOnlyDictionary}<string, {additional.Value.DeclaredName}>");
        body.WriteLine($$"""public {{type}}? {{additional.Identifier}} { get; {{setter}}; }""");
    }

    private static void WriteBackingFields(SourceWriter body, TypeSpeller speller, RecordPlan record)
    {
        var kept = record.Properties.Where(property => property is { Presence: Presence.OptionalNullable, IsOptionalType: false } && property.Origin != PropertyOrigin.Inherited).ToList();
        foreach (var property in kept)
        {
            var access = (record.Derived.IsEmpty ? "private" : "private protected") + (property.Origin == PropertyOrigin.Hiding ? " new" : "");
            body.WriteLine($"{access} {speller.Spell($"{FrameworkTypes.Optional}<{property.Type.NullableName}>")} {FieldOf(property)};");
        }

        if (kept.Count > 0)
        {
            body.WriteLine();
        }
    }

    /// <summary>A record prints all its members by itself; this one must not.</summary>
    private static void WritePrintMembers(SourceWriter body, TypeSpeller speller, RecordPlan record)
    {
        var access = record.Base is not null ? "protected override" : record.Derived.IsEmpty ? "private" : "protected virtual";
        using (body.WriteBlock($"{access} bool PrintMembers({speller.Spell(FrameworkTypes.StringBuilder)} builder)"))
        {
            var separator = "";
            foreach (var property in record.Properties)
            {
                body.WriteLine(property.IsSecret
                    ? $"builder.Append({CSharpLiteral.Of($"{separator}{property.Identifier} = ***")});"
                    : $"builder.Append({CSharpLiteral.Of($"{separator}{property.Identifier} = ")}).Append({property.Identifier});");
                separator = ", ";
            }

            if (record.AdditionalProperties is { } additional)
            {
                body.WriteLine($"builder.Append({CSharpLiteral.Of($"{separator}{additional.Identifier} = ")}).Append({additional.Identifier});");
            }

            body.WriteLine("return true;");
        }
    }

    /// <summary>What holds the <c>Optional&lt;T&gt;</c> of a property that tells absent from null: the property itself or the field behind it.</summary>
    internal static string FieldOf(PropertyPlan property) => property.IsOptionalType ? property.Identifier : "_" + property.LocalName.TrimStart('@');
}
