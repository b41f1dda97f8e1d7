namespace Payments.Cli;

/// <summary>One account of one provider, as shown. Amounts are in units of the currency with the scale the provider wrote.</summary>
/// <param name="Account">The provider's name for the account.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Available">What can be spent; null when the provider does not state it.</param>
/// <param name="Held">What is set aside; null when the provider does not state it, which is not zero.</param>
/// <param name="Total">All the money; null when the provider does not state it.</param>
/// <param name="AsOf">Since when the figures hold.</param>
/// <param name="Note">What the reader must know beside the figures; usually null.</param>
internal sealed record AccountRow(
    string Account, string Currency, decimal? Available, decimal? Held, decimal? Total, DateTimeOffset AsOf, string? Note);
