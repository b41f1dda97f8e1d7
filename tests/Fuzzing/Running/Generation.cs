using System.Globalization;
using Specwright.Diagnostics;
using Specwright.Emission;
using Specwright.Model;
using Specwright.Planning;
using Specwright.Reading;

namespace Specwright.Fuzzing.Running;

/// <summary>One run of the generator over one description.</summary>
internal sealed record Generation
{
    /// <summary>Empty when no client could be made.</summary>
    public required IReadOnlyList<GeneratedFile> Files { get; init; }

    /// <summary>Rule, pointer and message of each finding.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>Something is missing that a person needs; null when all is well.</summary>
    public string? Carelessness { get; init; }

    public bool IsRefused { get; init; }

    public int Operations { get; init; }

    public int Types { get; init; }

    /// <summary>Read, planned and emitted, as the compiler's shell does it.</summary>
    public static Generation Of(string fileName, string text, ClientOptions options, CancellationToken cancellationToken)
        => Of(fileName, text, options, FileEmitter.Emit, cancellationToken);

    public static Generation Of(string fileName, string text, ClientOptions options, Func<FilePlan, GeneratedFile> emit, CancellationToken cancellationToken)
    {
        var read = DescriptionReader.Read(new DescriptionSource { Description = new SourceFile(fileName, text) }, cancellationToken);
        if (read.Description is null)
        {
            var hasReason = read.Findings.Any(finding => Rules.Get(finding.RuleId).Severity == RuleSeverity.Error);
            return new Generation
            {
                Files = [],
                Findings = [.. read.Findings.Select(Message)],
                IsRefused = true,
                Carelessness = hasReason ? Misplaced(read, read.Findings) : "no client, and no error that says why",
            };
        }

        var planned = ClientPlanner.Plan(read.Description, options);
        var files = FilePlanner.FilesOf(planned.Plan).Select(emit).ToList();
        var findings = read.Findings.Concat(planned.Findings).ToEquatableArray();
        return new Generation
        {
            Files = files,
            Findings = [.. findings.Select(Message)],
            Carelessness = Misplaced(read, findings) ?? Misnamed(files),
            Operations = read.Description.Operations.Count,
            Types = planned.Plan.Types.Count,
        };
    }

    private static string? Misplaced(ReadResult read, EquatableArray<Finding> findings)
        => findings.FirstOrDefault(finding => read.Positions.Find(finding.Pointer) is null) is { } lost ? $"no place for {Message(lost)}" : null;

    /// <summary>The compiler refuses all files when two names differ only in case or one has a character that a path may not have.</summary>
    private static string? Misnamed(List<GeneratedFile> files)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return files.Find(file => !seen.Add(file.HintName)) is { } twice ? $"two files are called {twice.HintName}"
            : files.Find(file => file.HintName.Length > 200 || !file.HintName.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-')) is { } odd ? $"a file is called {odd.HintName}"
            : null;
    }

    private static string Message(Finding finding)
        => $"{finding.RuleId} {finding.Pointer}: {string.Format(CultureInfo.InvariantCulture, Rules.Get(finding.RuleId).MessageFormat, [.. finding.Arguments])}";
}
