using System.Diagnostics;

namespace Specwright.Tool.Projects;

/// <summary>A Git work tree, asked through <c>git</c> itself, so that its settings count.</summary>
internal sealed class GitRepository
{
    private GitRepository(string root) => Root = root;

    /// <summary>Full path of the work tree.</summary>
    public string Root { get; }

    /// <summary>The work tree around a folder; null: there is none, or no <c>git</c>.</summary>
    public static async Task<GitRepository?> FindAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var (exitCode, output, _) = await RunAsync(folder, null, ["rev-parse", "--show-toplevel"], cancellationToken);
            return exitCode == 0 ? new GitRepository(Path.GetFullPath(output.Trim())) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The commit that a revision names; null: it names none.</summary>
    public async Task<string?> CommitOfAsync(string revision, CancellationToken cancellationToken)
    {
        var (exitCode, output, _) = await RunAsync(Root, null, ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], cancellationToken);
        return exitCode == 0 ? output.Trim() : null;
    }

    /// <exception cref="ToolException">The two have no common ancestor, as in a shallow clone.</exception>
    public async Task<string> MergeBaseOfAsync(string one, string other, CancellationToken cancellationToken)
    {
        var (exitCode, output, _) = await RunAsync(Root, null, ["merge-base", one, other], cancellationToken);
        return exitCode == 0 ? output.Trim() : throw new ToolException($"{one} and {other} have no common ancestor here; fetch more of the history");
    }

    /// <summary>Files that are not ignored, tracked or not, with <c>/</c>.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync(string pattern, CancellationToken cancellationToken)
    {
        var (exitCode, output, error) = await RunAsync(Root, null, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", pattern], cancellationToken);
        return exitCode == 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : throw new ToolException("git: " + error.Trim());
    }

    /// <summary>Writes all files of a commit into a folder; the work tree, the index and the repository stay as they are.</summary>
    /// <exception cref="ToolException">Git cannot.</exception>
    public async Task ExportAsync(string commit, string folder, CancellationToken cancellationToken)
    {
        // An index of its own. Symbolic links become small files: one could lead out of the folder.
        var index = Path.Combine(folder, ".index");
        var export = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        IReadOnlyList<string>[] steps =
        [
            ["read-tree", commit],
            ["-c", "core.symlinks=false", "checkout-index", "--all", "--force", "--prefix=" + export + "/"],
        ];
        foreach (var step in steps)
        {
            var (exitCode, _, error) = await RunAsync(Root, index, step, cancellationToken);
            if (exitCode != 0)
            {
                throw new ToolException("git: " + error.Trim());
            }
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string folder, string? index, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        if (index is not null)
        {
            start.Environment["GIT_INDEX_FILE"] = index;
        }

        using var process = Process.Start(start) ?? throw new ToolException("'git' cannot be started");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
