using Specwright.Diagnostics;
using Specwright.Inputs;
using Specwright.Planning;
using Specwright.Reading.Text;
using Specwright.Tool.Projects;
using Specwright.Tool.Terminal;

namespace Specwright.Tool.New;

/// <summary>A client that is to be added to a project: what was understood of its description, and every file that comes of it. Nothing is written yet.</summary>
internal sealed record NewClient
{
    public required string Project { get; init; }

    /// <summary>Null: no test is made.</summary>
    public required TestProject? Tests { get; init; }

    public required string DescriptionPath { get; init; }

    /// <summary>Null: the description is ours to correct.</summary>
    public required string? OverlayPath { get; init; }

    /// <summary>What the description says, and what was left out of it.</summary>
    public required ClientFiles Client { get; init; }

    public required IReadOnlyList<LocatedFinding> Findings { get; init; }

    /// <summary><c>OpenAPI 3.0.3</c>; empty where it could not be read.</summary>
    public required string Standard { get; init; }

    /// <summary>What somebody has to decide, a sentence each.</summary>
    public IReadOnlyList<string> Noticed { get; init; } = [];

    /// <summary>Empty where no client can be generated.</summary>
    public FileChanges Changes { get; init; } = new();

    /// <exception cref="ToolException">Source, project or tests cannot be used.</exception>
    public static async Task<NewClient> PrepareAsync(NewRequest request, Progress progress, CancellationToken cancellationToken)
    {
        progress.Report("reading " + request.Source);
        var origin = await DescriptionOrigin.ReadAsync(request, cancellationToken);
        var projectPath = ProjectDiscovery.FindProject(request.Project);
        var testsPath = request.HasNoTest ? null : ProjectDiscovery.FindTests(request.Tests, projectPath);
        progress.Report("evaluating " + ProjectArguments.DisplayPath(projectPath));
        string[] properties = ["RootNamespace", "MSBuildProjectDirectory", .. PackageReferences.Properties, .. SpecItem.Properties];
        var evaluation = ProjectEvaluation.OfAsync(projectPath, [.. TestProject.Items, "OpenApiSpec", "AvailableItemName"], properties, cancellationToken);
        var evaluatedTests = testsPath is null ? null : await ProjectEvaluation.OfAsync(testsPath, TestProject.Items, properties, cancellationToken);
        var project = await evaluation;

        var root = ProjectDiscovery.RootOf(projectPath);
        var tests = request.HasNoTest ? null : evaluatedTests is null ? TestProject.For(projectPath, root) : TestProject.Existing(evaluatedTests);
        return new Preparation(request, origin, project, tests, root).Run(cancellationToken);
    }

    private sealed class Preparation(NewRequest request, DescriptionOrigin origin, ProjectEvaluation project, TestProject? tests, string root)
    {
        private readonly FileChanges _changes = new();
        private readonly string _projectText = File.ReadAllText(project.Path);

        private string Specs => Path.GetFullPath(request.Specs ?? Path.Combine(root, "specs"));

        public NewClient Run(CancellationToken cancellationToken)
        {
            var document = DescriptionTextReader.Read(new SourceText(origin.FileName, origin.Text), "#", new NodeBudget(cancellationToken)).Root as ObjectNode;
            var info = document?["info"] as ObjectNode;
            var name = request.Name ?? origin.NameFor(info?.TextOf("title") ?? "");
            if (!DescriptionOrigin.IsName(name))
            {
                throw new ToolException($"'{name}' cannot be the name: small letters, digits and '-', a letter first");
            }

            var path = Path.Combine(Specs, $"{name}.{(document?["swagger"] is null ? "openapi" : "swagger")}.{(IsJson() ? "json" : "yaml")}");
            var overlayPath = Path.Combine(Specs, name + ".overlay.yaml");
            var item = SpecItem.For(project, _projectText, path, request.Namespace);
            var parts = DescriptionParts.Of(origin, Specs);
            var files = new List<DescriptionFile> { new() { Path = SpecPaths.Normalize(path), Text = origin.Text, Spec = item.Metadata } };
            files.AddRange(parts.Select(part => new DescriptionFile { Path = part.Target, Text = part.Text }));

            var settings = new ProjectSettings(project.Property("RootNamespace"), project.Property("MSBuildProjectDirectory"));
            var client = ClientFiles.Read(files, settings, cancellationToken);
            StartingOverlay? overlay = null;
            var hasOverlay = File.Exists(overlayPath);
            if (!hasOverlay && !origin.IsSkeleton && client is { Description: { } description, Plan: { } plan })
            {
                overlay = StartingOverlay.Of(Path.GetFileName(path), request.Origin ?? origin.From, document!, description, plan);
            }

            if (overlay is not null || hasOverlay)
            {
                files.Add(new() { Path = SpecPaths.Normalize(overlayPath), Text = overlay?.Text ?? File.ReadAllText(overlayPath) });
                client = ClientFiles.Read(files, settings, cancellationToken);
            }

            var findings = DescriptionFindings.Of(client.Input, cancellationToken);
            var result = new NewClient
            {
                Project = project.Path,
                Tests = tests,
                DescriptionPath = path,
                OverlayPath = overlay is null && !hasOverlay ? null : overlayPath,
                Client = client,
                Findings = findings,
                Standard = StandardOf(document),
                Noticed = overlay?.Noticed ?? [],
            };
            if (client.Plan is null || findings.Any(finding => finding.Rule.Severity == RuleSeverity.Error))
            {
                return result;
            }

            AddSpecs(name, path, overlayPath, overlay, parts, document!, info);
            AddToProject(item, parts);
            AddCode(client.Plan, Path.GetFileName(path));
            return result with { Changes = _changes };
        }

        private bool IsJson() => origin.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            || (!SpecNames.IsText(origin.FileName) && origin.Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('{'));

        private void AddSpecs(string name, string path, string overlayPath, StartingOverlay? overlay, IReadOnlyList<DescriptionPart> parts, ObjectNode document, ObjectNode? info)
        {
            _changes.Add(path, origin.Bytes);
            if (overlay is not null)
            {
                _changes.Add(overlayPath, overlay.Text);
            }

            foreach (var part in parts)
            {
                _changes.Add(part.Target, part.Bytes);
            }

            var licence = info?["license"] as ObjectNode;
            var record = new OriginRecord
            {
                Name = name,
                Origin = request.Origin ?? (origin.IsSkeleton ? "to be named: the pages it is written from" : origin.From),
                Taken = DateOnly.FromDateTime(DateTime.UtcNow),
                Licence = request.Licence ?? licence?.TextOf("identifier") ?? licence?.TextOf("name"),
                Standard = StandardOf(document),
                Version = info?.TextOf("version"),
                IsSkeleton = origin.IsSkeleton,
                Published = origin.IsSkeleton
                    ? []
                    : [(Path.GetFileName(path), origin.Bytes), .. parts.Select(part => (Path.GetRelativePath(Specs, part.Target).Replace('\\', '/'), part.Bytes))],
            };
            _changes.Edit(Path.Combine(Specs, "README.md"), record.WriteInto);
        }

        private void AddToProject(SpecItem item, IReadOnlyList<DescriptionPart> parts)
        {
            var hasGenerator = project.Identities("PackageReference").Contains("Specwright.Generator", StringComparer.OrdinalIgnoreCase)
                || project.Identities("AvailableItemName").Contains("OpenApiSpec");
            if (!hasGenerator)
            {
                if (ProjectDiscovery.FindByName(root, "Specwright.Generator") is not null)
                {
                    throw new ToolException($"{ProjectArguments.DisplayPath(project.Path)} does not import build/Specwright.InRepository.props and .targets");
                }

                var generator = new PackageReferences(root, _changes).ReferenceTo(project, project.Folder, "Specwright.Generator", isNew: false)!;
                _changes.Edit(project.Path, text => MsBuildText.AddItem(text!, generator));
            }

            if (item.Element is { } element)
            {
                _changes.Edit(project.Path, text => MsBuildText.AddItem(text!, element));
            }

            foreach (var part in parts)
            {
                var include = $"<OpenApiSpecPart Include=\"{MsBuildText.Escape(Path.GetRelativePath(project.Folder, part.Target).Replace('\\', '/'))}\" />";
                _changes.Edit(project.Path, text => text!.Contains(include, StringComparison.Ordinal) ? text : MsBuildText.AddItem(text, include));
            }

            const string Excludes = "<DefaultItemExcludes>$(DefaultItemExcludes);tests/**</DefaultItemExcludes>";
            if (tests is { IsNew: true } && ProjectDiscovery.IsBelow(project.Folder, tests.Path) && !_projectText.Contains(Excludes, StringComparison.Ordinal))
            {
                // A project takes every C# file below it, those of its tests too.
                _changes.Edit(project.Path, text => MsBuildText.AddProperty(text!, Excludes));
            }
        }

        private void AddCode(ApiPlan plan, string page)
        {
            var own = plan.Client.File.Namespace;
            var prefix = project.Property("RootNamespace") + ".";
            var below = own.StartsWith(prefix, StringComparison.Ordinal) ? own[prefix.Length..] : plan.Client.Names.Client;
            var folder = below.Replace('.', Path.DirectorySeparatorChar);
            foreach (var (file, text) in new HandWrittenHalf(plan.Client, page).Files(new Usings(project.Identities("Using"))))
            {
                _changes.Add(Path.Combine(project.Folder, folder, file), text);
            }

            if (tests is not null)
            {
                if (plan.Client.File.Accessibility == "internal")
                {
                    AddInternalsVisibleTo(Path.GetFileNameWithoutExtension(tests.Path));
                }

                tests.Write(project, new PackageReferences(root, _changes), _changes);
                var test = new ClientTest(plan, page, tests.HasTestContext);
                _changes.Add(Path.Combine(tests.Folder, folder, test.FileName), test.Text($"{tests.RootNamespace}.{below}", tests.Usings));
            }
        }

        private void AddInternalsVisibleTo(string assembly) => _changes.Edit(project.Path, text => MsBuildText.IncludesOf(text!, "InternalsVisibleTo").Contains(assembly)
            ? text!
            : MsBuildText.AddItem(text!, $"<InternalsVisibleTo Include=\"{MsBuildText.Escape(assembly)}\" />"));

        private static string StandardOf(ObjectNode? document) =>
            document?.TextOf("openapi") is { } version ? "OpenAPI " + version : document?.TextOf("swagger") is { } swagger ? "Swagger " + swagger : "";
    }
}
