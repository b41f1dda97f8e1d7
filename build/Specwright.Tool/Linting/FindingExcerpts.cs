using Specwright.Diagnostics;

namespace Specwright.Tool.Linting;

/// <summary>The texts that findings are about. Findings come file by file, so the lines of the last one are kept: thousands of findings must not read it thousands of times.</summary>
internal sealed class FindingExcerpts
{
    private string? _path;
    private string[] _lines = [];

    /// <summary>The finding's line; null where it is about no line, or the file has changed since.</summary>
    public string? LineOf(LocatedFinding finding)
    {
        if (_path != finding.Path)
        {
            _path = finding.Path;
            _lines = File.Exists(finding.Path) ? File.ReadAllLines(finding.Path) : [];
        }

        return finding.Line < _lines.Length && _lines[finding.Line] is { Length: > 0 } line && finding.Column <= line.Length ? line : null;
    }
}
