using Specwright.Tool.Projects;

namespace Specwright.Tool.New;

/// <summary>Finds the project that a description belongs into, and the one that tests it.</summary>
internal static class ProjectDiscovery
{
    private static readonly string[] NotSearched = ["bin", "obj", "artifacts", "node_modules", "Generated"];

    /// <summary>The folder that <c>specs/</c> and <c>tests/</c> stand in: the repository's or solution's, if the project is below it; otherwise the project's own.</summary>
    public static string RootOf(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        return ProjectArguments.RepositoryRoot() is { } root && IsBelow(root, folder) ? root : folder;
    }

    /// <exception cref="ToolException">None is named and there is none, or more than one.</exception>
    public static string FindProject(string? named)
    {
        if (named is not null)
        {
            return ProjectArguments.Resolve([named])[0];
        }

        var here = Directory.GetCurrentDirectory();
        if (Directory.GetFiles(here, "*.csproj") is [var only])
        {
            return only;
        }

        var root = ProjectArguments.RepositoryRoot() ?? here;
        var source = Path.Combine(root, "src");
        var projects = ProjectsBelow(Directory.Exists(source) ? source : root).Where(project => !IsTest(project)).ToList();
        var withDescriptions = projects.Where(project => File.ReadAllText(project).Contains("<OpenApiSpec", StringComparison.Ordinal)).ToList();
        return (withDescriptions.Count > 0 ? withDescriptions : projects) switch
        {
            [var project] => project,
            [] => throw new ToolException($"there is no project under '{ProjectArguments.DisplayPath(root)}': name one with --project"),
            var several => throw new ToolException($"there are several projects, name one with --project: {string.Join(", ", several.Select(ProjectArguments.DisplayPath))}"),
        };
    }

    /// <summary>Null: there is none that references the project.</summary>
    /// <exception cref="ToolException">There are several, and none is named after the project.</exception>
    public static string? FindTests(string? named, string project)
    {
        if (named is not null)
        {
            return ProjectArguments.Resolve([named])[0];
        }

        var name = Path.GetFileName(project);
        var candidates = ProjectsBelow(RootOf(project)).Where(candidate => IsTest(candidate) && Mentions(candidate, name)).ToList();
        var stem = Path.GetFileNameWithoutExtension(project);
        return candidates.Find(candidate => Path.GetFileNameWithoutExtension(candidate) is var found && (found == stem + ".Tests" || found == stem + ".UnitTests"))
            ?? candidates switch
            {
                [] => null,
                [var only] => only,
                _ => throw new ToolException($"several test projects reference {name}, name one with --tests: {string.Join(", ", candidates.Select(ProjectArguments.DisplayPath))}"),
            };
    }

    /// <summary>The file of a project of this name in the repository, if it is there: then it is referenced as a project.</summary>
    public static string? FindByName(string root, string name) => ProjectsBelow(root).FirstOrDefault(project => Path.GetFileNameWithoutExtension(project) == name);

    public static bool IsBelow(string folder, string path) => !Path.GetRelativePath(folder, path).StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(Path.GetRelativePath(folder, path));

    private static bool IsTest(string project) => File.ReadAllText(project) is var text
        && (text.Contains("Microsoft.NET.Test.Sdk", StringComparison.Ordinal) || text.Contains("<IsTestProject>true", StringComparison.Ordinal) || text.Contains("MSTest.Sdk", StringComparison.Ordinal));

    private static bool Mentions(string project, string fileName) => File.ReadAllText(project).Contains(fileName, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<string> ProjectsBelow(string folder)
    {
        var found = new List<string>();
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
        {
            found.AddRange(Directory.GetFiles(next, "*.csproj"));
            foreach (var child in Directory.GetDirectories(next))
            {
                var name = Path.GetFileName(child);
                if (!name.StartsWith('.') && !NotSearched.Contains(name, StringComparer.OrdinalIgnoreCase) && new DirectoryInfo(child).LinkTarget is null)
                {
                    open.Push(child);
                }
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }
}
