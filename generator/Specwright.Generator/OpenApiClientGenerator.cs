using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Specwright.Emission;
using Specwright.Inputs;
using Specwright.Planning;

namespace Specwright;

/// <summary>Turns the project's OpenAPI descriptions into clients. It only adds sources; a companion analyzer reports what is wrong with a description.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OpenApiClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = context.AnalyzerConfigOptionsProvider.Select(ToSettings).WithTrackingName(TrackingNames.Settings);

        var texts = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider).Where(MayTakePart).Select(ToText).WithTrackingName(TrackingNames.Texts);
        var descriptionFiles = texts.Select(ToDescriptionFile).WithTrackingName(TrackingNames.DescriptionFiles);
        var inputs = descriptionFiles.Collect().Combine(settings).SelectMany(ToInputs).WithTrackingName(TrackingNames.Inputs);
        var models = inputs.Where(IsComplete).Select(ClientSteps.Read).WithTrackingName(TrackingNames.Models);
        var plans = models.Where(IsReadable).Select(ClientSteps.Plan).WithTrackingName(TrackingNames.Plans);

        // Which of the two outputs a project asks for is known only while the steps run; the other one has no files then.
        var isSeen = context.AnalyzerConfigOptionsProvider.Select(IsSeenByGenerators).WithTrackingName(TrackingNames.SeenByGenerators);
        var seen = plans.Combine(isSeen).Where(plan => plan.Right).SelectMany(FilesOf).WithTrackingName(TrackingNames.Files);
        var unseen = plans.Combine(isSeen).Where(plan => !plan.Right).SelectMany(FilesOf).WithTrackingName(TrackingNames.Files);
        if (!PreCompilationOutput.TryRegister(context, seen, ToSource))
        {
            context.RegisterSourceOutput(seen, AddFile);
        }

        context.RegisterSourceOutput(unseen, AddFile);
    }

    private static ProjectSettings ToSettings(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        BuildOptions.SettingsOf(options);

    private static bool IsSeenByGenerators(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        BuildOptions.IsSeenByGenerators(options);

    private static bool MayTakePart((AdditionalText Text, AnalyzerConfigOptionsProvider Options) file) =>
        BuildOptions.MayTakePart(file.Text, file.Options);

    /// <summary>An editor makes new options at every keystroke; only what they say of this file goes on.</summary>
    private static (AdditionalText Text, SpecMetadata? Spec) ToText((AdditionalText Text, AnalyzerConfigOptionsProvider Options) file, CancellationToken cancellationToken) =>
        (file.Text, BuildOptions.SpecOf(file.Text, file.Options));

    private static DescriptionFile ToDescriptionFile((AdditionalText Text, SpecMetadata? Spec) file, CancellationToken cancellationToken) =>
        BuildOptions.ToDescriptionFile(file.Text, file.Spec, cancellationToken);

    private static IEnumerable<SpecInput> ToInputs((ImmutableArray<DescriptionFile> Files, ProjectSettings Settings) build, CancellationToken cancellationToken) =>
        SpecInputs.Of(build.Files, build.Settings);

    private static bool IsComplete(SpecInput input) => input.IsComplete;

    private static bool IsReadable(ClientModel model) => model.Description is not null;

    private static IEnumerable<FilePlan> FilesOf((PlannedClient Client, bool IsSeen) plan, CancellationToken cancellationToken) =>
        ClientSteps.FilesOf(plan.Client, FileDivision.ForCompiler);

    private static (string HintName, SourceText Text) ToSource(FilePlan plan)
    {
        var file = FileEmitter.Emit(plan);
        return (file.HintName, SourceText.From(file.Text, Encoding.UTF8));
    }

    private static void AddFile(SourceProductionContext context, FilePlan plan)
    {
        var (hintName, text) = ToSource(plan);
        context.AddSource(hintName, text);
    }
}
