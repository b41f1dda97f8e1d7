using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission.Clients;

/// <summary>Writes the method that reads the answer: one arm for each declared status.</summary>
internal static class ResponseEmitter
{
    public static string ReaderOf(OperationPlan operation) => (operation.Result is null ? "Check" : "Read") + operation.Identifier;

    public static void Write(SourceWriter body, TypeSpeller speller, OperationPlan operation)
    {
        var content = speller.Spell(FrameworkTypes.ApiResponseContent);
        var arms = Joined(Arms(operation, speller));
        if (operation.Result is { } result)
        {
            body.WriteLine($"private static {OperationSignature.Result(result, speller)} {ReaderOf(operation)}({content} content) => content.StatusCode switch");
            using (body.WriteBlock(close: "};"))
            {
                foreach (var (pattern, outcome) in arms)
                {
                    body.WriteLine($"{pattern} => {outcome},");
                }
            }

            return;
        }

        using (body.WriteBlock($"private static void {ReaderOf(operation)}({content} content)"))
        using (body.WriteBlock("switch (content.StatusCode)"))
        {
            foreach (var (pattern, outcome) in arms)
            {
                body.WriteLine(pattern == "_" ? "default:" : $"case {pattern}:");
                using (body.Indent())
                {
                    body.WriteLine(outcome + ";");
                }
            }
        }
    }

    private static IEnumerable<(string Pattern, string Outcome)> Arms(OperationPlan operation, TypeSpeller speller)
    {
        const string Undeclared = "throw content.CreateUndeclaredStatusError()";
        foreach (var response in operation.Responses.Where(response => response.Status != "default"))
        {
            yield return (PatternOf(response.Status), OutcomeOf(response, operation.Result, speller));
        }

        if (operation.Responses.FirstOrDefault(response => response.Status == "default") is not { } other)
        {
            yield return ("_", Undeclared);
            yield break;
        }

        // An undeclared success is no error of the kind that "default" describes.
        if (operation.Responses.All(response => response.Status != "2XX"))
        {
            yield return (PatternOf("2XX"), Undeclared);
        }

        yield return ("_", OutcomeOf(other, operation.Result, speller));
    }

    /// <summary>Neighbours with one outcome share an arm, as anybody would write them; the last arm stays alone, for it takes what is left.</summary>
    private static List<(string Pattern, string Outcome)> Joined(IEnumerable<(string Pattern, string Outcome)> arms)
    {
        var joined = new List<(string Pattern, string Outcome)>();
        foreach (var (pattern, outcome) in arms)
        {
            if (pattern != "_" && joined.Count > 0 && joined[joined.Count - 1].Outcome == outcome)
            {
                joined[joined.Count - 1] = ($"{joined[joined.Count - 1].Pattern} or {pattern}", outcome);
            }
            else
            {
                joined.Add((pattern, outcome));
            }
        }

        return joined;
    }

    private static string PatternOf(string status) => status.EndsWith("XX", StringComparison.Ordinal) ? $">= {status[0]}00 and <= {status[0]}99" : status;

    private static string OutcomeOf(ResponsePlan response, ResultPlan? result, TypeSpeller speller) => response.Kind switch
    {
        ResponseKind.NoBody when result is null => "return",

        // Not null: some value types convert from it, ReadOnlyMemory<byte> for one.
        ResponseKind.NoBody => result.Type.IsValueType ? $"default({OperationSignature.Result(result, speller)})" : "null",
        ResponseKind.Error when response.Xml is { } xml
            => $"throw content.CreateXmlError<{TypesOf(response.Type!, speller)}>({XmlShapesEmitter.Expression(xml.Shape, xml.Holder + ".", speller)})",
        ResponseKind.Error => $"throw content.CreateError<{TypesOf(response.Type!, speller)}>()",
        ResponseKind.ErrorWithoutBody => "throw content.CreateError()",
        _ when result!.Several is { } several => $"{several.Identifier}.Of(content.StatusCode, {BodyOf(response, speller)})",
        _ => BodyOf(response, speller),
    };

    private static string TypesOf(TypeReference type, TypeSpeller speller) => $"{speller.Spell(type.DeclaredName)}, {speller.Spell(type.DeclaredCodec)}";

    private static string BodyOf(ResponsePlan response, TypeSpeller speller) => response.Kind switch
    {
        ResponseKind.Json => $"content.ReadJson<{TypesOf(response.Type!, speller)}>()",
        ResponseKind.Xml => $"content.ReadXml<{TypesOf(response.Type!, speller)}>({XmlShapesEmitter.Expression(response.Xml!.Shape, response.Xml.Holder + ".", speller)})",
        ResponseKind.Text => "content.ReadText()",
        ResponseKind.Events => $"content.ReadEvents<{speller.Spell(response.Type!.Item!.Item!.DeclaredName)}, {speller.Spell(response.Type.Codec)}>()",
        ResponseKind.TextEvents => "content.ReadTextEvents()",
        ResponseKind.Items => $"content.ReadItems<{speller.Spell(response.Type!.Item!.DeclaredName)}, {speller.Spell(response.Type.Codec)}>()",
        ResponseKind.Stream => "content.ReadStream()",
        _ => throw new InvalidOperationException($"No body of kind {response.Kind}"),
    };

    /// <summary>The function that tells which answers stay open: by status, and by media type where another one is an error that must be read.</summary>
    public static string IsOpenOf(OperationPlan operation)
    {
        var successes = operation.Responses.Where(response => response.Type is not null && response.Kind is not (ResponseKind.Error or ResponseKind.ErrorWithoutBody)).ToList();
        var conditions = successes
            .Where(response => response.Type!.Shape == TypeShape.Open)
            .GroupBy(response => MediaTypeTestOf(response.Kind), StringComparer.Ordinal)
            .Select(group => $"content.StatusCode is {string.Join(" or ", group.Select(response => OpenPatternOf(response.Status, successes)))}{group.Key}");
        return $"static content => {string.Join(" || ", conditions)}";
    }

    private static string MediaTypeTestOf(ResponseKind kind) => kind switch
    {
        ResponseKind.Events or ResponseKind.TextEvents => " && content.HasEvents",
        ResponseKind.Items => " && content.HasItems",
        _ => "",
    };

    private static string OpenPatternOf(string status, IReadOnlyList<ResponsePlan> successes)
    {
        var closed = successes
            .Where(other => other.Type!.Shape != TypeShape.Open && PatternOf(status) != other.Status)
            .Select(other => other.Status)
            .Where(other => !other.EndsWith("XX", StringComparison.Ordinal));
        var exceptions = status.EndsWith("XX", StringComparison.Ordinal) ? string.Concat(closed.Select(other => $" and not {other}")) : "";
        return PatternOf(status) + exceptions;
    }
}
