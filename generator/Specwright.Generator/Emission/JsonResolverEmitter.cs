using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission;

/// <summary>Writes the class that offers every generated type to <c>JsonSerializer</c>.</summary>
internal static class JsonResolverEmitter
{
    public static GeneratedFile Emit(JsonFilePlan plan)
    {
        var body = new SourceWriter();
        var speller = new TypeSpeller(plan.File);
        var inside = speller.Inside(plan.Types.Select(type => type.Identifier));
        var info = inside.SpellReceiver(FrameworkTypes.JsonCodecTypeInfo);
        body.WriteLine("/// <summary>JSON type information of all types of this client, without reflection: for <c>JsonSerializer</c> and ASP.NET Core.</summary>");
        TypeAttributes.WriteGeneratedCode(body, speller);
        using (body.WriteBlock($"{plan.File.Accessibility} sealed partial class {plan.Identifier} : {speller.Spell(FrameworkTypes.IJsonTypeInfoResolver)}"))
        {
            body.WriteLine($$"""
                public static {{plan.Identifier}} Default { get; } = new();

                """);
            foreach (var type in plan.Types)
            {
                body.WriteLine($"""
                    public {speller.Spell($"{FrameworkTypes.JsonTypeInfo}<{type.Identifier}>")} {type.Identifier} => {info}.GetOrCreate<{type.Identifier}, {type.Codec}>(this);

                    """);
            }

            var result = $"{speller.Spell(FrameworkTypes.JsonTypeInfo)}?";
            var parameters = $"{speller.Spell(FrameworkTypes.Type)} type, {speller.Spell(FrameworkTypes.JsonSerializerOptions)} options";
            body.WriteLine("/// <summary>Null for a type of somebody else.</summary>");
            if (plan.ByLength.IsEmpty)
            {
                WriteSearch(body, $"public {result} GetTypeInfo({parameters})", plan.Types, info);
            }
            else
            {
                WriteChoice(body, $"public {result} GetTypeInfo({parameters})", plan.ByLength);
                foreach (var group in plan.ByLength)
                {
                    body.WriteLine();
                    WriteSearch(body, $"private static {result} {group.Method}({parameters})", group.Types, info);
                }
            }
        }

        return FileLayout.Assemble(plan, speller, body);
    }

    private static void WriteChoice(SourceWriter body, string signature, EquatableArray<TypesOfLength> groups)
    {
        using (body.WriteBlock($"{signature} => type.Name.Length switch", "};"))
        {
            foreach (var group in groups)
            {
                body.WriteLine(FormattableString.Invariant($"{group.Length} => {group.Method}(type, options),"));
            }

            body.WriteLine("_ => null,");
        }
    }

    private static void WriteSearch(SourceWriter body, string signature, EquatableArray<JsonTypePlan> types, string info)
    {
        using (body.WriteBlock(signature))
        {
            foreach (var type in types)
            {
                using (body.WriteBlock($"if (type == typeof({type.Identifier}))"))
                {
                    body.WriteLine($"return {info}.Create<{type.Identifier}, {type.Codec}>(options);");
                }

                body.WriteLine();
            }

            body.WriteLine("return null;");
        }
    }
}
