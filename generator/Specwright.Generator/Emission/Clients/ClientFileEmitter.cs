using Specwright.Planning;

namespace Specwright.Emission.Clients;

/// <summary>Writes one of the files over the operations of a client or sub-client.</summary>
internal static class ClientFileEmitter
{
    public static GeneratedFile Emit(ClientFilePlan plan)
    {
        var body = new SourceWriter();
        var speller = new TypeSpeller(plan.File);
        switch (plan.Kind)
        {
            case ClientFileKind.Interface:
                InterfaceEmitter.Write(body, speller, plan.Client);
                break;
            case ClientFileKind.Class:
                ClassEmitter.Write(body, speller, plan.Client);
                break;
            case ClientFileKind.Headers:
                HeadersEmitter.Write(body, speller, plan.File, plan.Client.Names.Service, plan.Client.Operations);
                break;
            case ClientFileKind.Results:
                ResultsEmitter.Write(body, speller, plan.File, plan.Client.Names.Service, plan.Client.Operations);
                break;
            case ClientFileKind.Options:
                OptionsEmitter.Write(body, speller, plan.Client);
                break;
            case ClientFileKind.Registration:
                RegistrationEmitter.Write(body, speller, plan.Client);
                break;
            default:
                throw new InvalidOperationException($"No emitter for {plan.Kind}");
        }

        return FileLayout.Assemble(plan, speller, body);
    }

    public static GeneratedFile Emit(SubClientFilePlan plan)
    {
        var body = new SourceWriter();
        var speller = new TypeSpeller(plan.File);
        foreach (var subClient in plan.SubClients)
        {
            if (subClient.Interface is not null && Shows(plan, ClientFileKind.Interface))
            {
                InterfaceEmitter.WriteSubClient(body, speller, plan.File, subClient);
            }

            if (Shows(plan, ClientFileKind.Class))
            {
                SubClientEmitter.Write(body, speller, plan, subClient);
            }

            if (Shows(plan, ClientFileKind.Headers))
            {
                HeadersEmitter.Write(body, speller, plan.File, subClient.Service, subClient.Operations);
            }

            if (Shows(plan, ClientFileKind.Results))
            {
                ResultsEmitter.Write(body, speller, plan.File, subClient.Service, subClient.Operations);
            }
        }

        return FileLayout.Assemble(plan, speller, body);
    }

    private static bool Shows(SubClientFilePlan plan, ClientFileKind kind) => plan.Kind is null || plan.Kind == kind;
}
