using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission.Clients;

/// <summary>How an operation's methods are declared and called.</summary>
internal static class OperationSignature
{
    private const int LineLength = 140;

    /// <summary>A method up to its parameters' end: in one line, or with a line for each parameter where that would be too long.</summary>
    /// <param name="start">Up to the name.</param>
    /// <param name="parameters">Each with its type.</param>
    public static string Head(string start, IEnumerable<string> parameters)
    {
        var declared = parameters.ToList();
        var line = $"{start}({string.Join(", ", declared)})";
        return line.Length <= LineLength || declared.Count < 2 ? line : $"{start}(\n    {string.Join(",\n    ", declared)})";
    }

    /// <summary>For callers: optional ones default to null, and the token comes last.</summary>
    public static IReadOnlyList<string> Parameters(OperationPlan operation, TypeSpeller speller) =>
    [
        .. Declared(operation, speller).Select(parameter => parameter.IsRequired ? parameter.Text : parameter.Text + " = null"),
        speller.Spell(FrameworkTypes.CancellationToken) + " cancellationToken = default",
    ];

    /// <summary>For the method that makes the request: all are passed, and there is no token.</summary>
    public static IEnumerable<string> RequestParameters(OperationPlan operation, TypeSpeller speller) => Declared(operation, speller).Select(parameter => parameter.Text);

    public static string Arguments(OperationPlan operation)
        => string.Join(", ", InOrder(operation, parameter => parameter.Identifier, body => body.Identifier).Select(pair => pair.Text).Append("cancellationToken"));

    /// <summary>With another expression for one of the parameters.</summary>
    public static string ArgumentsWith(OperationPlan operation, string? parameter, string value, string token) => string.Join(", ", InOrder(
            operation,
            candidate => candidate.Identifier == parameter ? value : candidate.Identifier,
            body => body.Identifier)
        .Select(pair => pair.Text)
        .Append(token));

    public static string RequestArguments(OperationPlan operation)
        => string.Join(", ", InOrder(operation, parameter => parameter.Identifier, body => body.Identifier).Select(pair => pair.Text));

    /// <summary>The body's type; only for operations with a result.</summary>
    public static string Result(ResultPlan result, TypeSpeller speller)
        => speller.Spell(result.MayBeAbsent ? result.Type.NullableName : result.Type.DeclaredName);

    /// <summary>What the method without status and header fields returns.</summary>
    public static string ResultTask(OperationPlan operation, TypeSpeller speller) => operation.Result switch
    {
        { Delivery: ResultDelivery.Items } result => $"{speller.Spell(FrameworkTypes.IAsyncEnumerable)}<{speller.Spell(result.Type.Item!.DeclaredName)}>",
        { } result => $"{speller.Spell(FrameworkTypes.Task)}<{Result(result, speller)}>",
        null => speller.Spell(FrameworkTypes.Task),
    };

    /// <summary>What the method with status and header fields returns.</summary>
    public static string ResponseTask(OperationPlan operation, TypeSpeller speller) => $"{speller.Spell(FrameworkTypes.Task)}<{Response(operation, speller)}>";

    /// <summary>Status, header fields and body.</summary>
    public static string Response(OperationPlan operation, TypeSpeller speller)
    {
        var arguments = (operation.Result, operation.Headers) switch
        {
            ({ } result, { } headers) => $"<{Result(result, speller)}, {headers.Identifier}>",
            ({ } result, null) => $"<{Result(result, speller)}>",
            (null, { } headers) => $"<{speller.Spell(FrameworkTypes.NoBody)}, {headers.Identifier}>",
            _ => "",
        };
        return $"{speller.Spell(FrameworkTypes.ApiResponse)}{arguments}";
    }

    /// <summary>The parameters and the body as the plan orders them.</summary>
    public static IEnumerable<(string Text, bool IsRequired)> InOrder(OperationPlan operation, Func<ParameterPlan, string> parameter, Func<BodyPlan, string> body)
    {
        foreach (var required in operation.Parameters.Where(candidate => candidate.IsRequired))
        {
            yield return (parameter(required), true);
        }

        if (operation.Body is { IsRequired: true } requiredBody)
        {
            yield return (body(requiredBody), true);
        }

        foreach (var optional in operation.Parameters.Where(candidate => !candidate.IsRequired))
        {
            yield return (parameter(optional), false);
        }

        if (operation.Body is { IsRequired: false } optionalBody)
        {
            yield return (body(optionalBody), false);
        }
    }

    private static IEnumerable<(string Text, bool IsRequired)> Declared(OperationPlan operation, TypeSpeller speller) => InOrder(
        operation,
        parameter => $"{speller.Spell(parameter.IsRequired ? parameter.Type.Name : parameter.Type.NullableName)} {parameter.Identifier}",
        body => $"{speller.Spell(body.IsRequired ? body.Type.DeclaredName : body.Type.NullableName)} {body.Identifier}");
}
