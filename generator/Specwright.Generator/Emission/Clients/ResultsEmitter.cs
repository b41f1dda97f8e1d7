using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission.Clients;

/// <summary>Writes the types that hold one of several success bodies, all in one file: each belongs to one operation and is short.</summary>
internal static class ResultsEmitter
{
    /// <param name="body">Gets the records.</param>
    /// <param name="speller">Of the file.</param>
    /// <param name="file">Of the client.</param>
    /// <param name="service">The type that callers have of the client or sub-client.</param>
    /// <param name="operations">Its operations.</param>
    public static void Write(SourceWriter body, TypeSpeller speller, FileContext file, string service, EquatableArray<OperationPlan> operations)
    {
        foreach (var operation in operations)
        {
            if (operation.Result?.Several is not { } result)
            {
                continue;
            }

            body.WriteSeparator();
            WriteRecord(body, speller, file, service, operation, result);
        }
    }

    private static void WriteRecord(SourceWriter body, TypeSpeller speller, FileContext file, string service, OperationPlan operation, ResultTypePlan result)
    {
        var inside = speller.Inside(result.Cases.Select(@case => "TryGet" + @case.Identifier).Concat(["Of", "Switch", "StatusCode", "Dispose"]));
        var statuses = result.Cases.Select(@case => $"{string.Join(", ", @case.Statuses)}: <c>{DocumentationWriter.Xml(inside.Spell(@case.Type.DeclaredName))}</c>.");
        body.WriteLine($"/// <summary>The body of <see cref=\"{service}.{operation.Identifier}Async\"/>: the status decides which type it is.</summary>");
        DocumentationWriter.WriteParagraphs(body, "remarks", [.. statuses]);
        TypeAttributes.WriteGeneratedCode(body, speller);
        var disposable = result.IsDisposable ? " : " + speller.Spell(FrameworkTypes.IDisposable) : "";
        using (body.WriteBlock($"{file.Accessibility} sealed partial {TypeDeclaration.Keyword(file)} {result.Identifier}{disposable}"))
        {
            body.WriteLine($$"""
                private readonly int _case;
                private readonly object? _body;

                private {{result.Identifier}}(int statusCode, int position, object? body)
                {
                    StatusCode = statusCode;
                    _case = position;
                    _body = body;
                }

                /// <summary>The HTTP status.</summary>
                public int StatusCode { get; }

                """);
            for (var index = 0; index < result.Cases.Count; index++)
            {
                WriteCase(body, inside, result, index);
            }

            WriteSwitch(body, inside, result);
            WriteToString(body, inside, result);
            if (result.IsDisposable)
            {
                body.WriteLine($"""

                    /// <summary>Ends the answer, where its body is an open one.</summary>
                    public void Dispose() => (_body as {speller.Spell(FrameworkTypes.IDisposable)})?.Dispose();
                    """);
            }
        }
    }

    private static void WriteCase(SourceWriter body, TypeSpeller speller, ResultTypePlan result, int index)
    {
        var @case = result.Cases[index];
        var type = speller.Spell(@case.Type.DeclaredName);
        var cast = speller.Spell(@case.Type.IsValueType ? @case.Type.DeclaredName : @case.Type.NullableName);
        var parameter = @case.Type.IsValueType || @case.Type.AllowsNull
            ? $"out {type} body"
            : $"[{speller.SpellAttribute(FrameworkTypes.NotNullWhen)}(true)] out {cast} body";
        body.WriteLine($"public static {result.Identifier} Of(int statusCode, {type} body) => new(statusCode, {index}, body);");
        body.WriteLine();
        using (body.WriteBlock($"public bool TryGet{@case.Identifier}({parameter})"))
        {
            body.WriteLine($"""
                body = _case == {index} ? ({cast})_body{(@case.Type.IsValueType && !@case.Type.AllowsNull ? "!" : "")} : default;
                return _case == {index};
                """);
        }

        body.WriteLine();
    }

    private static void WriteSwitch(SourceWriter body, TypeSpeller speller, ResultTypePlan result)
    {
        var func = speller.Spell(FrameworkTypes.Func);
        var action = speller.Spell(FrameworkTypes.Action);
        var last = result.Cases.Count - 1;
        body.WriteLine("/// <summary>Calls the function of the type that the body is.</summary>");
        body.WriteLine($"public TResult Switch<TResult>({string.Join(", ", result.Cases.Select(@case => $"{func}<{speller.Spell(@case.Type.DeclaredName)}, TResult> {@case.ParameterName}"))})");
        using (body.Indent())
        using (body.WriteBlock("=> _case switch", "};"))
        {
            for (var index = 0; index <= last; index++)
            {
                body.WriteLine($"{(index == last ? "_" : index)} => {CallOf(result.Cases[index], speller)},");
            }
        }

        body.WriteLine();
        body.WriteLine("/// <summary>Calls the action of the type that the body is.</summary>");
        using (body.WriteBlock($"public void Switch({string.Join(", ", result.Cases.Select(@case => $"{action}<{speller.Spell(@case.Type.DeclaredName)}> {@case.ParameterName}"))})"))
        using (body.WriteBlock("switch (_case)"))
        {
            for (var index = 0; index <= last; index++)
            {
                body.WriteLine($"""
                    {(index == last ? "default" : $"case {index}")}:
                        {CallOf(result.Cases[index], speller)};
                        break;
                    """);
            }
        }

        body.WriteLine();
    }

    private static string CallOf(ResultCasePlan @case, TypeSpeller speller)
        => $"{@case.ParameterName}(({speller.Spell(@case.Type.DeclaredName)})_body{(@case.Type.AllowsNull ? "" : "!")})";

    private static void WriteToString(SourceWriter body, TypeSpeller speller, ResultTypePlan result)
    {
        var secret = result.Cases.Select((@case, index) => (@case, index)).Where(pair => pair.@case.Type.IsSecret).Select(pair => pair.index).ToList();
        var shown = secret.Count == 0 ? "_body" : $"(_case is {string.Join(" or ", secret)} ? \"***\" : _body)";
        body.WriteLine($"public override string ToString() => string.Create({speller.Spell(FrameworkTypes.CultureInfo)}.InvariantCulture, $\"{{StatusCode}} {{{shown}}}\");");
    }
}
