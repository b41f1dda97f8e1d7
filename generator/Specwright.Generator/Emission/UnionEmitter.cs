using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission;

/// <summary>Writes a union: a record around one value of several types, with the codec nested in it.</summary>
internal static class UnionEmitter
{
    public static void Write(SourceWriter body, TypeSpeller speller, FileContext file, UnionPlan union)
    {
        var inside = speller.Inside(MemberNamesOf(union));
        DocumentationWriter.Write(body, union.Documentation, union.SourcePointer);
        TypeAttributes.Write(body, speller, union);
        using (body.WriteBlock($"{file.Accessibility} sealed partial {TypeDeclaration.Keyword(file)} {union.Identifier}"))
        {
            var value = speller.Spell(FrameworkTypes.UnionValue);
            body.WriteLine($"""
                private readonly {value} _held;

                private {union.Identifier}({value} held) => _held = held;

                """);
            WriteUnknown(body, inside, union);
            for (var index = 0; index < union.Cases.Count; index++)
            {
                WriteCase(body, inside, union, index);
            }

            WriteSwitch(body, speller, union);
            WriteToString(body, union);
            UnionCodecEmitter.Write(body, inside, union);
        }
    }

    /// <summary>Everything that the code finds by a simple name before it finds a type.</summary>
    private static IEnumerable<string> MemberNamesOf(UnionPlan union) => union.Cases
        .Select(member => "TryGet" + member.Identifier)
        .Concat(["IsUnknown", "Of", "OfUnknown", "TryGetUnknown", "Switch", "Cases", "Read", "Write"]);

    private static void WriteUnknown(SourceWriter body, TypeSpeller speller, UnionPlan union)
    {
        var element = speller.Spell(FrameworkTypes.JsonElement);
        body.WriteLine($$"""
            /// <summary>Whether the value is none that the description names. It is kept as it came.</summary>
            public bool IsUnknown => _held.Case < 0;

            /// <summary>A value that the description does not name, sent as it is.</summary>
            public static {{union.Identifier}} OfUnknown({{element}} value) => new({{speller.SpellReceiver(FrameworkTypes.UnionValue)}}.OfUnknown(value));

            public bool TryGetUnknown(out {{element}} value)
            {
                value = _held.GetUnknown();
                return IsUnknown;
            }

            """);
    }

    private static void WriteCase(SourceWriter body, TypeSpeller speller, UnionPlan union, int index)
    {
        var member = union.Cases[index];
        var type = speller.Spell(member.Type.Name);
        body.WriteLine($"""
            public static {union.Identifier} Of({type} value) => new({speller.SpellReceiver(FrameworkTypes.UnionValue)}.Of({index}, value));

            """);
        if (member.HasConversion)
        {
            body.WriteLine($"""
                public static implicit operator {union.Identifier}({type} value) => Of(value);

                """);
        }

        var parameter = member.Type.IsValueType ? $"out {type} value" : $"[{speller.SpellAttribute(FrameworkTypes.NotNullWhen)}(true)] out {type}? value";
        using (body.WriteBlock($"public bool TryGet{member.Identifier}({parameter})"))
        {
            body.WriteLine($"""
                value = _held.Case == {index} ? _held.Get<{type}>() : default;
                return _held.Case == {index};
                """);
        }

        body.WriteLine();
    }

    private static void WriteSwitch(SourceWriter body, TypeSpeller speller, UnionPlan union)
    {
        var element = speller.Spell(FrameworkTypes.JsonElement);
        var func = speller.Spell(FrameworkTypes.Func);
        var action = speller.Spell(FrameworkTypes.Action);
        WriteParameters(body, "public TResult Switch<TResult>(", type => $"{func}<{type}, TResult>");
        using (body.Indent())
        using (body.WriteBlock("=> _held.Case switch", "};"))
        {
            for (var index = 0; index < union.Cases.Count; index++)
            {
                body.WriteLine($"{index} => {union.Cases[index].ParameterName}(_held.Get<{speller.Spell(union.Cases[index].Type.Name)}>()),");
            }

            body.WriteLine("_ => unknown(_held.GetUnknown()),");
        }

        body.WriteLine();
        WriteParameters(body, "public void Switch(", type => $"{action}<{type}>");
        using (body.WriteBlock())
        using (body.WriteBlock("switch (_held.Case)"))
        {
            for (var index = 0; index < union.Cases.Count; index++)
            {
                body.WriteLine($"""
                    case {index}:
                        {union.Cases[index].ParameterName}(_held.Get<{speller.Spell(union.Cases[index].Type.Name)}>());
                        break;
                    """);
            }

            body.WriteLine("""
                default:
                    unknown(_held.GetUnknown());
                    break;
                """);
        }

        body.WriteLine();

        void WriteParameters(SourceWriter writer, string open, Func<string, string> spelled)
        {
            writer.WriteLine("/// <summary>Calls the function of the case that the value is.</summary>");
            writer.WriteLine(open);
            using (writer.Indent())
            {
                foreach (var member in union.Cases)
                {
                    writer.WriteLine($"{spelled(speller.Spell(member.Type.Name))} {member.ParameterName},");
                }

                writer.WriteLine($"{spelled(element)} unknown)");
            }
        }
    }

    private static void WriteToString(SourceWriter body, UnionPlan union)
    {
        var secret = union.Cases.Select((member, index) => (member, index)).Where(pair => pair.member.Type.IsSecret).Select(pair => pair.index.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList();
        body.WriteLine(secret.Count == 0
            ? "public override string ToString() => _held.ToString();"
            : $"public override string ToString() => _held.Case is {string.Join(" or ", secret)} ? \"***\" : _held.ToString();");
        body.WriteLine();
    }
}
