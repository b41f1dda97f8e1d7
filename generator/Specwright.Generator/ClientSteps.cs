using Specwright.Emission;
using Specwright.Inputs;
using Specwright.Model;
using Specwright.Planning;

namespace Specwright;

/// <summary>The way from a description to its files, free of the compiler: the generator and the command-line tool both go it.</summary>
internal static class ClientSteps
{
    public static ClientModel Read(SpecInput input, CancellationToken cancellationToken) => new()
    {
        HintPrefix = input.HintPrefix,
        Options = input.Options,
        Description = ReadingCache.Read(input, cancellationToken).Description,
    };

    public static PlannedClient Plan(ClientModel model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(model.HintPrefix, PlanCache.Plan(model.Description!, model.Options).Plan);
    }

    public static EquatableArray<FilePlan> FilesOf(PlannedClient client, FileDivision division) =>
        FilePlanner.FilesOf(client.Plan, division)
            .Select(file => client.HintPrefix.Length == 0 ? file : file with { HintName = client.HintPrefix + file.HintName })
            .ToEquatableArray();

    /// <summary>All files of all clients that can be generated.</summary>
    public static IReadOnlyList<GeneratedFile> Run(IEnumerable<SpecInput> inputs, FileDivision division, CancellationToken cancellationToken) =>
        inputs.Where(input => input.IsComplete)
            .Select(input => Read(input, cancellationToken))
            .Where(model => model.Description is not null)
            .SelectMany(model => FilesOf(Plan(model, cancellationToken), division))
            .Select(FileEmitter.Emit)
            .ToList();
}
