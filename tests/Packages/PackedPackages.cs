using System.IO.Compression;
using System.Xml.Linq;

namespace Specwright.Packages;

/// <summary>The packages of this repository, packed once for all tests by the documented command.</summary>
/// <remarks>
/// The build lies apart from that of the repository, which others are using meanwhile, and stays for the next run. The version is one that is never published,
/// so that no package of that name in the machine's own cache can be taken for it.
/// </remarks>
public sealed class PackedPackages : IAsyncLifetime
{
    public const string Version = "0.1.0-outside";

    private static readonly string Build = RepositoryFolder.PathOf("artifacts", "outside");

    private readonly DirectoryInfo _cache = Directory.CreateTempSubdirectory("specwright-cache-");

    /// <summary>Where the packages lie.</summary>
    public static string Folder { get; } = Path.Combine(Build, "package", "release");

    /// <summary>The global packages folder of everything outside; empty before the first test.</summary>
    public string Cache => _cache.FullName;

    /// <summary>Where a project's own build lies.</summary>
    public static string BuildOf(string project) => Path.Combine(Build, "bin", project);

    public static ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Folder, $"{package}.{Version}.nupkg"));

    public static XElement Metadata(ZipArchive package)
    {
        using var stream = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    public Task InitializeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        return RunAsync("pack", "build/Packages.slnf");
    }

    /// <summary>Compiles a project and packs it, whatever is there already. What it refers to stays.</summary>
    public static Task PackAgainAsync(string project, string folder) =>
        RunAsync("msbuild", project, "-t:Rebuild;Pack", "-p:Configuration=Release", "-p:BuildProjectReferences=false", "-p:PackageOutputPath=" + folder);

    // Without analyzers: they have looked at the same sources when these tests were built.
    private static Task RunAsync(string command, string project, params string[] properties) => DotnetProcess.RunAsync(
        DotnetProcess.Dotnet,
        RepositoryFolder.Path,
        [command, project, "-p:UseArtifactsOutput=true", "-p:ArtifactsPath=" + Build, "-p:Version=" + Version, "-p:RunAnalyzers=false", .. properties],
        new Dictionary<string, string>());

    public Task DisposeAsync()
    {
        _cache.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
