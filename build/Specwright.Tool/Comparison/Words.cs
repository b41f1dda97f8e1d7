using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison;

/// <summary>What severities, reach and impact are called in reports, options and documentation.</summary>
internal static class Words
{
    public static string Of(ChangeSeverity severity) => severity.ToString().ToLowerInvariant();

    public static IReadOnlyList<string> Of(ChangeReach reach) => FlagsOf(reach, ChangeReach.CSharp, ChangeReach.Wire);

    public static IReadOnlyList<string> Of(ChangeImpact impact) => FlagsOf(impact, ChangeImpact.Source, ChangeImpact.Behavior, ChangeImpact.Binary, ChangeImpact.Deployed);

    /// <summary><c>C#</c>, <c>wire</c>, <c>C# and wire</c>, <c>text</c>.</summary>
    public static string TextOf(ChangeReach reach) => reach switch
    {
        ChangeReach.CSharp => "C#",
        ChangeReach.Wire => "wire",
        ChangeReach.None => "text",
        _ => "C# and wire",
    };

    private static IReadOnlyList<string> FlagsOf<TFlags>(TFlags value, params TFlags[] flags)
        where TFlags : struct, Enum => [.. flags.Where(flag => value.HasFlag(flag)).Select(flag => flag.ToString().ToLowerInvariant())];
}
