using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission;

/// <summary>Writes the part of a base record's codec that hands a value to the derived record that it is.</summary>
internal static class DerivedRecordsEmitter
{
    private const int LineLength = 120;

    public static void Write(SourceWriter body, TypeSpeller speller, RecordPlan record)
    {
        WriteCases(body, speller, record);
        body.WriteLine();
        WriteRead(body, speller, record);
        body.WriteLine();
        WriteWrite(body, speller, record);
        body.WriteLine();
    }

    private static void WriteCases(SourceWriter body, TypeSpeller speller, RecordPlan record)
    {
        var type = speller.SpellReceiver(FrameworkTypes.JsonUnionCase);
        body.WriteLine($"private static readonly {speller.Spell(FrameworkTypes.JsonUnionCases)} Derived = new(");
        using (body.Indent())
        {
            body.WriteLine($"discriminator: {CSharpLiteral.Of(record.DiscriminatorWireName!)},");
            for (var index = 0; index < record.Derived.Count; index++)
            {
                var end = index == record.Derived.Count - 1 ? "));" : "),";
                var values = record.Derived[index].DiscriminatorValues.Select(CSharpLiteral.Of).ToList();
                var open = UnionCodecEmitter.DiscriminatedOpen(type, record.Derived[index].DiscriminatorIndex);
                var line = $"{open}{string.Join(", ", values)}{end}";
                body.WriteLine(line.Length < LineLength ? line : $"{open.TrimEnd()}\n    {string.Join(",\n    ", values)}{end}");
            }
        }
    }

    private static void WriteRead(SourceWriter body, TypeSpeller speller, RecordPlan record)
    {
        var cursor = record.Derived.Any(derived => derived.DiscriminatorIndex is not null) ? ", out var cursor" : "";
        body.WriteLine($"public static {record.Identifier} Read(ref {speller.Spell(FrameworkTypes.Utf8JsonReader)} reader) => Derived.Find(ref reader{cursor}) switch");
        using (body.WriteBlock(close: "};"))
        {
            for (var index = 0; index < record.Derived.Count; index++)
            {
                var argument = record.Derived[index].DiscriminatorIndex is null ? "" : ", cursor";
                body.WriteLine($"{index} => {speller.SpellReceiver(record.Derived[index].Identifier + ".JsonCodec")}.Read(ref reader{argument}),");
            }

            body.WriteLine("_ => ReadOwn(ref reader),");
        }
    }

    private static void WriteWrite(SourceWriter body, TypeSpeller speller, RecordPlan record)
    {
        using (body.WriteBlock($"public static void Write({speller.Spell(FrameworkTypes.Utf8JsonWriter)} writer, {record.Identifier} value)"))
        using (body.WriteBlock("switch (value)"))
        {
            foreach (var derived in record.Derived)
            {
                body.WriteLine($"""
                    case {derived.Identifier} derived:
                        {speller.SpellReceiver(derived.Identifier + ".JsonCodec")}.Write(writer, derived);
                        break;
                    """);
            }

            body.WriteLine("""
                default:
                    WriteOwn(writer, value);
                    break;
                """);
        }
    }
}
