using System.CommandLine;
using Specwright.Tool.Commands;

namespace Specwright.Tool.Projects;

/// <summary>The projects a command works on.</summary>
internal static class ProjectArguments
{
    /// <summary>How to call this tool: from source where the current repository is the tool's own.</summary>
    public static string OwnCommand
    {
        get
        {
            var project = Path.Combine("build", "Specwright.Tool");
            return RepositoryRoot() is { } root && Directory.Exists(Path.Combine(root, project))
                ? $"dotnet run --project {DisplayPath(Path.Combine(root, project))} --"
                : "specwright";
        }
    }

    public static Argument<string[]> Create()
    {
        var argument = new Argument<string[]>("project")
        {
            Description = "Project files, or folders that hold one. Default: every project under src/ of this repository that has OpenApiSpec items.",
            HelpName = "project",
            Arity = ArgumentArity.ZeroOrMore,
        };
        UnknownOptions.Reject(argument);
        return argument;
    }

    /// <summary>Full paths of project files; never empty.</summary>
    /// <exception cref="ToolException">A project is not there, or none is found.</exception>
    public static IReadOnlyList<string> Resolve(IReadOnlyList<string> paths) => paths.Count > 0 ? paths.Select(ResolveOne).ToList() : FindAll();

    /// <summary>Seen from the current folder; in full where it lies outside. With <c>/</c>.</summary>
    public static string DisplayPath(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : relative).Replace('\\', '/');
    }

    private static string ResolveOne(string path)
    {
        if (File.Exists(path))
        {
            return Path.GetFullPath(path);
        }

        if (!Directory.Exists(path))
        {
            throw new ToolException($"there is no project '{path}'");
        }

        return Directory.GetFiles(path, "*.csproj") switch
        {
            [var project] => Path.GetFullPath(project),
            [] => throw new ToolException($"the folder '{path}' holds no project"),
            _ => throw new ToolException($"the folder '{path}' holds several projects: name one"),
        };
    }

    private static IReadOnlyList<string> FindAll()
    {
        var root = RepositoryRoot() ?? throw new ToolException("the current folder is in no repository: name a project");
        var source = Path.Combine(root, "src");
        var projects = Directory.Exists(source)
            ? Directory.EnumerateFiles(source, "*.csproj", SearchOption.AllDirectories)
                .Where(path => File.ReadAllText(path).Contains("<OpenApiSpec", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .ToList()
            : [];
        return projects.Count > 0 ? projects : throw new ToolException($"no project under '{DisplayPath(source)}' has OpenApiSpec items: name a project");
    }

    /// <summary>The nearest folder, from the current one upwards, that is a repository or holds a solution; null outside of any.</summary>
    public static string? RepositoryRoot() => FolderAbove(folder =>
        HasGit(folder) || folder.EnumerateFiles("*.sln").Any() || folder.EnumerateFiles("*.slnx").Any());

    /// <summary>The root of the Git work tree around the current folder; null outside of any.</summary>
    public static string? WorkTreeRoot() => FolderAbove(HasGit);

    private static string? FolderAbove(Func<DirectoryInfo, bool> isMeant)
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (isMeant(folder))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    // A file in a linked work tree.
    private static bool HasGit(DirectoryInfo folder) => Path.Exists(Path.Combine(folder.FullName, ".git"));
}
