namespace Payments.Cli;

/// <summary>The providers, connected for as long as the command runs; tokens and held balances live in it.</summary>
internal interface IBalanceSession : IAsyncDisposable
{
    bool IsSandbox { get; }

    IReadOnlyList<BalanceInquiry> Inquiries { get; }
}
