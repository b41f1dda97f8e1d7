using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission.Clients;

/// <summary>Writes the class of a sub-client: the operations of one tag over the transport of the client.</summary>
internal static class SubClientEmitter
{
    public static void Write(SourceWriter body, TypeSpeller speller, SubClientFilePlan plan, SubClientPlan subClient)
    {
        var client = plan.Client;
        var transport = speller.Spell(FrameworkTypes.ApiTransport);
        body.WriteSeparator();
        if (subClient.Interface is { } documented)
        {
            body.WriteLine($"/// <inheritdoc cref=\"{documented}\"/>");
        }
        else
        {
            DocumentationWriter.Write(body, subClient.Documentation);
        }

        TypeAttributes.WriteGeneratedCode(body, speller);
        using (body.WriteBlock($"{plan.File.Accessibility} sealed partial class {subClient.Class}{ClassEmitter.Implemented(subClient.Interface)}"))
        {
            ClassEmitter.WriteDescriptors(body, speller, client, subClient.Operations);
            body.WriteLine($$"""
                private readonly {{transport}} _transport;

                internal {{subClient.Class}}({{transport}} transport)
                {
                    _transport = transport;
                }
                """);
            ClassEmitter.WriteOperations(body, speller, subClient.Operations, subClient.Interface is not null);
        }
    }
}
