using Specwright;

namespace Payments.Cli;

/// <summary>Texts of the repository that the tests were built from.</summary>
internal static class RepositoryFiles
{
    public static string Read(string path) => File.ReadAllText(RepositoryFolder.PathOf(path)).ReplaceLineEndings("\n");
}
