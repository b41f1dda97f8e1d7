using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission;

/// <summary>Writes the codec of a union: what tells the cases apart, and one line for each case.</summary>
internal static class UnionCodecEmitter
{
    private const int LineLength = 120;

    public static void Write(SourceWriter body, TypeSpeller speller, UnionPlan union)
    {
        using (body.WriteBlock($"public readonly struct JsonCodec : {speller.Spell($"{FrameworkTypes.IJsonCodec}<{union.Identifier}>")}"))
        {
            WriteCases(body, speller, union);
            body.WriteLine();
            WriteRead(body, speller, union);
            body.WriteLine();
            WriteWrite(body, speller, union);
        }
    }

    private static void WriteCases(SourceWriter body, TypeSpeller speller, UnionPlan union)
    {
        body.WriteLine($"private static readonly {speller.Spell(FrameworkTypes.JsonUnionCases)} Cases = new(");
        using (body.Indent())
        {
            body.WriteLine(union.DiscriminatorWireName is { } discriminator ? $"discriminator: {CSharpLiteral.Of(discriminator)}," : "discriminator: null,");
            for (var index = 0; index < union.Cases.Count; index++)
            {
                WriteFit(body, FitOf(union.Cases[index], speller), index == union.Cases.Count - 1 ? ");" : ",");
            }
        }
    }

    /// <summary>Long lists are broken at their items.</summary>
    private static void WriteFit(SourceWriter body, Fit fit, string end)
    {
        var line = fit.Line + end;
        if (line.Length < LineLength)
        {
            body.WriteLine(line);
            return;
        }

        body.WriteLine(fit.Open.TrimEnd());
        using (body.Indent())
        {
            for (var index = 0; index < fit.Lists.Count; index++)
            {
                var list = fit.Lists[index];
                var close = list.Close + (index == fit.Lists.Count - 1 ? fit.Close + end : ",");
                var flat = list.Open + string.Join(", ", list.Items) + close;
                body.WriteLine(flat.Length < LineLength ? flat : list.Open + "\n" + string.Join(",\n", list.Items.Select(item => "    " + item)) + (list.Close.Length == 0 ? "" : ",\n") + close);
            }
        }
    }

    private static Fit FitOf(UnionCasePlan member, TypeSpeller speller)
    {
        var values = member.DiscriminatorValues.Select(CSharpLiteral.Of).ToList();
        var type = speller.SpellReceiver(FrameworkTypes.JsonUnionCase);
        if (values.Count == 0 || member.Fit is not ObjectFit @object)
        {
            return FitOf(member.Fit, speller);
        }

        return member.IsCertain
            ? new Fit(DiscriminatedOpen(type, member.DiscriminatorIndex), [new FitList("", values, "")], ")")
            : new Fit($"{type}.Discriminated(", [new FitList("[", values, "]"), .. ListsOf(@object, speller)], ")");
    }

    /// <summary>The call that describes a case which the discriminator tells for sure, up to its values.</summary>
    public static string DiscriminatedOpen(string unionCase, int? discriminatorIndex) => discriminatorIndex is { } index
        ? $"{unionCase}.DiscriminatedAt({index}, "
        : $"{unionCase}.Discriminated(";

    private static Fit FitOf(CaseFit fit, TypeSpeller speller)
    {
        var type = speller.SpellReceiver(FrameworkTypes.JsonUnionCase);
        switch (fit)
        {
            case TextFit:
                return new Fit(type + ".Text", [], "");
            case BooleanFit:
                return new Fit(type + ".Boolean", [], "");
            case ConstantFit constant:
                return new Fit(type + ".Constant(", [new FitList("", [CSharpLiteral.Of(constant.Value)], "")], ")");
            case TextEnumerationFit text:
                return new Fit(type + ".TextOf(", [new FitList("", text.Values.Select(CSharpLiteral.Of).ToList(), "")], ")");
            case NumberEnumerationFit number:
                return new Fit(type + ".NumberOf(", [new FitList("", [.. number.Values], "")], ")");
            case CodecFit codec:
                return new Fit($"{type}.{(codec.IsNumber ? "NumberAs" : "TextAs")}<{speller.Spell(codec.Type.Name)}, {speller.Spell(codec.Type.Codec)}>()", [], "");
            case ArrayFit array:
                var item = FitOf(array.Item, speller);
                return new Fit($"{type}.Array({item.Open}", item.Lists, item.Close + ")");
            case ObjectFit @object:
                return new Fit($"{type}.Object(", ListsOf(@object, speller), ")");
            default:
                return new Fit(type + ".Any", [], "");
        }
    }

    private static List<FitList> ListsOf(ObjectFit fit, TypeSpeller speller)
    {
        var lists = new List<FitList> { new("[", fit.Names.Select(CSharpLiteral.Of).ToList(), "]") };
        if (!fit.Required.IsEmpty)
        {
            lists.Add(new FitList("required: [", fit.Required.Select(CSharpLiteral.Of).ToList(), "]"));
        }

        if (!fit.Members.IsEmpty)
        {
            lists.Add(new FitList("members: [", fit.Members.Select(member => $"({CSharpLiteral.Of(member.WireName)}, {FitOf(member.Fit, speller).Line})").ToList(), "]"));
        }

        if (fit.IsOpen)
        {
            lists.Add(new FitList("isOpen: ", ["true"], ""));
        }

        return lists;
    }

    private static void WriteRead(SourceWriter body, TypeSpeller speller, UnionPlan union)
    {
        var value = speller.SpellReceiver(FrameworkTypes.UnionValue);
        var cursor = union.Cases.Any(member => member.DiscriminatorIndex is not null) ? ", out var cursor" : "";
        body.WriteLine($"public static {union.Identifier} Read(ref {speller.Spell(FrameworkTypes.Utf8JsonReader)} reader) => new(Cases.Find(ref reader{cursor}) switch");
        using (body.WriteBlock(close: "});"))
        {
            for (var index = 0; index < union.Cases.Count; index++)
            {
                var member = union.Cases[index];
                var method = member.IsCertain ? "Read" : "ReadIfFits";
                body.WriteLine($"{index} => {value}.{method}<{speller.Spell(member.Type.Name)}, {speller.Spell(member.Type.Codec)}>(ref reader, {index}{(member.DiscriminatorIndex is null ? "" : ", cursor")}),");
            }

            body.WriteLine($"_ => {value}.ReadUnknown(ref reader),");
        }
    }

    private static void WriteWrite(SourceWriter body, TypeSpeller speller, UnionPlan union)
    {
        using (body.WriteBlock($"public static void Write({speller.Spell(FrameworkTypes.Utf8JsonWriter)} writer, {union.Identifier} value)"))
        using (body.WriteBlock("switch (value._held.Case)"))
        {
            for (var index = 0; index < union.Cases.Count; index++)
            {
                var member = union.Cases[index];
                var types = $"<{speller.Spell(member.Type.Name)}, {speller.Spell(member.Type.Codec)}>";
                var call = member.DefaultDiscriminator is { } discriminator
                    ? $"WriteDiscriminated{types}(writer, {CSharpLiteral.Of(union.DiscriminatorWireName!)}, {CSharpLiteral.Of(discriminator)})"
                    : $"Write{types}(writer)";
                body.WriteLine($"""
                    case {index}:
                        value._held.{call};
                        break;
                    """);
            }

            body.WriteLine("""
                default:
                    value._held.WriteUnknown(writer);
                    break;
                """);
        }
    }

    private sealed record Fit(string Open, IReadOnlyList<FitList> Lists, string Close)
    {
        public string Line => Open + string.Join(", ", Lists.Select(list => list.Line)) + Close;
    }

    private sealed record FitList(string Open, IReadOnlyList<string> Items, string Close)
    {
        public string Line => Open + string.Join(", ", Items) + Close;
    }
}
