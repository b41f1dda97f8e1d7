namespace Specwright.CompileBudget;

/// <summary>C# files in a folder.</summary>
/// <param name="Folder">Where they lie.</param>
/// <param name="Files">Absolute paths, in ordinal order.</param>
internal sealed record SourceSet(string Folder, IReadOnlyList<string> Files)
{
    /// <summary>Of the files as they lie on the disk, in bytes.</summary>
    public long Bytes => Files.Sum(file => new FileInfo(file).Length);

    /// <summary>All C# files of a folder and the folders in it, without what a build left in <c>bin</c> and <c>obj</c>.</summary>
    public static SourceSet In(string folder) => new(folder,
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(step => step is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ]);

    /// <summary>Writes the texts into a new folder.</summary>
    public static SourceSet Write(string folder, IEnumerable<(string Name, string Text)> texts)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in texts)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        return In(folder);
    }
}
