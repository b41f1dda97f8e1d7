using Specwright.Diagnostics;

namespace Specwright.Tool.Linting;

/// <summary>The texts that findings are about. Findings come file by file, so the lines of the last one are kept: thousands of findings must not read it thousands of times.</summary>
internal sealed class FindingExcerpts
{
    /// <summary>Bytes. A larger file has one finding, that it is too large, and its lines as further copies could use up the memory.</summary>
    private const long LargestFile = 64 * 1024 * 1024;

    private string? _path;
    private string[] _lines = [];

    /// <summary>The finding's line; null where it is about no line, the file has changed since, or is over 64 MiB.</summary>
    public string? LineOf(LocatedFinding finding)
    {
        if (_path != finding.Path)
        {
            _path = finding.Path;
            _lines = new FileInfo(finding.Path) is { Exists: true, Length: <= LargestFile } ? File.ReadAllLines(finding.Path) : [];
        }

        return finding.Line < _lines.Length && _lines[finding.Line] is { Length: > 0 } line && finding.Column <= line.Length ? line : null;
    }
}
