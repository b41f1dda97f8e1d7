namespace Payments.SignedGateway;

/// <summary>Outcome of checking one response's signature.</summary>
/// <param name="Verdict">What was found.</param>
/// <param name="Rule">Name of the rule that was asked for.</param>
/// <param name="MatchingRule">Name of the candidate that does match, which tells what to configure; null when none does.</param>
public sealed record ResponseSignatureReport(ResponseSignatureVerdict Verdict, string Rule, string? MatchingRule);
