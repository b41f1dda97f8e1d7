using Specwright.Inputs;
using Specwright.Tool.Projects;

namespace Specwright.Tool.Comparison.Sources;

/// <summary>What is to be compared: pairs of descriptions, one side of which may be missing.</summary>
/// <param name="OldLabel">What a reader calls the old side: a revision or a file.</param>
/// <param name="NewLabel">Likewise.</param>
/// <param name="Pairs">In ordinal order of their paths.</param>
/// <param name="Trees">To be disposed.</param>
internal sealed record ComparisonRequest(string OldLabel, string NewLabel, IReadOnlyList<(SideSpec? Old, SideSpec? New)> Pairs, IReadOnlyList<SpecTree> Trees) : IDisposable
{
    /// <summary>Understands the arguments of <c>specwright diff</c>.</summary>
    /// <exception cref="ToolException">They mean nothing, or name something that is not there.</exception>
    public static async Task<ComparisonRequest> OfAsync(IReadOnlyList<string> arguments, Action<string> report, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.FindAsync(Directory.GetCurrentDirectory(), cancellationToken);
        var trees = new List<SpecTree> { SpecTree.OfWorkTree(repository) };
        try
        {
            var reader = new ArgumentReader(repository, trees, report, cancellationToken);
            return await reader.ReadAsync(arguments);
        }
        catch
        {
            trees.ForEach(tree => tree.Dispose());
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var tree in Trees)
        {
            tree.Dispose();
        }
    }

    private sealed class ArgumentReader(GitRepository? repository, List<SpecTree> trees, Action<string> report, CancellationToken cancellationToken)
    {
        private readonly SpecTree _workTree = trees[0];

        public async Task<ComparisonRequest> ReadAsync(IReadOnlyList<string> arguments)
        {
            var first = arguments[0];
            if (File.Exists(first))
            {
                return await FilesAsync(arguments);
            }

            if (first.IndexOf("..", StringComparison.Ordinal) is > 0 and var dots)
            {
                var isFromBase = first[dots..].StartsWith("...", StringComparison.Ordinal);
                var end = first[(dots + (isFromBase ? 3 : 2))..];
                return await RevisionsAsync(first[..dots], end.Length == 0 ? "HEAD" : end, isFromBase, arguments.Skip(1));
            }

            return first.Contains(':', StringComparison.Ordinal) ? await FilesAsync(arguments) : await RevisionsAsync(first, null, isFromBase: false, arguments.Skip(1));
        }

        private async Task<ComparisonRequest> FilesAsync(IReadOnlyList<string> arguments)
        {
            if (arguments.Count != 2)
            {
                throw new ToolException("two files are compared: name an old and a new one, each as a path or as <revision>:<path>");
            }

            var (oldTree, oldPath) = await FileAsync(arguments[0]);
            var (newTree, newPath) = await FileAsync(arguments[1]);
            var old = (await oldTree.SpecsAsync([oldPath], report, cancellationToken)).FirstOrDefault();
            var @new = (await newTree.SpecsAsync([newPath], report, cancellationToken)).FirstOrDefault();

            // A file of no project is read as if it stood in the other's place, so that the two differ in what they describe alone.
            var plainNew = @new ?? newTree.Plain(newPath);
            var plainOld = old ?? oldTree.Plain(oldPath);
            plainNew = @new is null && old is not null ? WithOptionsOf(plainNew, old) : plainNew;
            plainOld = old is null ? WithOptionsOf(plainOld, plainNew) : plainOld;
            return new(arguments[0], arguments[1], [(plainOld, plainNew)], trees);
        }

        private static SideSpec WithOptionsOf(SideSpec spec, SideSpec other) => spec with { Input = spec.Input with { Options = other.Input.Options } };

        private async Task<(SpecTree Tree, string Path)> FileAsync(string argument)
        {
            if (File.Exists(argument))
            {
                return (_workTree, _workTree.PathOf(Path.GetFullPath(argument)));
            }

            var colon = argument.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new ToolException($"there is no file '{argument}'");
            }

            var (revision, file) = (argument[..colon], argument[(colon + 1)..]);
            var tree = await TreeAsync(await CommitAsync(revision), revision);
            var path = PathInTree(file);
            return tree.Has(path) ? (tree, path) : throw new ToolException($"there is no file '{path}' in {revision}");
        }

        private async Task<ComparisonRequest> RevisionsAsync(string oldRevision, string? newRevision, bool isFromBase, IEnumerable<string> specs)
        {
            var paths = specs.Select(PathInTree).ToList();
            var oldCommit = await CommitAsync(oldRevision);
            var newCommit = newRevision is null ? null : await CommitAsync(newRevision);
            if (isFromBase)
            {
                oldCommit = await repository!.MergeBaseOfAsync(oldCommit, newCommit!, cancellationToken);
            }

            var old = await TreeAsync(oldCommit, oldRevision);
            var @new = newCommit is null ? _workTree : await TreeAsync(newCommit, newRevision!);
            var before = await SpecsAsync(old, paths);
            var after = await SpecsAsync(@new, paths);
            foreach (var path in paths.Where(path => !before.Concat(after).Any(spec => spec.Path == path || spec.Path.StartsWith(path + "/", StringComparison.Ordinal))))
            {
                throw new ToolException($"there is no description '{path}' in {old.Label} or {@new.Label}");
            }

            if (before.Count + after.Count == 0)
            {
                throw new ToolException($"no project of {old.Label} or {@new.Label} has OpenApiSpec items: name a description");
            }

            var matching = Matching<SideSpec>.By(
                before,
                after,
                spec => $"{spec.Project} {spec.Path}",
                spec => spec.Path,
                spec => $"{spec.Input.Options.Namespace}.{spec.Input.Options.ClientName}");
            var pairs = matching.Pairs.Select(pair => ((SideSpec?)(pair.Old.Project is null ? WithOptionsOf(pair.Old, pair.New) : pair.Old), (SideSpec?)pair.New))
                .Concat(matching.Removed.Select(spec => ((SideSpec?)spec, (SideSpec?)null)))
                .Concat(matching.Added.Select(spec => ((SideSpec?)null, (SideSpec?)spec)));
            return new(old.Label, @new.Label, [.. pairs.OrderBy(pair => (pair.Item2 ?? pair.Item1)!.Path, StringComparer.Ordinal)], trees);
        }

        private async Task<List<SideSpec>> SpecsAsync(SpecTree tree, List<string> paths)
        {
            var specs = (await tree.SpecsAsync(paths, report, cancellationToken)).ToList();
            specs.AddRange(paths.Where(path => specs.All(spec => spec.Path != path) && SpecNames.IsText(path) && tree.Has(path)).Select(tree.Plain));
            return specs;
        }

        private async Task<string> CommitAsync(string revision)
        {
            if (repository is null)
            {
                throw new ToolException($"there is no file '{revision}', and the current folder is in no Git repository that could have such a revision");
            }

            return await repository.CommitOfAsync(revision, cancellationToken) ?? throw new ToolException($"'{revision}' is neither a file nor a revision");
        }

        private async Task<SpecTree> TreeAsync(string commit, string label)
        {
            report("reading " + label);
            var tree = await SpecTree.OfRevisionAsync(repository!, commit, label, _workTree, cancellationToken);
            trees.Add(tree);
            return tree;
        }

        /// <summary>From the current folder, as shells complete it.</summary>
        private string PathInTree(string path) => _workTree.PathOf(Path.GetFullPath(path)).TrimEnd('/');
    }
}
