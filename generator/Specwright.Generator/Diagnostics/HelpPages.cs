namespace Specwright.Diagnostics;

/// <summary>Where a rule is explained.</summary>
internal static class HelpPages
{
    /// <summary>Where the pages of <c>docs/diagnostics</c> are published: the one place to change when that moves.</summary>
    private const string Address = "https://specwright.dev/diagnostics/";

    /// <summary>The list of all rules.</summary>
    public static string Overview => Address;

    public static string LinkOf(Rule rule) => Address + rule.Id;
}
