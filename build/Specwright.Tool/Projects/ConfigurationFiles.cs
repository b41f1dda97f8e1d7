using Microsoft.CodeAnalysis;

namespace Specwright.Tool.Projects;

/// <summary>The <c>.editorconfig</c> and <c>.globalconfig</c> files of a project, read by the compiler's own reader.</summary>
internal sealed class ConfigurationFiles
{
    private readonly AnalyzerConfigSet _files;

    private ConfigurationFiles(AnalyzerConfigSet files) => _files = files;

    /// <param name="paths">As MSBuild finds them: beside the project's sources and above.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<ConfigurationFiles> ReadAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var files = new List<AnalyzerConfig>();
        foreach (var path in paths.Where(File.Exists))
        {
            files.Add(AnalyzerConfig.Parse(await File.ReadAllTextAsync(path, cancellationToken), path));
        }

        return new(AnalyzerConfigSet.Create(files));
    }

    /// <summary>What counts for a file, by key; null where nothing does.</summary>
    public Func<string, string?> ReaderOf(string path)
    {
        var own = _files.GetOptionsForSourcePath(path).AnalyzerOptions;
        var all = _files.GlobalConfigOptions.AnalyzerOptions;
        return key => own.TryGetValue(key, out var value) || all.TryGetValue(key, out value) ? value : null;
    }
}
