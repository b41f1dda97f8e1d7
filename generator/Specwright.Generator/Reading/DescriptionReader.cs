using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Reading.Library;
using Specwright.Reading.Operations;
using Specwright.Reading.Overlays;
using Specwright.Reading.References;
using Specwright.Reading.Schemas;
using Specwright.Reading.Text;

namespace Specwright.Reading;

/// <summary>Text to model: the way into this room.</summary>
internal static class DescriptionReader
{
    /// <summary>Reads a description with its overlays. A pure function: nothing is fetched, and equal sources give equal results.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled. Whatever is wrong with the source is a finding instead.</exception>
    public static ReadResult Read(DescriptionSource source, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var positions = new PositionTable();
        var description = ReadText(source, new NodeBudget(cancellationToken), positions, findings, cancellationToken);
        var isFaulty = findings.Any(finding => Rules.Get(finding.RuleId).Severity == RuleSeverity.Error);
        return new ReadResult
        {
            Description = isFaulty ? null : description,
            // A parameter or requirement that several operations share is reported by each of them.
            Findings = findings.Distinct().ToEquatableArray(),
            Positions = positions,
        };
    }

    private static ApiDescription? ReadText(DescriptionSource source, NodeBudget budget, PositionTable positions, List<Finding> findings, CancellationToken cancellationToken)
    {
        var text = DescriptionTextReader.Read(new SourceText(source.Description.Path, source.Description.Text), "#", budget);
        if (text.Root is null)
        {
            text.Report(positions, findings);
            return null;
        }

        foreach (var overlay in source.Overlays)
        {
            ApplyOverlay(overlay, text.Root, budget, positions, findings);
        }

        ChosenNames.Apply(text.Root, source.Names, findings);
        positions.Add(text.Root);
        text.Report(positions, findings);
        if (text.Root is not ObjectNode root || (root["openapi"] is not ScalarNode && root["swagger"] is not ScalarNode))
        {
            findings.Add(Problem.Of(Rules.NotADescription, text.Root, "add one, such as 'openapi: 3.1.0', or take this file out of the OpenApiSpec items"));
            return null;
        }

        return ReadModel(source, root, budget, positions, findings, cancellationToken);
    }

    private static void ApplyOverlay(SourceFile overlay, Node description, NodeBudget budget, PositionTable positions, List<Finding> findings)
    {
        var pointer = overlay.Path + "#";
        var text = DescriptionTextReader.Read(new SourceText(overlay.Path, overlay.Text), pointer, budget);
        if (text.Root is null)
        {
            text.Report(positions, findings);
            return;
        }

        text.Root.BecomeRootOf(overlay.Path);
        positions.Add(text.Root);
        text.Report(positions, findings);
        try
        {
            new OverlayApplier(description, budget, findings).Apply(text.Root);
        }
        catch (TextProblemException problem)
        {
            findings.Add(Problem.Of(problem.Rule, text.Root, problem.Arguments));
        }
    }

    private static ApiDescription ReadModel(DescriptionSource source, ObjectNode root, NodeBudget budget, PositionTable positions, List<Finding> findings, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        new LibraryReader(root, findings).Check();
        cancellationToken.ThrowIfCancellationRequested();
        var resolver = new ReferenceResolver(new DescriptionFiles(source, root, budget, positions, findings));
        var targets = new ReferenceTargets(root, resolver, cancellationToken);
        var context = new DescriptionContext
        {
            Root = root,
            Resolver = resolver,
            Schemas = new SchemaReader(resolver, targets, findings, cancellationToken),
            Findings = findings,
            CancellationToken = cancellationToken,
        };
        var components = context.IsVersion2
            ? root.MembersOf("definitions")
            : root["components"] is ObjectNode parent ? parent.MembersOf("schemas") : [];
        foreach (var component in components)
        {
            context.Schemas.Register(component);
        }

        var security = new SecurityReader(context);
        var schemes = security.ReadSchemes();
        var operationReader = new OperationReader(context, security);
        var operations = operationReader.Read();
        var webhooks = new WebhookReader(context, operationReader).Read();
        var info = root["info"] as ObjectNode;
        return new ApiDescription
        {
            Title = info?.TextOf("title") ?? "",
            Description = info?.TextOf("description"),
            Servers = ServerReader.ReadOwn(context),
            SecuritySchemes = schemes,
            Schemas = context.Schemas.ReadNamed(components),
            Operations = operations,
            Webhooks = webhooks,
            HasHiddenOperations = operationReader.HasHidden,
            Tags = TagReader.Read(root),
        };
    }
}
