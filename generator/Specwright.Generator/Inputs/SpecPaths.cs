namespace Specwright.Inputs;

/// <summary>Paths as text, with <c>/</c> between the parts on every system. Nothing here looks at a disk.</summary>
internal static class SpecPaths
{
    /// <summary>Two spellings of one path, as on the systems that ignore case: a build that works on one system works on all.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>Settles slashes, <c>.</c> and <c>..</c>; a <c>..</c> that leads out of a relative path stays.</summary>
    public static string Normalize(string path)
    {
        var text = path.Trim().Replace('\\', '/');
        var isRooted = text.StartsWith("/", StringComparison.Ordinal);
        var parts = new List<string>();
        foreach (var part in text.Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && !(part == ".." && isRooted))
            {
                parts.Add(part);
            }
        }

        return (isRooted ? "/" : "") + string.Join("/", parts);
    }

    /// <summary>The path seen from a folder; an absolute one stays itself.</summary>
    public static string Combine(string folder, string path) =>
        folder.Length == 0 || IsAbsolute(path) ? Normalize(path) : Normalize(folder + "/" + path);

    /// <summary>With <c>..</c> where needed; the path itself where the two have no common root (another drive).</summary>
    public static string RelativeTo(string folder, string path)
    {
        var from = Normalize(folder).Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        var to = Normalize(path).Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        if (IsAbsolute(folder) != IsAbsolute(path) || (IsDrive(path) && !Comparer.Equals(from.FirstOrDefault(), to[0])) || from.Contains(".."))
        {
            return Normalize(path);
        }

        var common = 0;
        while (common < from.Length && common < to.Length - 1 && Comparer.Equals(from[common], to[common]))
        {
            common++;
        }

        return string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    /// <summary>Empty for a bare file name.</summary>
    public static string FolderOf(string path)
    {
        var normal = Normalize(path);
        var slash = normal.LastIndexOf('/');
        return slash switch
        {
            < 0 => "",
            0 => "/",
            _ => normal.Substring(0, slash),
        };
    }

    public static string NameOf(string path) => Normalize(path).Split('/').Last();

    private static bool IsAbsolute(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) || path.StartsWith("\\", StringComparison.Ordinal) || IsDrive(path);

    private static bool IsDrive(string path) => path.Length > 1 && path[1] == ':';
}
