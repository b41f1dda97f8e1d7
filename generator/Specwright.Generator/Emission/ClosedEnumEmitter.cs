using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission;

/// <summary>Writes a C# <c>enum</c> and, beside it, the class that knows what its values are on the wire.</summary>
internal static class ClosedEnumEmitter
{
    public static void Write(SourceWriter body, TypeSpeller speller, FileContext file, ClosedEnumPlan type)
    {
        DocumentationWriter.Write(body, type.Documentation, type.SourcePointer);
        TypeAttributes.Write(body, speller, type);
        var underlying = type.Underlying is "long" ? " : long" : "";
        using (body.WriteBlock($"{file.Accessibility} enum {type.Identifier}{underlying}"))
        {
            WriteMembers(body, type);
        }

        body.WriteLine();
        body.WriteLine($"/// <summary>What values of <see cref=\"{type.Identifier}\"/> are on the wire.</summary>");
        TypeAttributes.WriteGeneratedCode(body, speller);
        using (body.WriteBlock($"{file.Accessibility} static partial class {type.Companion}"))
        {
            if (type.Underlying is { } number)
            {
                WriteNumbers(body, speller, type, number);
            }
            else
            {
                WriteTexts(body, speller, type);
            }
        }
    }

    private static void WriteMembers(SourceWriter body, ClosedEnumPlan type)
    {
        var isFirst = true;
        if (type.UnknownIdentifier is { } unknown)
        {
            body.WriteLine("/// <summary>Any text that the description does not name. It is read, and cannot be sent.</summary>");
            body.WriteLine($"{unknown},");
            isFirst = false;
        }

        foreach (var member in type.Members)
        {
            if (!isFirst)
            {
                body.WriteLine();
            }

            isFirst = false;
            DocumentationWriter.Write(body, member.Documentation);
            body.WriteLine(type.Underlying is null ? $"{member.Identifier}," : $"{member.Identifier} = {member.WireValue},");
        }
    }

    private static void WriteTexts(SourceWriter body, TypeSpeller speller, ClosedEnumPlan type)
    {
        body.WriteLine("/// <summary>The text of a value.</summary>");
        DocumentationWriter.WriteElement(body, "exception", "The description does not name the value.", $"cref=\"{speller.Spell(FrameworkTypes.ArgumentOutOfRangeException)}\"");
        using (body.WriteBlock($"public static string ToWireValue(this {type.Identifier} value) => value switch", "};"))
        {
            foreach (var member in type.Members)
            {
                body.WriteLine($"{type.Identifier}.{member.Identifier} => {CSharpLiteral.Of(member.WireValue)},");
            }

            var message = CSharpLiteral.Of($"{type.Identifier} has no such value that could be sent.");
            body.WriteLine($"_ => throw new {speller.Spell(FrameworkTypes.ArgumentOutOfRangeException)}(nameof(value), value, {message}),");
        }

        body.WriteLine();
        body.WriteLine($"/// <summary>The value of a text: <see cref=\"{type.Identifier}.{type.UnknownIdentifier}\"/> where the description does not name it.</summary>");
        using (body.WriteBlock($"public static {type.Identifier} FromWireValue(string text) => text switch", "};"))
        {
            foreach (var member in type.Members)
            {
                body.WriteLine($"{CSharpLiteral.Of(member.WireValue)} => {type.Identifier}.{member.Identifier},");
            }

            body.WriteLine($"_ => {type.Identifier}.{type.UnknownIdentifier},");
        }

        body.WriteLine();
        using (body.WriteBlock($"public readonly struct JsonCodec : {speller.Spell($"{FrameworkTypes.IJsonCodec}<{type.Identifier}>")}"))
        {
            var known = type.Members.Select(member => CSharpLiteral.Of(member.WireValue));
            body.WriteLine($"""
                private static readonly {speller.Spell(FrameworkTypes.JsonStringValues)} Known = new(
                    {string.Join(",\n    ", known)});

                public static {type.Identifier} Read(ref {speller.Spell(FrameworkTypes.Utf8JsonReader)} reader) => FromWireValue(Known.Read(ref reader));

                public static void Write({speller.Spell(FrameworkTypes.Utf8JsonWriter)} writer, {type.Identifier} value) => writer.WriteStringValue(value.ToWireValue());
                """);
        }
    }

    /// <summary>A number that the description does not name is a value all the same.</summary>
    private static void WriteNumbers(SourceWriter body, TypeSpeller speller, ClosedEnumPlan type, string number)
    {
        var culture = speller.Spell(FrameworkTypes.CultureInfo);
        var codec = speller.Spell(number == "int" ? FrameworkTypes.Int32Codec : FrameworkTypes.Int64Codec);
        body.WriteLine($"""
            /// <summary>The digits of a value.</summary>
            public static string ToWireValue(this {type.Identifier} value) => (({number})value).ToString({culture}.InvariantCulture);

            /// <summary>The value of digits; null where they are none, or more than the type holds.</summary>
            public static {type.Identifier}? FromWireValue(string text) => {number}.TryParse(text, {culture}.InvariantCulture, out var number) ? ({type.Identifier})number : null;

            """);
        using (body.WriteBlock($"public readonly struct JsonCodec : {speller.Spell($"{FrameworkTypes.IJsonCodec}<{type.Identifier}>")}"))
        {
            body.WriteLine($"""
                public static {type.Identifier} Read(ref {speller.Spell(FrameworkTypes.Utf8JsonReader)} reader) => ({type.Identifier}){codec}.Read(ref reader);

                public static void Write({speller.Spell(FrameworkTypes.Utf8JsonWriter)} writer, {type.Identifier} value) => {codec}.Write(writer, ({number})value);
                """);
        }
    }
}
