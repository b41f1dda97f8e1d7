using Specwright.Diagnostics;

namespace Specwright.Tool.Linting;

/// <summary>The text that a finding is about.</summary>
internal static class FindingExcerpt
{
    /// <summary>Its line; null where the finding is about no line, or the file has changed since.</summary>
    public static string? LineOf(LocatedFinding finding)
    {
        var line = File.Exists(finding.Path) ? File.ReadLines(finding.Path).Skip(finding.Line).FirstOrDefault() : null;
        return line is { Length: > 0 } && finding.Column <= line.Length ? line : null;
    }
}
