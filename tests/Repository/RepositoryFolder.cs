namespace Specwright;

/// <summary>The repository that the tests were built from.</summary>
/// <remarks>Found from where the tests run: the path of a source file is rewritten in a deterministic build, as CI makes it.</remarks>
internal static class RepositoryFolder
{
    public static string Path { get; } = Find();

    /// <summary>The absolute path of a file or folder named from the root of the repository.</summary>
    public static string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Generated.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Generated.sln is in no folder above the tests.");
    }
}
