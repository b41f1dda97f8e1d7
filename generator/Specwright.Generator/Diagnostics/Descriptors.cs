using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Specwright.Diagnostics;

/// <summary>The rules as the compiler knows them.</summary>
internal static class Descriptors
{
    private const string Category = "Specwright";

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        Rules.All.ToImmutableDictionary(rule => rule.Id, ToDescriptor, StringComparer.Ordinal);

    /// <summary>In the order of <see cref="Rules.All"/>.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = Rules.All.Select(Of).ToImmutableArray();

    public static DiagnosticDescriptor Of(Rule rule) => ById[rule.Id];

    // The message is finished before the compiler sees it, so its format is one placeholder: braces of a description stay braces.
    private static DiagnosticDescriptor ToDescriptor(Rule rule) => new(
        rule.Id,
        rule.Title,
        "{0}",
        Category,
        SeverityOf(rule),
        isEnabledByDefault: true,
        helpLinkUri: HelpPages.LinkOf(rule));

    private static DiagnosticSeverity SeverityOf(Rule rule) => rule.Severity switch
    {
        RuleSeverity.Error => DiagnosticSeverity.Error,
        RuleSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
