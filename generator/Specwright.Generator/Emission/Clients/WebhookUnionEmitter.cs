using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission.Clients;

/// <summary>Writes the type of any one of several webhooks: its name tells which, <c>Switch</c> and <c>TryGet…</c> give the payload.</summary>
internal static class WebhookUnionEmitter
{
    public static void Write(SourceWriter body, TypeSpeller speller, WebhooksFilePlan plan, WebhookUnionPlan union)
    {
        body.WriteLine($"/// <summary>Any webhook, as <see cref=\"{plan.Webhooks.Identifier}.Read\"/> gives it.</summary>");
        TypeAttributes.WriteGeneratedCode(body, speller);
        using (body.WriteBlock($"{plan.File.Accessibility} sealed partial {TypeDeclaration.Keyword(plan.File)} {union.Identifier}"))
        {
            body.WriteLine($$"""
                private readonly object? _payload;

                internal {{union.Identifier}}(string name, object? payload)
                {
                    Name = name;
                    _payload = payload;
                }

                /// <summary>Which one it is: one of <see cref="Names"/>.</summary>
                public string Name { get; }

                """);
            foreach (var webhook in union.Cases.Where(webhook => webhook.Payload is not null))
            {
                WriteTryGet(body, speller, webhook, webhook.Payload!);
                body.WriteLine();
            }

            WriteSwitch(body, speller, union);
            body.WriteLine();
            WriteNames(body, union);
        }
    }

    private static void WriteTryGet(SourceWriter body, TypeSpeller speller, WebhookCasePlan webhook, TypeReference payload)
    {
        // A payload that is null is no payload: the description allows it rarely, and nobody could tell it from another webhook.
        var type = speller.Spell(payload.Name);
        body.WriteLine($"/// <summary>The payload of <c>{DocumentationWriter.Xml(webhook.WireName).Replace('\n', ' ')}</c>.</summary>");
        using (body.WriteBlock($"public bool TryGet{webhook.Identifier}([{speller.SpellAttribute(FrameworkTypes.NotNullWhen)}(true)] out {speller.Spell(payload.NullableName)} payload)"))
        {
            body.WriteLine($"""
                payload = Name == Names.{webhook.Identifier} && _payload is {type} known ? known : null;
                return payload is not null;
                """);
        }
    }

    private static void WriteSwitch(SourceWriter body, TypeSpeller speller, WebhookUnionPlan union)
    {
        var func = speller.Spell(FrameworkTypes.Func);
        body.WriteLine("/// <summary>Calls the function for the webhook that it is.</summary>");
        body.WriteLine("public TResult Switch<TResult>(");
        using (body.Indent())
        {
            var parameters = union.Cases.Select(webhook => webhook.Payload is { } payload
                ? $"{func}<{speller.Spell(payload.DeclaredName)}, TResult> {webhook.Parameter}"
                : $"{func}<TResult> {webhook.Parameter}");
            body.WriteLine(string.Join(",\n", parameters) + ") => Name switch");
        }

        using (body.WriteBlock(close: "};"))
        {
            foreach (var webhook in union.Cases)
            {
                var argument = webhook.Payload is { } payload ? $"({speller.Spell(payload.DeclaredName)})_payload!" : "";
                body.WriteLine($"Names.{webhook.Identifier} => {webhook.Parameter}({argument}),");
            }

            body.WriteLine($"_ => throw new {speller.Spell(FrameworkTypes.InvalidOperationException)}(),");
        }
    }

    private static void WriteNames(SourceWriter body, WebhookUnionPlan union)
    {
        body.WriteLine("/// <summary>The names of the webhooks, for <c>switch</c> and patterns.</summary>");
        using (body.WriteBlock("public static class Names"))
        {
            foreach (var webhook in union.Cases)
            {
                body.WriteLine($"public const string {webhook.Identifier} = {CSharpLiteral.Of(webhook.WireName)};");
            }
        }
    }
}
