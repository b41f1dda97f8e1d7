using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Specwright.Inputs;

namespace Specwright;

/// <summary>What the props and targets of the package tell the compiler, taken out of its options.</summary>
internal static class BuildOptions
{
    private const string Metadata = "build_metadata.AdditionalFiles.Specwright";

    public static ProjectSettings SettingsOf(AnalyzerConfigOptionsProvider options) => new(
        ValueOf(options.GlobalOptions, "build_property.RootNamespace"),
        ValueOf(options.GlobalOptions, "build_property.ProjectDir"));

    /// <summary>Whether other generators of the project are to see the clients, where the compiler can (<see cref="PreCompilationOutput"/>).</summary>
    public static bool IsSeenByGenerators(AnalyzerConfigOptionsProvider options) =>
        !StringComparer.OrdinalIgnoreCase.Equals(ValueOf(options.GlobalOptions, "build_property.SpecwrightSeenByGenerators"), "false");

    /// <summary>Items of ours, and files of the project's own that an overlay or a reference may name.</summary>
    public static bool MayTakePart(AdditionalText text, AnalyzerConfigOptionsProvider options) =>
        SpecNames.IsText(text.Path) || IsSpec(options.GetOptions(text));

    /// <summary>The options of an <c>OpenApiSpec</c> item; null for any other file.</summary>
    public static SpecMetadata? SpecOf(AdditionalText text, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(text) is var metadata && IsSpec(metadata) ? SpecOf(metadata, options.GlobalOptions) : null;

    /// <remarks>A file that cannot be opened has no text here; the compiler itself reports it.</remarks>
    public static DescriptionFile ToDescriptionFile(AdditionalText text, SpecMetadata? spec, CancellationToken cancellationToken) => new()
    {
        Path = SpecPaths.Normalize(text.Path),
        Text = text.GetText(cancellationToken)?.ToString() ?? "",
        Spec = spec,
    };

    private static bool IsSpec(AnalyzerConfigOptions metadata) =>
        StringComparer.OrdinalIgnoreCase.Equals(ValueOf(metadata, Metadata + "Spec"), "true");

    /// <summary>What a section of an <c>.editorconfig</c> says of the file stands beside its metadata, what a <c>.globalconfig</c> says to all stands elsewhere.</summary>
    private static SpecMetadata SpecOf(AnalyzerConfigOptions file, AnalyzerConfigOptions all) =>
        SpecMetadata.Of(option => ValueOf(file, Metadata + option), key => ValueOf(file, key) ?? ValueOf(all, key));

    private static string? ValueOf(AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var value) ? value : null;
}
