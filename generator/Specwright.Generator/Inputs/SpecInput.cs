using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning;
using Specwright.Reading;

namespace Specwright.Inputs;

/// <summary>One description, ready to be read, and what its client is to be.</summary>
internal sealed record SpecInput
{
    /// <summary>The description's path as the build names it.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The texts. Their paths are relative to the description's folder, so that neither the model nor generated text
    /// depends on where a machine keeps the project; <see cref="PathOf"/> leads back.
    /// </summary>
    public required DescriptionSource Source { get; init; }

    public required ClientOptions Options { get; init; }

    /// <summary>Stands before every hint name; empty unless two clients of different namespaces have one name.</summary>
    public string HintPrefix { get; init; } = "";

    /// <summary>What is wrong before anything is read: SPEC00xx and SPEC0303.</summary>
    public EquatableArray<Finding> Findings { get; init; }

    /// <summary>Whether the client can be generated as far as set-up goes. It can with an option that was not understood: one error is easier to read than one for each use of a client that is missing.</summary>
    public bool IsComplete => !Findings.Any(finding => Rules.Get(finding.RuleId).Severity == RuleSeverity.Error && finding.RuleId != Rules.OptionInvalid.Id);

    /// <summary>The path as the build names it, of a path in <see cref="Source"/>.</summary>
    public string PathOf(string sourcePath) => SpecPaths.Combine(SpecPaths.FolderOf(Path), sourcePath);
}
