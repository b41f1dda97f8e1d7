using Microsoft.Extensions.DependencyInjection;
using Payments.Balances;
using Specwright;

namespace Payments.Juspay;

public static partial class JuspayPayoutsRegistration
{
    static partial void AddHandlers(ApiHandlerList handlers, JuspayPayoutsOptions options)
    {
        handlers.Add(new BalanceHoldHandler(options));
        handlers.Add(new JuspayAnswerHandler(options));
    }

    static partial void OnRegistered(IHttpClientBuilder builder)
        => BalanceRegistration.AddSource(builder.Services, static services => new JuspayBalanceSource(services));
}
