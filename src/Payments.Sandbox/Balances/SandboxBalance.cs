namespace Payments.Sandbox;

/// <summary>What one simulated account holds at one moment. Always <c>Total = Available + Held</c>, never below zero.</summary>
/// <param name="Account">The provider's name for the account.</param>
/// <param name="Currency">ISO 4217 code in capitals.</param>
/// <param name="Total">All the money, in units of the currency, at most two decimal places.</param>
/// <param name="Available">What can be spent now.</param>
public sealed record SandboxBalance(string Account, string Currency, decimal Total, decimal Available)
{
    /// <summary>What is set aside for payments under way.</summary>
    public decimal Held => Total - Available;
}
