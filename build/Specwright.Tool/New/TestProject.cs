using Specwright.Tool.Projects;

namespace Specwright.Tool.New;

/// <summary>Where the test of a new client goes: into the project that is there, or into one that is made for it.</summary>
internal sealed class TestProject
{
    private static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private readonly ProjectEvaluation? _existing;

    private TestProject(string path, ProjectEvaluation? existing)
    {
        Path = path;
        _existing = existing;
    }

    /// <summary>What is asked of MSBuild about a test project.</summary>
    public static IReadOnlyList<string> Items => [.. PackageReferences.Items, "Using"];

    public string Path { get; }

    public bool IsNew => _existing is null;

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public string RootNamespace => _existing?.Property("RootNamespace") ?? System.IO.Path.GetFileNameWithoutExtension(Path).Replace('-', '_').Replace(' ', '_');

    public Usings Usings => new(_existing?.Identities("Using") ?? ImplicitUsings);

    public bool HasTestContext => _existing?.Identities("PackageReference").Any(id => id.StartsWith("xunit.v3", StringComparison.OrdinalIgnoreCase)) ?? false;

    /// <exception cref="ToolException">The project has tests, but not xunit's.</exception>
    public static TestProject Existing(ProjectEvaluation evaluation) =>
        evaluation.Identities("PackageReference").Any(id => id.StartsWith("xunit", StringComparison.OrdinalIgnoreCase))
            ? new(evaluation.Path, evaluation)
            : throw new ToolException($"{ProjectArguments.DisplayPath(evaluation.Path)} does not reference xunit, which the test is written for: name another project with --tests, or use --no-test");

    /// <summary><c>tests/Shop.Tests</c> for <c>Shop</c>.</summary>
    public static TestProject For(string project, string root)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(project) + ".Tests";
        return new(System.IO.Path.Combine(root, "tests", name, name + ".csproj"), existing: null);
    }

    /// <summary>Adds the project, or what it lacks.</summary>
    public void Write(ProjectEvaluation tested, PackageReferences references, FileChanges changes)
    {
        var settings = _existing ?? tested;
        string[] needed = IsNew ? ["Microsoft.NET.Test.Sdk", "Specwright.Testing", "xunit", "xunit.runner.visualstudio"] : ["Specwright.Testing"];
        var elements = needed.Select(id => references.ReferenceTo(settings, Folder, id, IsNew)).OfType<string>().ToList();
        if (IsNew)
        {
            changes.Add(Path, NewText(tested, elements));
            return;
        }

        foreach (var element in elements)
        {
            changes.Edit(Path, text => MsBuildText.AddItem(text!, element));
        }
    }

    private string NewText(ProjectEvaluation tested, IEnumerable<string> references) => $"""
        <Project Sdk="Microsoft.NET.Sdk">

          <PropertyGroup>
            <TargetFramework>{tested.TargetFramework}</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <IsPackable>false</IsPackable>
          </PropertyGroup>

          <ItemGroup>
        {string.Join('\n', references.Select(reference => "    " + reference))}
          </ItemGroup>

          <ItemGroup>
            <ProjectReference Include="{MsBuildText.Escape(System.IO.Path.GetRelativePath(Folder, tested.Path).Replace('/', '\\'))}" />
          </ItemGroup>

        </Project>

        """.ReplaceLineEndings("\n");
}
