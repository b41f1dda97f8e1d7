using System.Text;

namespace Specwright.Tool.New;

internal enum FileChangeKind
{
    /// <summary>The file is not there yet.</summary>
    Created,

    /// <summary>A file of the user's gets lines more.</summary>
    Edited,

    /// <summary>A file of the same name with other contents is there.</summary>
    Overwritten,

    /// <summary>It is there as it should be.</summary>
    Unchanged,
}

internal sealed record FileChange(string Path, byte[] Content, FileChangeKind Kind);

/// <summary>Everything that is to be written, gathered before anything is: either all of it, or nothing.</summary>
internal sealed class FileChanges
{
    private readonly Dictionary<string, FileChange> _changes = [];

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyCollection<FileChange> All => _changes.Values;

    /// <summary>Files that would be lost.</summary>
    public IReadOnlyList<string> Conflicts => [.. All.Where(change => change.Kind == FileChangeKind.Overwritten).Select(change => change.Path)];

    /// <summary>A file of ours.</summary>
    public void Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Add(string, string)"/>
    public void Add(string path, byte[] content)
    {
        var full = Path.GetFullPath(path);
        var kind = !File.Exists(full) ? FileChangeKind.Created
            : File.ReadAllBytes(full).AsSpan().SequenceEqual(content) ? FileChangeKind.Unchanged
            : FileChangeKind.Overwritten;
        _changes[full] = new(full, content, kind);
    }

    /// <summary>A file of the user's, or one that is to be made, with changes that keep all the rest.</summary>
    /// <param name="path">The file.</param>
    /// <param name="edit">From the text as it stands, or null without a file, to the text as it shall be.</param>
    public void Edit(string path, Func<string?, string> edit)
    {
        var full = Path.GetFullPath(path);
        var before = _changes.TryGetValue(full, out var pending) ? TextOf(pending.Content) : File.Exists(full) ? File.ReadAllText(full) : null;
        var after = edit(before);
        if (after == before && pending is not null)
        {
            return;
        }

        var kind = !File.Exists(full) ? FileChangeKind.Created : after == before ? FileChangeKind.Unchanged : FileChangeKind.Edited;
        _changes[full] = new(full, WithMarkOf(full, after), kind);
    }

    public void Write()
    {
        foreach (var change in All.Where(change => change.Kind != FileChangeKind.Unchanged))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(change.Path)!);
            File.WriteAllBytes(change.Path, change.Content);
        }
    }

    private static string TextOf(ReadOnlySpan<byte> content) =>
        Encoding.UTF8.GetString(content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content);

    // Reading as text drops the byte order mark that some editors write.
    private static byte[] WithMarkOf(string path, string text)
    {
        var hasMark = File.Exists(path) && File.ReadAllBytes(path).AsSpan().StartsWith(Encoding.UTF8.Preamble);
        return [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
    }
}
