using System.Security;

namespace Specwright.Packages;

/// <summary>An empty folder outside the repository. Our packages come from where they were packed, all others from what the build of this repository restored before: no server is asked.</summary>
internal sealed class OutsideFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("specwright-outside-");
    private readonly Dictionary<string, string> _environment;

    public OutsideFolder(PackedPackages packages)
    {
        _environment = new() { ["NUGET_PACKAGES"] = packages.Cache };
        Write(
            "NuGet.config",
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{SecurityElement.Escape(PackedPackages.Folder)}" />
                <add key="restored" value="{SecurityElement.Escape(RestoredPackages())}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="packed">
                  <package pattern="Specwright.*" />
                  <package pattern="specwright" />
                  <package pattern="Payments.*" />
                </packageSource>
                <packageSource key="restored">
                  <package pattern="*" />
                </packageSource>
              </packageSourceMapping>
            </configuration>
            """);
    }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    /// <summary><c>dotnet</c> with these arguments.</summary>
    public Task<string> DotnetAsync(params string[] arguments) => DotnetProcess.RunAsync(DotnetProcess.Dotnet, _folder.FullName, arguments, _environment);

    public Task<string> RunAsync(string program, int expectedExitCode, params string[] arguments) =>
        DotnetProcess.RunAsync(PathOf(program), _folder.FullName, arguments, _environment, expectedExitCode);

    public void Dispose() => _folder.Delete(recursive: true);

    // A global packages folder has the layout of a package source.
    private static string RestoredPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
