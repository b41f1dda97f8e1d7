using Microsoft.Extensions.DependencyInjection;
using Payments.Sandbox;

namespace Payments.Cli;

/// <summary>A provider as the command knows it.</summary>
/// <param name="Name">What <c>--provider</c> takes and the table shows.</param>
/// <param name="SourceName">Its <see cref="Balances.IBalanceSource.Provider"/>.</param>
/// <param name="Title">Its name in sentences.</param>
/// <param name="Settings">What <c>--live</c> needs, in the order of the help; may be empty.</param>
internal sealed record ProviderDescription(string Name, string SourceName, string Title, IReadOnlyList<Setting> Settings)
{
    /// <summary>Registers its client with the sandbox's address and public credentials.</summary>
    public required Action<IServiceCollection, PaymentsSandbox, TimeProvider> ConnectSandbox { get; init; }

    /// <summary>Registers its client with the settings, or throws a <see cref="BadSettingException"/>; null where <see cref="WhyNotLive"/> says why.</summary>
    public Action<IServiceCollection, LiveSettings, TimeProvider>? ConnectLive { get; init; }

    /// <summary>Why <c>--live</c> can never ask it from here; null when it can.</summary>
    public string? WhyNotLive { get; init; }

    /// <summary>The settings that say who asks: named when the provider refuses.</summary>
    public IEnumerable<Setting> Credentials => Settings.Where(setting => setting.IsCredential);

    /// <summary>The setting with the base address, to be named when the host cannot be reached; null when there is none.</summary>
    public Setting? BaseAddress { get; init; }
}
