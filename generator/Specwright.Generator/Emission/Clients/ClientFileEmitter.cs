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
        switch (plan.Kind)
        {
            case ClientFileKind.Interface:
                InterfaceEmitter.WriteSubClient(body, speller, plan);
                break;
            case ClientFileKind.Class:
                SubClientEmitter.Write(body, speller, plan);
                break;
            case ClientFileKind.Headers:
                HeadersEmitter.Write(body, speller, plan.File, plan.SubClient.Service, plan.SubClient.Operations);
                break;
            case ClientFileKind.Results:
                ResultsEmitter.Write(body, speller, plan.File, plan.SubClient.Service, plan.SubClient.Operations);
                break;
            default:
                throw new InvalidOperationException($"A sub-client has no {plan.Kind}");
        }

        return FileLayout.Assemble(plan, speller, body);
    }
}
