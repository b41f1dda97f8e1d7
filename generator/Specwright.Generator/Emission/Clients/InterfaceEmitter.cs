using Specwright.Model;
using Specwright.Planning;

namespace Specwright.Emission.Clients;

/// <summary>Writes the interface: the operations with all that the description says about them.</summary>
internal static class InterfaceEmitter
{
    public static void Write(SourceWriter body, TypeSpeller speller, ClientPlan client)
    {
        DocumentationWriter.Write(body, client.Documentation);
        TypeAttributes.WriteGeneratedCode(body, speller);
        using (body.WriteBlock($"{client.File.Accessibility} partial interface {client.Names.Interface}"))
        {
            var isFirst = true;
            foreach (var subClient in client.SubClients)
            {
                WriteSeparator(body, ref isFirst);

                // The rest stands on the type: together the texts of a hundred tags would be longer than anything they introduce.
                DocumentationWriter.Write(body, subClient.Documentation with { Remarks = default });
                body.WriteLine($$"""{{subClient.Service}} {{subClient.Property}} { get; }""");
            }

            WriteOperations(body, speller, client.Operations, ref isFirst);
        }
    }

    public static void WriteSubClient(SourceWriter body, TypeSpeller speller, FileContext file, SubClientPlan subClient)
    {
        body.WriteSeparator();
        DocumentationWriter.Write(body, subClient.Documentation);
        TypeAttributes.WriteGeneratedCode(body, speller);
        using (body.WriteBlock($"{file.Accessibility} partial interface {subClient.Interface}"))
        {
            var isFirst = true;
            WriteOperations(body, speller, subClient.Operations, ref isFirst);
        }
    }

    private static void WriteOperations(SourceWriter body, TypeSpeller speller, EquatableArray<OperationPlan> operations, ref bool isFirst)
    {
        foreach (var operation in operations)
        {
            WriteSeparator(body, ref isFirst);
            WriteOperation(body, speller, operation);
        }
    }

    private static void WriteSeparator(SourceWriter body, ref bool isFirst)
    {
        if (!isFirst)
        {
            body.WriteLine();
        }

        isFirst = false;
    }

    private static void WriteOperation(SourceWriter body, TypeSpeller speller, OperationPlan operation)
    {
        var parameters = OperationSignature.Parameters(operation, speller);
        OperationDocumentation.Write(body, speller, operation);
        TypeAttributes.WriteObsolete(body, speller, operation.Documentation);
        body.WriteLine(OperationSignature.Head($"{OperationSignature.ResultTask(operation, speller)} {operation.Identifier}Async", parameters) + ";");
        body.WriteLine();
        OperationDocumentation.WriteResponse(body, operation);
        TypeAttributes.WriteObsolete(body, speller, operation.Documentation);
        body.WriteLine(OperationSignature.Head($"{OperationSignature.ResponseTask(operation, speller)} {operation.Identifier}ResponseAsync", parameters) + ";");
        PagingEmitter.WriteDeclarations(body, speller, operation);
    }
}
