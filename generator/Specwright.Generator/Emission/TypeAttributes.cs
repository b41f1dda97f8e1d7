using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission;

/// <summary>The attributes of generated types and members.</summary>
internal static class TypeAttributes
{
    /// <summary>Obsolete where deprecated; the converter, so that <c>JsonSerializer</c> uses the codec wherever it meets the type; the mark of generated code.</summary>
    public static void Write(SourceWriter body, TypeSpeller speller, TypePlan type)
    {
        WriteObsolete(body, speller, type.Documentation);
        var converter = speller.Spell($"{FrameworkTypes.JsonCodecConverter}<{type.Identifier}, {type.Codec}>");
        body.WriteLine($"[{speller.SpellAttribute(FrameworkTypes.JsonConverter)}(typeof({converter}))]");
        WriteGeneratedCode(body, speller);
    }

    public static void WriteObsolete(SourceWriter body, TypeSpeller speller, Documentation documentation)
    {
        if (documentation.IsDeprecated)
        {
            body.WriteLine($"[{speller.SpellAttribute(FrameworkTypes.Obsolete)}(\"The API's description marks this as deprecated.\")]");
        }
    }

    /// <summary>The number is that of the output's format and no version of ours: a release must not touch every file.</summary>
    public static void WriteGeneratedCode(SourceWriter body, TypeSpeller speller)
        => body.WriteLine($"[{speller.SpellAttribute(FrameworkTypes.GeneratedCode)}(\"Specwright\", \"1\")]");
}
