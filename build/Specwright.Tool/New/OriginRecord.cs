using System.Globalization;
using System.Security.Cryptography;

namespace Specwright.Tool.New;

/// <summary>Writes down in <c>specs/README.md</c> where a description comes from, and what it was: two tables, a row for each description and a hash for each file as it was published.</summary>
internal sealed record OriginRecord
{
    private const string OriginHeader = "| spec | origin | taken | licence | how it came about |";
    private const string HashHeader = "| file | SHA-256 |";

    /// <summary>Of the files: <c>acme-pay</c>.</summary>
    public required string Name { get; init; }

    public required string Origin { get; init; }

    public required DateOnly Taken { get; init; }

    /// <summary>As the description or the user states it; null: nobody does.</summary>
    public required string? Licence { get; init; }

    /// <summary><c>OpenAPI 3.0.3</c>.</summary>
    public required string Standard { get; init; }

    /// <summary>The description's own version.</summary>
    public required string? Version { get; init; }

    public required bool IsSkeleton { get; init; }

    /// <summary>Name and contents of each file that is somebody else's: those written here change.</summary>
    public required IReadOnlyList<(string Name, byte[] Content)> Published { get; init; }

    /// <summary>The page with this record in it; rows of the same description or file are replaced.</summary>
    public string WriteInto(string? page)
    {
        var lines = (page ?? "# The descriptions\n").ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        var how = IsSkeleton
            ? $"{Standard} by hand"
            : $"{Standard} as published, byte for byte{(Version is null ? "" : $", version {Version}")}, and an overlay";
        Put(lines, OriginHeader, $"| `{Cell(Name)}` | {OriginCell()} | {Taken.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} | {Cell(Licence ?? "none stated: unknown")} | {Cell(how)} |");
        foreach (var (name, content) in Published)
        {
            Put(lines, HashHeader, $"| `{Cell(name)}` | `{Convert.ToHexStringLower(SHA256.HashData(content))}` |");
        }

        return string.Join('\n', lines) + "\n";
    }

    // An address is a link, which no reader takes for anything else; the rest is text.
    private string OriginCell() => Uri.TryCreate(Origin, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? $"<{address.AbsoluteUri.Replace("|", "%7C", StringComparison.Ordinal)}>" : Cell(Origin);

    private static void Put(List<string> lines, string header, string row)
    {
        var start = lines.IndexOf(header);
        if (start < 0)
        {
            lines.AddRange(["", header, Separator(header), row]);
            return;
        }

        var end = start + 1;
        while (end < lines.Count && lines[end].StartsWith('|'))
        {
            end++;
        }

        var key = row[..row.IndexOf('|', 1)];
        var same = lines.FindIndex(start, end - start, line => line.StartsWith(key, StringComparison.Ordinal));
        if (same < 0)
        {
            lines.Insert(end, row);
        }
        else
        {
            lines[same] = row;
        }
    }

    private static string Separator(string header) => string.Concat(Enumerable.Repeat("| --- ", header.Count(character => character == '|') - 1)) + "|";

    // What a description says of itself is untrusted: it stays one cell of text.
    private static string Cell(string text)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)).Trim();
        return (line.Length > 200 ? line[..200] + "…" : line)
            .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal).Replace("`", "'", StringComparison.Ordinal);
    }
}
