using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission.Clients;

/// <summary>Writes what reads webhooks and callbacks: a reader for each, records of their parameters, and the type of any one of them.</summary>
internal static class WebhooksEmitter
{
    public static GeneratedFile Emit(WebhooksFilePlan plan)
    {
        var body = new SourceWriter();
        var speller = new TypeSpeller(plan.File);
        WriteReaders(body, speller, plan);
        if (plan.Webhooks.Union is { } union)
        {
            body.WriteLine();
            WebhookUnionEmitter.Write(body, speller, plan, union);
        }

        foreach (var webhook in plan.Webhooks.Webhooks.Where(webhook => webhook.Parameters is not null))
        {
            body.WriteLine();
            HeadersEmitter.WriteRecord(body, speller, plan.File, $"{DocumentationWriter.Xml(webhook.Origin)} Its declared parameters: null where missing or malformed.", webhook.Parameters!);
        }

        return FileLayout.Assemble(plan, speller, body);
    }

    private static void WriteReaders(SourceWriter body, TypeSpeller speller, WebhooksFilePlan plan)
    {
        body.WriteLine("/// <summary>Reads the requests that the server sends: webhooks and callbacks.</summary>");
        body.WriteLine("/// <remarks>A signature covers the raw bytes: check it before reading.</remarks>");
        TypeAttributes.WriteGeneratedCode(body, speller);
        using (body.WriteBlock($"{plan.File.Accessibility} static partial class {plan.Webhooks.Identifier}"))
        {
            var isFirst = true;
            foreach (var webhook in plan.Webhooks.Webhooks.Where(webhook => webhook.Payload is not null))
            {
                if (!isFirst)
                {
                    body.WriteLine();
                }

                isFirst = false;
                WriteReader(body, speller, webhook, webhook.Payload!);
            }

            if (plan.Webhooks.Union is { } union)
            {
                if (!isFirst)
                {
                    body.WriteLine();
                }

                WriteReaderByName(body, speller, union);
            }
        }
    }

    private static void WriteReader(SourceWriter body, TypeSpeller speller, WebhookPlan webhook, TypeReference payload)
    {
        var type = speller.Spell(payload.DeclaredName);
        var types = $"{type}, {speller.Spell(payload.DeclaredCodec)}";
        var json = speller.Spell(FrameworkTypes.ApiJson);
        DocumentationWriter.WriteElement(body, "summary", DocumentationWriter.Xml(webhook.Documentation.Summary));
        DocumentationWriter.WriteParagraphs(
            body,
            "remarks",
            [
                DocumentationWriter.Xml(webhook.Origin),
                .. webhook.Documentation.Remarks.Select(DocumentationWriter.Xml),
                .. webhook.Answers.Select(AnswerOf),
                webhook.Parameters is { } parameters ? $"Parameters: <see cref=\"{parameters.Identifier}\"/>." : "",
                $"Source: <c>{DocumentationWriter.Xml(webhook.SourcePointer)}</c>.",
            ]);
        body.WriteLine("/// <param name=\"body\">The JSON, in UTF-8.</param>");
        WriteJsonException(body, speller);
        TypeAttributes.WriteObsolete(body, speller, webhook.Documentation);
        body.WriteLine($"public static {type} Read{webhook.Identifier}({speller.Spell(FrameworkTypes.ReadOnlySpan)}<byte> body) => {json}.Read<{types}>(body);");
        body.WriteLine();
        body.WriteLine($"/// <inheritdoc cref=\"Read{webhook.Identifier}\"/>");
        body.WriteLine("/// <param name=\"body\">The JSON, in UTF-8; the stream stays open.</param>");
        body.WriteLine("/// <param name=\"cancellationToken\">Ends the reading.</param>");
        TypeAttributes.WriteObsolete(body, speller, webhook.Documentation);
        body.WriteLine($"""
            public static {speller.Spell(FrameworkTypes.ValueTask)}<{type}> Read{webhook.Identifier}Async({speller.Spell(FrameworkTypes.Stream)} body, {speller.Spell(FrameworkTypes.CancellationToken)} cancellationToken = default)
                => {json}.ReadAsync<{types}>(body, cancellationToken: cancellationToken);
            """);
    }

    private static string AnswerOf(WebhookAnswerPlan answer)
    {
        var status = answer.Status == "default" ? "any other status" : answer.Status;
        var type = answer.Type switch
        {
            null => "",
            { Shape: TypeShape.Object or TypeShape.Union or TypeShape.StringEnum or TypeShape.IntegerEnum or TypeShape.ClosedEnum } named => $" with <see cref=\"{named.Name}\"/>",
            _ => " with JSON",
        };
        return $"May be answered {status}{type}{(answer.Description is { } description ? ": " + DocumentationWriter.Xml(description) : ".")}";
    }

    private static void WriteReaderByName(SourceWriter body, TypeSpeller speller, WebhookUnionPlan union)
    {
        var json = speller.Spell(FrameworkTypes.ApiJson);
        var span = speller.Spell(FrameworkTypes.ReadOnlySpan);
        var task = speller.Spell(FrameworkTypes.ValueTask);
        body.WriteLine("/// <summary>Reads any webhook, where several come to one address.</summary>");
        body.WriteLine($"/// <param name=\"name\">As the server calls it, in a header field for example: one of <see cref=\"{union.Identifier}.Names\"/>.</param>");
        body.WriteLine("/// <param name=\"body\">The JSON, in UTF-8.</param>");
        body.WriteLine("/// <returns>Null: the description has no webhook of that name.</returns>");
        WriteJsonException(body, speller);
        body.WriteLine($"public static {union.Identifier}? Read(string name, {span}<byte> body) => name switch");
        using (body.WriteBlock(close: "};"))
        {
            foreach (var webhook in union.Cases)
            {
                var payload = webhook.Payload is { } type ? $"{json}.Read<{speller.Spell(type.DeclaredName)}, {speller.Spell(type.DeclaredCodec)}>(body)" : "null";
                body.WriteLine($"{union.Identifier}.Names.{webhook.Identifier} => new(name, {payload}),");
            }

            body.WriteLine("_ => null,");
        }

        if (union.Cases.All(webhook => webhook.Payload is null))
        {
            return;
        }

        body.WriteLine();
        body.WriteLine("/// <inheritdoc cref=\"Read\"/>");
        body.WriteLine($"/// <param name=\"name\">As the server calls it: one of <see cref=\"{union.Identifier}.Names\"/>.</param>");
        body.WriteLine("/// <param name=\"body\">The JSON, in UTF-8; the stream stays open.</param>");
        body.WriteLine("/// <param name=\"cancellationToken\">Ends the reading.</param>");
        body.WriteLine($"public static async {task}<{union.Identifier}?> ReadAsync(string name, {speller.Spell(FrameworkTypes.Stream)} body, {speller.Spell(FrameworkTypes.CancellationToken)} cancellationToken = default) => name switch");
        using (body.WriteBlock(close: "};"))
        {
            foreach (var webhook in union.Cases)
            {
                var payload = webhook.Payload is { } type
                    ? $"await {json}.ReadAsync<{speller.Spell(type.DeclaredName)}, {speller.Spell(type.DeclaredCodec)}>(body, cancellationToken: cancellationToken).ConfigureAwait(false)"
                    : "null";
                body.WriteLine($"{union.Identifier}.Names.{webhook.Identifier} => new(name, {payload}),");
            }

            body.WriteLine("_ => null,");
        }
    }

    private static void WriteJsonException(SourceWriter body, TypeSpeller speller)
        => body.WriteLine($"/// <exception cref=\"{speller.Spell(FrameworkTypes.JsonException)}\">The body is not what the description promises; the message names the place.</exception>");
}
