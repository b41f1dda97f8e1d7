using Specwright.Emission.Clients;
using Specwright.Planning;

namespace Specwright.Emission;

/// <summary>Writes any file of the plan.</summary>
internal static class FileEmitter
{
    public static GeneratedFile Emit(FilePlan plan) => plan switch
    {
        TypeFilePlan type => TypeFileEmitter.Emit(type),
        ClientFilePlan client => ClientFileEmitter.Emit(client),
        WebhooksFilePlan webhooks => WebhooksEmitter.Emit(webhooks),
        SubClientFilePlan subClient => ClientFileEmitter.Emit(subClient),
        JsonFilePlan json => JsonResolverEmitter.Emit(json),
        XmlFilePlan xml => XmlShapesEmitter.Emit(xml),
        _ => throw new InvalidOperationException($"No emitter for {plan.GetType().Name}"),
    };
}
