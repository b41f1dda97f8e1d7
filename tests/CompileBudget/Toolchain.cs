using System.Reflection;

namespace Specwright.CompileBudget;

/// <summary>Where the compiler, the framework's reference assemblies and System.Text.Json's source generator lie: those that this program was built with.</summary>
internal static class Toolchain
{
    private static readonly string Pack = FindPack();

    /// <summary>The program that runs <c>csc.dll</c>.</summary>
    public static string Dotnet { get; } = Path.Combine(Path.GetDirectoryName(Metadata("TargetingPacks").TrimEnd('/', '\\'))!, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    public static string Compiler { get; } = Path.Combine(Metadata("CompilerFolder"), "bincore", "csc.dll");

    public static IReadOnlyList<string> Framework { get; } = Directory.GetFiles(Path.Combine(Pack, "ref", $"net{Environment.Version.Major}.0"), "*.dll");

    public static string JsonSourceGenerator { get; } = Path.Combine(Pack, "analyzers", "dotnet", "cs", "System.Text.Json.SourceGeneration.dll");

    /// <summary>The runtime library of generated code, and the packages it stands on.</summary>
    public static IReadOnlyList<string> Runtime { get; } =
        [typeof(ApiTransport).Assembly.Location, .. Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.Extensions.*.dll")];

    private static string FindPack()
    {
        var versions = Path.Combine(Metadata("TargetingPacks"), "Microsoft.NETCore.App.Ref");
        return Directory.GetDirectories(versions, $"{Environment.Version.Major}.*").Order(StringComparer.Ordinal).LastOrDefault()
            ?? throw new DirectoryNotFoundException($"No reference assemblies of .NET {Environment.Version.Major} in {versions}.");
    }

    private static string Metadata(string key)
        => typeof(Toolchain).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
