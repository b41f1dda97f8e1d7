using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission.Clients;

/// <summary>Writes all that the description says about an operation, above the methods that callers look at: those of the interface or, without one, those of the class.</summary>
internal static class OperationDocumentation
{
    /// <summary>Of the method that gives the body.</summary>
    public static void Write(SourceWriter body, TypeSpeller speller, OperationPlan operation)
    {
        DocumentationWriter.WriteElement(body, "summary", DocumentationWriter.Xml(operation.Documentation.Summary));
        DocumentationWriter.WriteParagraphs(
            body,
            "remarks",
            [
                $"<c>{DocumentationWriter.Xml($"{operation.Method} {operation.PathTemplate}")}</c>",
                .. operation.Documentation.Remarks.Select(DocumentationWriter.Xml),
                $"Source: <c>{DocumentationWriter.Xml(operation.SourcePointer)}</c>.",
            ]);
        foreach (var (text, _) in OperationSignature.InOrder(operation, DescriptionOf, DescriptionOf))
        {
            var end = text.IndexOf('\n');
            DocumentationWriter.WriteElement(body, "param", text.Substring(end + 1), $"name=\"{text.Substring(0, end)}\"");
        }

        body.WriteLine("/// <param name=\"cancellationToken\">Ends the call.</param>");
        if (operation.Result is { } result)
        {
            DocumentationWriter.WriteElement(body, "returns", $"{DocumentationWriter.Xml(result.Description)} {Returns(result)}".Trim());
        }

        foreach (var response in operation.Responses)
        {
            WriteException(body, speller, response);
        }

        body.WriteLine($"/// <exception cref=\"{speller.Spell(FrameworkTypes.ApiException)}\">Any other failure that the server or the connection reports.</exception>");
    }

    /// <summary>Of the method that gives the header fields too, below the other one's.</summary>
    public static void WriteResponse(SourceWriter body, OperationPlan operation)
    {
        body.WriteLine($"/// <inheritdoc cref=\"{operation.Identifier}Async\"/>");
        body.WriteLine($"/// <returns>{ResponseReturns(operation.Result)}</returns>");
    }

    private static string Returns(ResultPlan result) => result switch
    {
        { Delivery: ResultDelivery.Items } => "The items, read while they come: each enumeration is a call of its own, and its end, early or not, ends the answer.",
        { Several: { IsDisposable: true }, MayBeAbsent: true } => "One of several types, or null where the server answers without a body; dispose it.",
        { Several.IsDisposable: true } => "One of several types; dispose it.",
        { Delivery: ResultDelivery.Open, MayBeAbsent: true } => "The body, read while it comes, or null where the server answers without one; dispose it.",
        { Delivery: ResultDelivery.Open } => "The body, read while it comes; dispose it.",
        { MayBeAbsent: true } => "Null where the server answers without a body.",
        _ => "",
    };

    private static string ResponseReturns(ResultPlan? result) => result?.Delivery switch
    {
        null => "Status and header fields.",
        ResultDelivery.Items => "The items, to be enumerated once or disposed, with status and header fields.",
        ResultDelivery.Open => "The body, to be disposed, with status and header fields.",
        _ => "The body with status and header fields.",
    };

    private static void WriteException(SourceWriter body, TypeSpeller speller, ResponsePlan response)
    {
        if (response.Kind is not (ResponseKind.Error or ResponseKind.ErrorWithoutBody))
        {
            return;
        }

        var status = response.Status == "default" ? "with any other status" : response.Status;
        var exception = speller.Spell(FrameworkTypes.ApiException);
        var text = $"The server answered {status}";
        if (response.Type is { } type)
        {
            exception += "{TError}";
            text += ": " + Mention(type, speller);
        }

        text += ".";
        if (response.Description is { } description)
        {
            text += " " + DocumentationWriter.Xml(description);
        }

        DocumentationWriter.WriteElement(body, "exception", text, $"cref=\"{exception}\"");
    }

    private static string Mention(TypeReference type, TypeSpeller speller) => type.Shape is TypeShape.Object or TypeShape.Union or TypeShape.StringEnum or TypeShape.IntegerEnum or TypeShape.ClosedEnum
        ? $"<see cref=\"{type.Name}\"/>"
        : $"<c>{DocumentationWriter.Xml(speller.Spell(type.DeclaredName))}</c>";

    private static string DescriptionOf(ParameterPlan parameter)
    {
        var text = parameter.Description is { } description
            ? DocumentationWriter.Xml(description)
            : $"The {PlaceOf(parameter.In)} <c>{DocumentationWriter.Xml(parameter.WireName)}</c>.";
        return $"{parameter.Identifier.TrimStart('@')}\n{text}{(parameter.IsIdempotencyKey ? " Null: a new one for this call." : "")}";
    }

    private static string DescriptionOf(BodyPlan content)
    {
        var text = content.Description is { } description
            ? DocumentationWriter.Xml(description)
            : $"The body, sent as <c>{DocumentationWriter.Xml(content.MediaType)}</c>.";
        return $"{content.Identifier}\n{text}";
    }

    private static string PlaceOf(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => "path parameter",
        ParameterLocation.Query => "query parameter",
        ParameterLocation.Header => "header field",
        _ => "cookie",
    };
}
