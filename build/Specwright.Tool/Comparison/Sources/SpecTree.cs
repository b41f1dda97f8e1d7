using Specwright.Inputs;
using Specwright.Tool.Linting;
using Specwright.Tool.Projects;

namespace Specwright.Tool.Comparison.Sources;

/// <summary>A description of one side, with the options of its project where it has one.</summary>
/// <param name="Input">Texts and options.</param>
/// <param name="Path">Within the tree, with <c>/</c>; the same on both sides where the file was not moved.</param>
/// <param name="Project">Likewise; null: no project has it.</param>
/// <param name="Tree">Where it stands.</param>
internal sealed record SideSpec(SpecInput Input, string Path, string? Project, SpecTree Tree);

/// <summary>All files of one side of a comparison: the work tree, a revision written to a temporary folder, or a plain folder.</summary>
internal sealed class SpecTree : IDisposable
{
    private readonly string? _temporary;
    private readonly SpecTree? _workTree;
    private readonly GitRepository? _repository;
    private readonly Dictionary<string, IReadOnlyList<SideSpec>> _evaluated = new(StringComparer.Ordinal);

    private SpecTree(string root, string label, GitRepository? repository, SpecTree? workTree, string? temporary)
    {
        (Root, Label, _repository, _workTree, _temporary) = (root, label, repository, workTree, temporary);
    }

    /// <summary>Full path.</summary>
    public string Root { get; }

    /// <summary>What a reader calls it: the revision as it was given, or <c>work tree</c>.</summary>
    public string Label { get; }

    /// <summary>The files as they are, committed or not; outside of Git the current folder, in which no project is looked for.</summary>
    public static SpecTree OfWorkTree(GitRepository? repository) => new(repository?.Root ?? Directory.GetCurrentDirectory(), "work tree", repository, null, null);

    public static async Task<SpecTree> OfRevisionAsync(GitRepository repository, string commit, string label, SpecTree workTree, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("specwright-diff-").FullName;
        var tree = new SpecTree(System.IO.Path.Combine(folder, "files"), label, null, workTree, folder);
        try
        {
            await repository.ExportAsync(commit, folder, cancellationToken);
            return tree;
        }
        catch
        {
            tree.Dispose();
            throw;
        }
    }

    public string FullPathOf(string path) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, path));

    /// <summary>Within the tree; the full path where it lies outside.</summary>
    public string PathOf(string fullPath) => SpecPaths.RelativeTo(SpecPaths.Normalize(Root), SpecPaths.Normalize(fullPath)) is var relative && relative.StartsWith("../", StringComparison.Ordinal)
        ? SpecPaths.Normalize(fullPath)
        : relative;

    public bool Has(string path) => File.Exists(FullPathOf(path));

    /// <summary>Descriptions of projects that lie at one of the paths or below; all of them without a path.</summary>
    /// <param name="paths">Within the tree.</param>
    /// <param name="report">Gets what is under way.</param>
    /// <param name="cancellationToken">Ends MSBuild.</param>
    public async Task<IReadOnlyList<SideSpec>> SpecsAsync(IReadOnlyList<string> paths, Action<string> report, CancellationToken cancellationToken)
    {
        var specs = new List<SideSpec>();
        foreach (var project in await ProjectsAsync(cancellationToken))
        {
            if (paths.Count == 0 || paths.Any(path => MayHave(project, path)))
            {
                report($"evaluating {project} ({Label})");
                specs.AddRange(await EvaluateAsync(project, cancellationToken));
            }
        }

        return [.. specs.Where(spec => paths.Count == 0 || paths.Any(path => spec.Path == path || spec.Path.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal)))];
    }

    /// <summary>A description that stands in no project, with the overlay beside it and the files that it refers to; all options have their defaults.</summary>
    public SideSpec Plain(string path)
    {
        var input = LintedFiles.Read(FullPathOf(path), []).First(candidate => candidate.Path == SpecPaths.Normalize(FullPathOf(path)));
        return new(input, path, null, this);
    }

    public void Dispose()
    {
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }

    private async Task<IReadOnlyList<string>> ProjectsAsync(CancellationToken cancellationToken)
    {
        IEnumerable<string> files = _repository is not null
            ? await _repository.FilesAsync("*.csproj", cancellationToken)
            : _temporary is not null
                ? Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories).Select(PathOf)
                : [];
        return [.. files.Where(Has).Where(file => File.ReadAllText(FullPathOf(file)).Contains("<OpenApiSpec", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether evaluating the project can be of use: it names the file, files by a pattern, or a folder is asked for.</summary>
    private bool MayHave(string project, string path)
    {
        var text = File.ReadAllText(FullPathOf(project));
        return !SpecNames.IsText(path) || text.Contains(SpecPaths.NameOf(path), StringComparison.OrdinalIgnoreCase) || text.Contains('*');
    }

    private async Task<IReadOnlyList<SideSpec>> EvaluateAsync(string project, CancellationToken cancellationToken)
    {
        if (!_evaluated.TryGetValue(project, out var specs))
        {
            // What packages bring along is restored in the work tree alone.
            var restored = _workTree is { } workTree ? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(workTree.FullPathOf(project))!, "obj") : null;
            var read = await ProjectReader.ReadAsync(FullPathOf(project), cancellationToken, Directory.Exists(restored) ? restored : null);
            specs = [.. read.Inputs.Select(input => new SideSpec(input, PathOf(input.Path), project, this))];
            _evaluated.Add(project, specs);
        }

        return specs;
    }
}
