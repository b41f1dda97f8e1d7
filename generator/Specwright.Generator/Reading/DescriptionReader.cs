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
    /// <summary>Beginnings of versions beside 2.0 that need no word of Microsoft.OpenApi; it says which other ones there are.</summary>
    private static readonly string[] OwnVersions = ["3.0.", "3.1.", "3.2."];

    /// <summary>Reads a description with its overlays and checks it. A pure function: nothing is fetched, and equal sources give equal results.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled. Whatever is wrong with the source is a finding instead.</exception>
    public static ReadResult Read(DescriptionSource source, CancellationToken cancellationToken)
    {
        var reading = ReadUnchecked(source, cancellationToken);
        return reading with { Findings = reading.Findings.Concat(Check(source, cancellationToken)).Distinct().ToEquatableArray() };
    }

    /// <summary>The same without the checks of Microsoft.OpenApi where the version is one that we know: they take as long as all the rest, and who only generates does not ask for them.</summary>
    public static ReadResult ReadUnchecked(DescriptionSource source, CancellationToken cancellationToken) => ReadUnchecked(source, null, cancellationToken);

    /// <summary>The same for who reads one version after the other.</summary>
    /// <param name="source">What to read.</param>
    /// <param name="memory">What was read of earlier versions; it does not change what is read. Null: of none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static ReadResult ReadUnchecked(DescriptionSource source, TextMemory? memory, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var positions = new PositionTable();
        using var texts = new TextFiles(new NodeBudget(cancellationToken), memory);
        var description = ReadRoot(source, texts, positions, findings) is { } root ? ReadModel(source, root, texts, positions, findings, cancellationToken) : null;
        var isFaulty = findings.Any(finding => Rules.Get(finding.RuleId).Severity == RuleSeverity.Error);
        return new ReadResult
        {
            Description = isFaulty ? null : description,
            // A parameter or requirement that several operations share is reported by each of them.
            Findings = findings.Distinct().ToEquatableArray(),
            Positions = positions,
        };
    }

    /// <summary>What <see cref="ReadUnchecked(DescriptionSource, CancellationToken)"/> left out: warnings, never an error. The text is read once more, so that nobody has to keep its tree in memory meanwhile.</summary>
    public static EquatableArray<Finding> Check(DescriptionSource source, CancellationToken cancellationToken) => Check(source, null, cancellationToken);

    /// <summary>The same for who checks one version after the other, whose tree is in memory anyway.</summary>
    /// <param name="source">What to check.</param>
    /// <param name="memory">What was read of it and of earlier versions; it does not change what is found. Null: of none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static EquatableArray<Finding> Check(DescriptionSource source, TextMemory? memory, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        using var texts = new TextFiles(new NodeBudget(cancellationToken), memory);
        if (ReadRoot(source, texts, new PositionTable(), []) is { } root && IsOwnVersion(root))
        {
            cancellationToken.ThrowIfCancellationRequested();
            new LibraryReader(root, findings).Check();
        }

        return findings.Distinct().ToEquatableArray();
    }

    private static bool IsOwnVersion(ObjectNode root) => (root["swagger"], root["openapi"]) switch
    {
        (ScalarNode version, null) => version.Text == "2.0",
        (null, ScalarNode version) => OwnVersions.Any(own => version.Text.StartsWith(own, StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>The text's tree, overlays applied; null, with a finding, where there is no description.</summary>
    private static ObjectNode? ReadRoot(DescriptionSource source, TextFiles texts, PositionTable positions, List<Finding> findings)
    {
        var text = texts.Read(source.Description, "#", isToChange: !source.Overlays.IsEmpty || !source.Names.IsEmpty);
        if (text.Root is null)
        {
            text.Report(positions, findings);
            return null;
        }

        foreach (var overlay in source.Overlays)
        {
            ApplyOverlay(overlay, text.Root, texts, positions, findings);
        }

        ChosenNames.Apply(text.Root, source.Names, findings);
        positions.Add(text.Root);
        text.Report(positions, findings);
        if (text.Root is not ObjectNode root || (root["openapi"] is not ScalarNode && root["swagger"] is not ScalarNode))
        {
            findings.Add(Problem.Of(Rules.NotADescription, text.Root, "add one, such as 'openapi: 3.1.0', or take this file out of the OpenApiSpec items"));
            return null;
        }

        return root;
    }

    private static void ApplyOverlay(SourceFile overlay, Node description, TextFiles texts, PositionTable positions, List<Finding> findings)
    {
        var pointer = overlay.Path + "#";
        var text = texts.Read(overlay, pointer);
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
            new OverlayApplier(description, texts.Budget, findings).Apply(text.Root);
        }
        catch (TextProblemException problem)
        {
            findings.Add(Problem.Of(problem.Rule, text.Root, problem.Arguments));
        }
    }

    private static ApiDescription ReadModel(DescriptionSource source, ObjectNode root, TextFiles texts, PositionTable positions, List<Finding> findings, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!IsOwnVersion(root))
        {
            new LibraryReader(root, findings).Check();
        }

        cancellationToken.ThrowIfCancellationRequested();
        var resolver = new ReferenceResolver(new DescriptionFiles(source, root, texts, positions, findings));
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
