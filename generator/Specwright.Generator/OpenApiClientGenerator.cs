using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
        var plans = models.SelectMany(ToPlans).WithTrackingName(TrackingNames.Plans);

        // Which of the two outputs a project asks for is known only while the steps run; the other one has no files then.
        var isSeen = context.AnalyzerConfigOptionsProvider.Select(IsSeenByGenerators).WithTrackingName(TrackingNames.SeenByGenerators);
        var divided = plans.Combine(isSeen).WithComparer(OfOneStep.Comparer);
        var seen = divided.SelectMany(SeenFilesOf).WithTrackingName(TrackingNames.Files);
        var unseen = divided.SelectMany(UnseenFilesOf).WithTrackingName(TrackingNames.Files);
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

    /// <summary>None where the description could not be read.</summary>
    private static IEnumerable<PlannedClient> ToPlans(ClientModel model, CancellationToken cancellationToken) =>
        model.Description is null ? [] : [ClientSteps.Plan(model, cancellationToken)];

    private static IEnumerable<FilePlan> SeenFilesOf((PlannedClient Client, bool IsSeen) plan, CancellationToken cancellationToken) =>
        plan.IsSeen ? ClientSteps.FilesOf(plan.Client, FileDivision.ForCompiler) : [];

    private static IEnumerable<FilePlan> UnseenFilesOf((PlannedClient Client, bool IsSeen) plan, CancellationToken cancellationToken) =>
        plan.IsSeen ? [] : ClientSteps.FilesOf(plan.Client, FileDivision.ForCompiler);

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

    /// <summary>The step of the plans compares them by value and keeps the old object where they are equal: behind it the object tells, and a large client is not compared again at each step.</summary>
    private sealed class OfOneStep : IEqualityComparer<(PlannedClient Client, bool IsSeen)>
    {
        public static OfOneStep Comparer { get; } = new();

        public bool Equals((PlannedClient Client, bool IsSeen) one, (PlannedClient Client, bool IsSeen) other) =>
            ReferenceEquals(one.Client, other.Client) && one.IsSeen == other.IsSeen;

        public int GetHashCode((PlannedClient Client, bool IsSeen) plan) => RuntimeHelpers.GetHashCode(plan.Client);
    }
}
