namespace Payments.Cli;

/// <summary>A sum of figures of which some may not be stated.</summary>
/// <param name="Amount">Null when none is stated, or when the sum is beyond what a decimal holds.</param>
/// <param name="Stated">How many are stated.</param>
internal sealed record PartialSum(decimal? Amount, int Stated)
{
    public static PartialSum Of(IEnumerable<decimal?> amounts)
    {
        var stated = amounts.OfType<decimal>().ToList();
        try
        {
            return new PartialSum(stated.Count == 0 ? null : stated.Sum(), stated.Count);
        }
        catch (OverflowException)
        {
            return new PartialSum(null, stated.Count);
        }
    }
}
