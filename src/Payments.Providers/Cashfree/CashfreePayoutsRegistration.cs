using Microsoft.Extensions.DependencyInjection;
using Payments.Balances;
using Specwright;

namespace Payments.Cashfree;

public static partial class CashfreePayoutsRegistration
{
    static partial void AddHandlers(ApiHandlerList handlers, CashfreePayoutsOptions options)
    {
        handlers.Add(new CashfreeEnvelopeHandler(options));
        handlers.Add(new CashfreeSessionHandler(options));
    }

    static partial void OnRegistered(IHttpClientBuilder builder)
        => BalanceRegistration.AddSource(builder.Services, static services => new CashfreeBalanceSource(services));
}
