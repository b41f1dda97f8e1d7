using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission;

/// <summary>Writes the codec of a record: members read by name in any order, written in the order of the description.</summary>
internal static class RecordCodecEmitter
{
    private const int LineLength = 120;

    public static void Write(SourceWriter body, TypeSpeller fileSpeller, RecordPlan record)
    {
        var speller = fileSpeller.Inside(MemberNamesOf(record));
        var hides = record.Base is null ? "" : "new ";
        var codec = record.IsReadOnFromDiscriminator ? FrameworkTypes.IJsonObjectCodec : FrameworkTypes.IJsonCodec;
        using (body.WriteBlock($"public {hides}readonly struct JsonCodec : {speller.Spell($"{codec}<{record.Identifier}>")}"))
        {
            WriteMembers(body, speller, record);
            body.WriteLine();
            if (!record.Derived.IsEmpty)
            {
                DerivedRecordsEmitter.Write(body, speller, record);
            }

            WriteRead(body, speller, record);
            body.WriteLine();
            WriteWrite(body, speller, record);
        }
    }

    /// <summary>Everything that the codec's code finds by a simple name before it finds a type.</summary>
    private static IEnumerable<string> MemberNamesOf(RecordPlan record)
    {
        var names = record.Properties.Select(property => property.Identifier).Concat(["Members", "Derived", "Read", "ReadOwn", "Write", "WriteOwn", "PrintMembers"]);
        return record.AdditionalProperties is { } additional ? names.Append(additional.Identifier) : names;
    }

    private static void WriteMembers(SourceWriter body, TypeSpeller speller, RecordPlan record)
    {
        var names = record.Properties.Select(property => CSharpLiteral.Of(property.WireName)).ToList();
        var required = record.Properties.Where(property => property.Presence == Presence.Required).Select(property => CSharpLiteral.Of(property.WireName)).ToList();
        var declaration = $"private static readonly {speller.Spell(FrameworkTypes.JsonMembers)} Members = new(";
        var lists = new List<string> { $"[{string.Join(", ", names)}]" };
        if (required.Count > 0)
        {
            lists.Add($"required: [{string.Join(", ", required)}]");
        }

        if (declaration.Length + lists.Sum(list => list.Length) < LineLength)
        {
            body.WriteLine($"{declaration}{string.Join(", ", lists)});");
            return;
        }

        body.WriteLine(declaration);
        using (body.Indent())
        {
            WriteList(body, "[", names, required.Count > 0 ? "]," : "]);");
            if (required.Count > 0)
            {
                WriteList(body, "required: [", required, "]);");
            }
        }
    }

    private static void WriteList(SourceWriter body, string open, IReadOnlyList<string> names, string close)
    {
        var line = open + string.Join(", ", names) + close;
        if (line.Length < LineLength)
        {
            body.WriteLine(line);
            return;
        }

        body.WriteLine(open);
        using (body.Indent())
        {
            foreach (var name in names)
            {
                body.WriteLine(name + ",");
            }
        }

        body.WriteLine(close);
    }

    private static void WriteRead(SourceWriter body, TypeSpeller speller, RecordPlan record)
    {
        var signature = record.Derived.IsEmpty ? $"public static {record.Identifier} Read" : $"private static {record.Identifier} ReadOwn";
        var reader = $"ref {speller.Spell(FrameworkTypes.Utf8JsonReader)} reader";
        var begin = $"{speller.SpellReceiver(FrameworkTypes.JsonMembers)}.Begin(ref reader)";
        if (record.IsReadOnFromDiscriminator)
        {
            body.WriteLine($"{signature}({reader}) => Read(ref reader, {begin});");
            body.WriteLine();
        }

        var cursor = record.IsReadOnFromDiscriminator ? $", {speller.Spell(FrameworkTypes.JsonMemberCursor)} cursor" : "";
        using (body.WriteBlock($"{signature}({reader}{cursor})"))
        {
            WriteLocals(body, speller, record);
            body.WriteLine();
            if (!record.IsReadOnFromDiscriminator)
            {
                body.WriteLine($"var cursor = {begin};");
            }

            using (body.WriteBlock("while (Members.MoveNext(ref reader, ref cursor))"))
            using (body.WriteBlock("switch (cursor.Index)"))
            {
                for (var index = 0; index < record.Properties.Count; index++)
                {
                    WriteCase(body, speller, record.Properties[index], index);
                }

                WriteDefaultCase(body, speller, record.AdditionalProperties);
            }

            body.WriteLine();
            body.WriteLine("Members.End(in cursor);");
            using (body.WriteBlock($"return new {record.Identifier}", "};"))
            {
                foreach (var property in record.Properties)
                {
                    body.WriteLine(property.Presence == Presence.OptionalNullable
                        ? $"{RecordEmitter.FieldOf(property)} = {property.LocalName},"
                        : $"{property.Identifier} = {property.LocalName},");
                }

                if (record.AdditionalProperties is { } additional)
                {
                    body.WriteLine($"{additional.Identifier} = additionalProperties,");
                }
            }
        }
    }

    private static void WriteLocals(SourceWriter body, TypeSpeller speller, RecordPlan record)
    {
        foreach (var property in record.Properties)
        {
            var type = property.Type;
            var local = property.LocalName;
            body.WriteLine(property.Presence switch
            {
                Presence.OptionalNullable => $"{speller.Spell($"{FrameworkTypes.Optional}<{type.NullableName}>")} {local} = default;",
                Presence.Optional => $"{speller.Spell(type.NullableName)} {local} = null;",
                _ when type.AllowsNull => $"{speller.Spell(type.NullableName)} {local} = null;",
                _ when type.IsValueType => $"{speller.Spell(type.Name)} {local} = default;",

                // Members.End refuses an object without it.
                _ => $"{speller.Spell(type.Name)} {local} = null!;",
            });
        }

        if (record.AdditionalProperties is { } additional)
        {
            body.WriteLine($"{speller.Spell($"{FrameworkTypes.Dictionary}<string, {additional.Value.DeclaredName}>")}? additionalProperties = null;");
        }
    }

    private static void WriteCase(SourceWriter body, TypeSpeller speller, PropertyPlan property, int index)
    {
        var type = property.Type;
        var read = property.Presence switch
        {
            Presence.Required when !type.AllowsNull => ReadValue(speller, type),

            // A JSON element holds null itself.
            Presence.Optional when type.Shape == TypeShape.Any => ReadValue(speller, type),
            _ => ReadNullable(speller, type),
        };
        body.WriteLine($"case {index}:");
        using (body.Indent())
        {
            body.WriteLine(property.Presence == Presence.OptionalNullable ? $"{property.LocalName} = new({read});" : $"{property.LocalName} = {read};");
            body.WriteLine("break;");
        }
    }

    private static string ReadValue(TypeSpeller speller, TypeReference type) => $"{speller.SpellReceiver(type.Codec)}.Read(ref reader)";

    private static string ReadNullable(TypeSpeller speller, TypeReference type) => type.HasRuntimeCodec
        ? $"{speller.SpellReceiver(type.Codec)}.ReadNullable(ref reader)"
        : $"{speller.SpellReceiver(type.NullableCodec)}.Read(ref reader)";

    private static void WriteDefaultCase(SourceWriter body, TypeSpeller speller, AdditionalPropertiesPlan? additional)
    {
        var members = speller.SpellReceiver(FrameworkTypes.JsonMembers);
        body.WriteLine("default:");
        using (body.Indent())
        {
            body.WriteLine(additional is null
                ? $"{members}.Skip(ref reader);"
                : $"{members}.Keep<{speller.Spell(additional.Value.DeclaredName)}, {speller.Spell(additional.Value.DeclaredCodec)}>(ref reader, ref additionalProperties);");
            body.WriteLine("break;");
        }
    }

    private static void WriteWrite(SourceWriter body, TypeSpeller speller, RecordPlan record)
    {
        var signature = record.Derived.IsEmpty ? "public static void Write" : "private static void WriteOwn";
        using (body.WriteBlock($"{signature}({speller.Spell(FrameworkTypes.Utf8JsonWriter)} writer, {record.Identifier} value)"))
        {
            body.WriteLine("writer.WriteStartObject();");
            for (var index = 0; index < record.Properties.Count; index++)
            {
                WriteProperty(body, speller, record.Properties[index], index);
            }

            if (record.AdditionalProperties is { } additional)
            {
                var types = $"{speller.Spell(additional.Value.DeclaredName)}, {speller.Spell(additional.Value.DeclaredCodec)}";
                body.WriteLine($"Members.WriteKept<{types}>(writer, value.{additional.Identifier});");
            }

            body.WriteLine("writer.WriteEndObject();");
        }
    }

    private static void WriteProperty(SourceWriter body, TypeSpeller speller, PropertyPlan property, int index)
    {
        switch (property.Presence)
        {
            case Presence.Required:
                WriteMember(body, speller, property.Type, index, property.Type.DeclaredCodec, $"value.{property.Identifier}");
                break;
            case Presence.Optional:
                WriteOptional(body, speller, property.Type, index, $"value.{property.Identifier}");
                break;
            default:
                var field = RecordEmitter.FieldOf(property);
                using (body.WriteBlock($"if (value.{field}.HasValue)"))
                {
                    WriteMember(body, speller, property.Type, index, property.Type.NullableCodec, $"value.{field}.Value");
                }

                body.WriteLine();
                break;
        }
    }

    private static void WriteOptional(SourceWriter body, TypeSpeller speller, TypeReference type, int index, string value)
    {
        var types = $"<{speller.Spell(type.Name)}, {speller.Spell(type.Codec)}>";
        body.WriteLine(type switch
        {
            { Shape: TypeShape.String } => $"Members.WriteOptional(writer, {index}, {value});",
            { Shape: TypeShape.StringEnum } => $"Members.WriteOptional(writer, {index}, {value}?.Value);",
            { MemberMethods: { } methods } => $"Members.WriteOptional{methods}{ItemOf(speller, type)}(writer, {index}, {value});",
            { IsValueType: true } => $"Members.WriteOptionalValue{types}(writer, {index}, {value});",
            _ => $"Members.WriteOptional{types}(writer, {index}, {value});",
        });
    }

    /// <summary>The most common values go out in one call with their name; text that is null too.</summary>
    private static void WriteMember(SourceWriter body, TypeSpeller speller, TypeReference type, int index, string codec, string value)
    {
        var isNonNull = codec == type.Codec;
        switch (type)
        {
            case { Shape: TypeShape.String }:
                body.WriteLine($"Members.WriteString(writer, {index}, {value});");
                break;
            case { Shape: TypeShape.StringEnum }:
                body.WriteLine($"Members.WriteString(writer, {index}, {value}{(isNonNull ? "." : "?.")}Value);");
                break;
            case { MemberMethods: { } methods } when isNonNull:
                body.WriteLine($"Members.Write{methods}{ItemOf(speller, type)}(writer, {index}, {value});");
                break;
            default:
                body.WriteLine($"Members.WriteName(writer, {index});");
                body.WriteLine($"{speller.SpellReceiver(codec)}.Write(writer, {value});");
                break;
        }
    }

    private static string ItemOf(TypeSpeller speller, TypeReference type)
        => type.Shape is TypeShape.List or TypeShape.Map ? $"<{speller.Spell(type.Item!.DeclaredName)}, {speller.Spell(type.Item.DeclaredCodec)}>" : "";
}
