namespace Specwright.Reading.References;

/// <summary>File paths as text: the build names files with either slash, absolute or relative, and nothing here may ask the disk.</summary>
internal static class RelativePath
{
    /// <summary>With forward slashes and without <c>.</c> and <c>..</c> segments, as far as they can be taken out.</summary>
    public static string Normalise(string path)
    {
        var result = new List<string>();
        foreach (var segment in path.Replace('\\', '/').Split('/'))
        {
            if (segment == ".." && result.Count > 0 && result[result.Count - 1] is not (".." or ""))
            {
                result.RemoveAt(result.Count - 1);
            }
            else if (segment != "." && (segment.Length > 0 || result.Count == 0))
            {
                result.Add(segment);
            }
        }

        return string.Join("/", result);
    }

    /// <summary>The normalised path that a reference means in a file.</summary>
    /// <param name="file">Normalised.</param>
    /// <param name="reference">As written, possibly percent-encoded.</param>
    public static string Combine(string file, string reference)
    {
        var target = Uri.UnescapeDataString(reference).Replace('\\', '/');
        var slash = file.LastIndexOf('/');
        return Normalise(target.StartsWith("/", StringComparison.Ordinal) || slash < 0 ? target : file.Substring(0, slash + 1) + target);
    }
}
