using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission;

/// <summary>Writes the class that says how records stand in XML.</summary>
internal static class XmlShapesEmitter
{
    public static GeneratedFile Emit(XmlFilePlan plan)
    {
        var body = new SourceWriter();
        var speller = new TypeSpeller(plan.File);
        var inside = speller.Inside(plan.Shapes.Select(shape => shape.Identifier));
        body.WriteLine("/// <summary>How the values that are sent or come as XML stand there.</summary>");
        TypeAttributes.WriteGeneratedCode(body, speller);
        using (body.WriteBlock($"internal static class {plan.Identifier}"))
        {
            for (var index = 0; index < plan.Shapes.Count; index++)
            {
                if (index > 0)
                {
                    body.WriteLine();
                }

                WriteShape(body, inside, plan.Shapes[index]);
            }
        }

        return FileLayout.Assemble(plan, speller, body);
    }

    /// <summary>An expression for the shape.</summary>
    /// <param name="shape">Of a body, a member, an item.</param>
    /// <param name="holder">What stands before the names of records: <c>AcmeXml.</c>; nothing inside that class.</param>
    /// <param name="speller">Of the place.</param>
    public static string Expression(XmlShapeReference shape, string holder, TypeSpeller speller)
    {
        var type = speller.SpellReceiver(FrameworkTypes.XmlShape);
        return shape.Case switch
        {
            // The compiler cannot know that members are asked for only when all shapes are there.
            XmlShapeCase.Object => holder.Length == 0 ? shape.Identifier + "!" : holder + shape.Identifier,
            XmlShapeCase.Map => $"{type}.Object(static () => [], {Expression(shape.Values!, holder, speller)})",
            XmlShapeCase.List => $"{type}.List({Name(shape.ItemName!)}, {Expression(shape.Values!, holder, speller)})",
            XmlShapeCase.Text => type + ".Text",
            XmlShapeCase.Number => type + ".Number",
            XmlShapeCase.Boolean => type + ".Boolean",
            _ => type + ".Any",
        };
    }

    /// <summary>An expression for a name.</summary>
    public static string Name(XmlNamePlan name) => (name.Namespace, name.Prefix) switch
    {
        (null, _) => $"new({CSharpLiteral.Of(name.LocalName)})",
        ({ } @namespace, null) => $"new({CSharpLiteral.Of(name.LocalName)}, {CSharpLiteral.Of(@namespace)})",
        ({ } @namespace, { } prefix) => $"new({CSharpLiteral.Of(name.LocalName)}, {CSharpLiteral.Of(@namespace)}, {CSharpLiteral.Of(prefix)})",
    };

    private static void WriteShape(SourceWriter body, TypeSpeller speller, XmlShapePlan shape)
    {
        var additional = shape.Additional is { } values ? ", " + Expression(values, "", speller) : "";
        body.WriteLine($$"""public static {{speller.Spell(FrameworkTypes.XmlShape)}} {{shape.Identifier}} { get; } = {{speller.SpellReceiver(FrameworkTypes.XmlShape)}}.Object(static () =>""");
        body.WriteLine("[");
        using (body.Indent())
        {
            foreach (var member in shape.Members)
            {
                body.WriteLine(Member(member, speller) + ",");
            }
        }

        body.WriteLine($"]{additional});");
    }

    private static string Member(XmlMemberPlan member, TypeSpeller speller)
    {
        var settings = new List<string>();
        if (member.Name != new XmlNamePlan(member.WireName, null, null))
        {
            settings.Add("Name = " + Name(member.Name));
        }

        if (member.NodeKind != XmlNodeKind.Element)
        {
            settings.Add($"Kind = {speller.SpellReceiver(FrameworkTypes.XmlMemberKind)}.{member.NodeKind}");
        }

        if (member.IsWrapped)
        {
            settings.Add("IsWrapped = true");
        }

        if (member.IsRequired)
        {
            settings.Add("IsRequired = true");
        }

        var creation = $"new({CSharpLiteral.Of(member.WireName)}, {Expression(member.Shape, "", speller)})";
        return settings.Count == 0 ? creation : $$"""{{creation}} { {{string.Join(", ", settings)}} }""";
    }
}
