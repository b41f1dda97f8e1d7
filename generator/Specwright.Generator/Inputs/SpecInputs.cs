using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning;
using Specwright.Reading;

namespace Specwright.Inputs;

/// <summary>Finds the descriptions among the files of a build and gives each its overlays, the files it refers to, and its options.</summary>
internal static class SpecInputs
{
    /// <summary>In ordinal order of namespace and client name, whatever the order of the files.</summary>
    public static EquatableArray<SpecInput> Of(IEnumerable<DescriptionFile> files, ProjectSettings settings)
    {
        var catalog = new FileCatalog(files, settings.ProjectDirectory);
        var inputs = catalog.Descriptions
            .Select(file => ToInput(file, catalog, settings))
            .OrderBy(input => input.Options.Namespace, StringComparer.Ordinal)
            .ThenBy(input => input.Options.ClientName, StringComparer.Ordinal)
            .ThenBy(input => input.Options.SpecName, StringComparer.Ordinal)
            .ThenBy(input => input.Path, StringComparer.Ordinal)
            .ToList();
        return SettleNames(inputs).ToEquatableArray();
    }

    private static SpecInput ToInput(DescriptionFile file, FileCatalog catalog, ProjectSettings settings)
    {
        var findings = new List<Finding>();
        var overlays = catalog.OverlaysOf(file, missing => findings.Add(FindingOf(Rules.OverlayMissing, missing)));
        var options = new OptionReader(file.Spec ?? new SpecMetadata(), findings);
        return new SpecInput
        {
            Path = file.Path,
            Options = SpecOptions.Of(file, settings, options),
            Source = new DescriptionSource
            {
                Description = SourceOf(file, file),
                Overlays = overlays.Select(overlay => SourceOf(overlay, file)).ToEquatableArray(),
                Names = SpecOptions.NamesOf(options),
                Others = catalog.OthersOf(file, overlays).Select(other => SourceOf(other, file)).ToEquatableArray(),
            },
            Findings = findings.ToEquatableArray(),
        };
    }

    private static SourceFile SourceOf(DescriptionFile file, DescriptionFile description) =>
        new(SpecPaths.RelativeTo(SpecPaths.FolderOf(description.Path), file.Path), file.Text);

    /// <summary>
    /// Of two clients with one full name the first stays. Full names compare without case, as hint names do: the compiler refuses
    /// two files whose names differ only in case, and with them everything the generator gave.
    /// </summary>
    private static IEnumerable<SpecInput> SettleNames(List<SpecInput> inputs)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var input in inputs)
        {
            if (!taken.Add(input.Options.Namespace + "." + input.Options.ClientName))
            {
                var collision = FindingOf(Rules.ClientNameCollision, input.Options.ClientName, input.Options.Namespace);
                yield return input with { Findings = input.Findings.Append(collision).ToEquatableArray() };
            }
            else
            {
                var isShared = inputs.Any(other => IsNamesake(input.Options, other.Options));
                yield return isShared ? input with { HintPrefix = HintPrefixOf(input.Options.Namespace) } : input;
            }
        }
    }

    private static bool IsNamesake(ClientOptions one, ClientOptions other) =>
        StringComparer.OrdinalIgnoreCase.Equals(one.ClientName, other.ClientName)
        && !StringComparer.OrdinalIgnoreCase.Equals(one.Namespace, other.Namespace);

    private static string HintPrefixOf(string name) =>
        string.Concat(name.Select(character => character < 128 ? character.ToString() : $"u{(int)character:X4}")) + ".";

    private static Finding FindingOf(Rule rule, params string[] arguments) =>
        new() { RuleId = rule.Id, Pointer = "#", Arguments = arguments.ToEquatableArray() };
}
