using Specwright.Inputs;
using Specwright.Model;
using Specwright.Planning;

namespace Specwright.Tool.New;

/// <summary>A description with its overlay and parts, read as the project would read it where it is going to lie.</summary>
internal sealed record ClientFiles
{
    /// <summary>With its findings.</summary>
    public required SpecInput Input { get; init; }

    /// <summary>Null: it cannot be read; the findings say why.</summary>
    public required ApiDescription? Description { get; init; }

    /// <summary>Null without <see cref="Description"/>, and where the set-up is wrong.</summary>
    public required ApiPlan? Plan { get; init; }

    public static ClientFiles Read(IReadOnlyList<DescriptionFile> files, ProjectSettings settings, CancellationToken cancellationToken)
    {
        var input = SpecInputs.Of(files, settings)[0];
        var model = input.IsComplete ? ClientSteps.Read(input, cancellationToken) : null;
        return new()
        {
            Input = input,
            Description = model?.Description,
            Plan = model?.Description is null ? null : ClientSteps.Plan(model, cancellationToken).Plan,
        };
    }
}
