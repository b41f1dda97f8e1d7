using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission;

/// <summary>Writes open enumerations: a value with known members, where an unknown one survives a round trip.</summary>
internal static class EnumEmitter
{
    private const int LineLength = 120;

    public static void Write(SourceWriter body, TypeSpeller speller, FileContext file, StringEnumPlan type)
    {
        var inside = speller.Inside(type.Members.Select(member => member.Identifier));
        DocumentationWriter.Write(body, type.Documentation, type.SourcePointer);
        TypeAttributes.Write(body, speller, type);
        using (body.WriteBlock($"{file.Accessibility} readonly partial record struct {type.Identifier}"))
        {
            body.WriteLine($$"""
                private readonly string? _value;

                public {{type.Identifier}}(string value)
                {
                    {{inside.SpellReceiver(FrameworkTypes.ArgumentNullException)}}.ThrowIfNull(value);

                    // The empty text is the default value too.
                    _value = value.Length == 0 ? null : value;
                }

                /// <summary>The text on the wire; unknown ones are kept.</summary>
                public string Value => _value ?? "";

                """);
            WriteMembers(body, type, type.Members);
            body.WriteLine("""
                public override string ToString() => Value;

                """);
            WriteValues(body, type.Members, "string", CSharpLiteral.Of);
            body.WriteLine();
            using (body.WriteBlock($"public readonly struct JsonCodec : {speller.Spell($"{FrameworkTypes.IJsonCodec}<{type.Identifier}>")}"))
            {
                WriteCall(body, $"private static readonly {speller.Spell(FrameworkTypes.JsonStringValues)} Known = new(", type.Members.Select(ValueOf), ");");
                body.WriteLine($"""

                    public static {type.Identifier} Read(ref {speller.Spell(FrameworkTypes.Utf8JsonReader)} reader) => new(Known.Read(ref reader));

                    public static void Write({speller.Spell(FrameworkTypes.Utf8JsonWriter)} writer, {type.Identifier} value) => writer.WriteStringValue(value.Value);
                    """);
            }
        }
    }

    public static void Write(SourceWriter body, TypeSpeller speller, FileContext file, IntegerEnumPlan type)
    {
        var inside = speller.Inside(type.Members.Select(member => member.Identifier).Concat(["Read", "Write"]));
        var codec = inside.SpellReceiver(type.Underlying == "int" ? FrameworkTypes.Int32Codec : FrameworkTypes.Int64Codec);
        DocumentationWriter.Write(body, type.Documentation, type.SourcePointer);
        body.WriteLine("""/// <param name="Value">The number on the wire; unknown ones are kept.</param>""");
        TypeAttributes.Write(body, speller, type);
        using (body.WriteBlock($"{file.Accessibility} readonly partial record struct {type.Identifier}({type.Underlying} Value)"))
        {
            WriteMembers(body, type, type.Members);
            body.WriteLine($"""
                public override string ToString() => Value.ToString({inside.SpellReceiver(FrameworkTypes.CultureInfo)}.InvariantCulture);

                """);
            WriteValues(body, type.Members, type.Underlying, value => value);
            body.WriteLine();
            using (body.WriteBlock($"public readonly struct JsonCodec : {speller.Spell($"{FrameworkTypes.IJsonCodec}<{type.Identifier}>")}"))
            {
                body.WriteLine($"""
                    public static {type.Identifier} Read(ref {speller.Spell(FrameworkTypes.Utf8JsonReader)} reader) => new({codec}.Read(ref reader));

                    public static void Write({speller.Spell(FrameworkTypes.Utf8JsonWriter)} writer, {type.Identifier} value) => {codec}.Write(writer, value.Value);
                    """);
            }
        }
    }

    /// <summary>The known values as values of the type, and whether a value is one of them.</summary>
    private static void WriteMembers(SourceWriter body, TypePlan type, IReadOnlyList<EnumMemberPlan> members)
    {
        foreach (var member in members)
        {
            DocumentationWriter.Write(body, member.Documentation);
            body.WriteLine($$"""
                public static {{type.Identifier}} {{member.Identifier}} { get; } = new({{ValueOf(member)}});

                """);
        }

        body.WriteLine("/// <summary>Whether the description names this value.</summary>");
        var pattern = members.Count == 0 ? "false" : "Value is " + string.Join(" or ", members.Select(ValueOf));
        if (pattern.Length < LineLength - 30)
        {
            body.WriteLine($"public bool IsKnown => {pattern};");
        }
        else
        {
            body.WriteLine("public bool IsKnown => Value");
            using (body.Indent())
            {
                for (var index = 0; index < members.Count; index++)
                {
                    body.WriteLine($"{(index == 0 ? "is" : "or")} {ValueOf(members[index])}{(index == members.Count - 1 ? ";" : "")}");
                }
            }
        }

        body.WriteLine();
    }

    private static void WriteValues(SourceWriter body, IReadOnlyList<EnumMemberPlan> members, string type, Func<string, string> literal)
    {
        body.WriteLine("/// <summary>The known values as constants, for <c>switch</c> and patterns.</summary>");
        using (body.WriteBlock("public static class Values"))
        {
            for (var index = 0; index < members.Count; index++)
            {
                if (index > 0 && members[index].Documentation.Summary is not null)
                {
                    body.WriteLine();
                }

                DocumentationWriter.Write(body, members[index].Documentation);
                body.WriteLine($"public const {type} {members[index].Identifier} = {literal(members[index].WireValue)};");
            }
        }
    }

    private static void WriteCall(SourceWriter body, string open, IEnumerable<string> arguments, string close)
    {
        var line = open + string.Join(", ", arguments) + close;
        if (line.Length < LineLength)
        {
            body.WriteLine(line);
            return;
        }

        body.WriteLine(open);
        using (body.Indent())
        {
            body.WriteLine(string.Join(",\n", arguments) + close);
        }
    }

    private static string ValueOf(EnumMemberPlan member) => "Values." + member.Identifier;
}
