using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Payments.Balances;

namespace Payments.Cli;

/// <summary>The real providers, as far as their settings are there.</summary>
internal sealed class LiveSession : IBalanceSession
{
    private readonly ServiceProvider _services;

    private LiveSession(ServiceProvider services, IReadOnlyList<ProviderAnswer> settled)
    {
        _services = services;
        Settled = settled;
        Balances = services.GetRequiredService<BalanceService>();
    }

    public bool IsSandbox => false;

    public BalanceService Balances { get; }

    public IReadOnlyList<ProviderAnswer> Settled { get; }

    public static LiveSession Create(BalancesOptions options, LiveSettings settings, TimeProvider timeProvider, ILoggerFactory loggers)
    {
        var settled = new List<ProviderAnswer>();
        var services = ProviderServices.Build(options, timeProvider, loggers, services =>
        {
            foreach (var provider in ProviderTable.All.Where(provider => options.Includes(provider.Name)))
            {
                if (WhyNot(provider, settings, options.Names(provider.Name)) is { } answer)
                {
                    settled.Add(answer);
                    continue;
                }
                try
                {
                    provider.ConnectLive!(services, settings, timeProvider);
                }
                catch (BadSettingException exception)
                {
                    settled.Add(ProviderAnswer.Failure(provider.Name, exception.Message));
                }
            }
        });
        return new LiveSession(services, settled);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    // Nothing set: not in use here, unless somebody asks for it by name. Something set: meant to be used, so what lacks is a failure.
    private static ProviderAnswer? WhyNot(ProviderDescription provider, LiveSettings settings, bool isNamed)
    {
        if (provider.WhyNotLive is { } reason)
        {
            return new ProviderAnswer(provider.Name, AnswerState.NotAvailable) { Reason = reason + ".", IsFailure = isNamed };
        }
        var missing = settings.Missing(provider).Select(setting => setting.Name).ToList();
        if (missing.Count == 0)
        {
            return null;
        }
        var isInUse = settings.HasAny(provider);
        return new ProviderAnswer(provider.Name, isInUse ? AnswerState.Failed : AnswerState.NotConfigured)
        {
            Reason = $"{string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} not set.",
            Missing = missing,
            IsFailure = isInUse || isNamed,
        };
    }
}
