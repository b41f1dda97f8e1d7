using System.Reflection;

namespace Specwright.Tool;

/// <summary>The version of this tool, which is that of the packages beside it.</summary>
internal static class ToolVersion
{
    /// <summary>Without the commit behind <c>+</c>.</summary>
    public static string Current { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
