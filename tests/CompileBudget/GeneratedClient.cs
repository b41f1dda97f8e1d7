using Specwright.Emission;
using Specwright.Planning;
using Specwright.Reading;

namespace Specwright.CompileBudget;

/// <summary>What the generator makes of one description.</summary>
/// <param name="Types">One file for each record, enumeration and union.</param>
/// <param name="Json">The resolver of JSON type information.</param>
/// <param name="Others">Clients, options, registration and the rest.</param>
/// <param name="TypeNames">Of <paramref name="Types"/>, in ordinal order.</param>
internal sealed record GeneratedClient(
    IReadOnlyList<GeneratedFile> Types, GeneratedFile Json, IReadOnlyList<GeneratedFile> Others, IReadOnlyList<string> TypeNames)
{
    public const string Namespace = "Measured";

    public static GeneratedClient Of(string name, string text, TypeKind kind)
    {
        var source = new DescriptionSource { Description = new SourceFile(name, text) };
        var read = DescriptionReader.Read(source, CancellationToken.None);
        var description = read.Description ?? throw new InvalidOperationException($"{name}: no client can be generated from this.");
        var plan = ClientPlanner.Plan(description, new ClientOptions { SpecName = name, Namespace = Namespace, ClientName = "Measured", Types = kind }).Plan;
        var files = FilePlanner.FilesOf(plan);
        return new(
            [.. files.OfType<TypeFilePlan>().Select(FileEmitter.Emit)],
            FileEmitter.Emit(files.OfType<JsonFilePlan>().Single()),
            [.. files.Where(file => file is not (TypeFilePlan or JsonFilePlan)).Select(FileEmitter.Emit)],
            [.. plan.Types.Select(type => type.Identifier)]);
    }
}
