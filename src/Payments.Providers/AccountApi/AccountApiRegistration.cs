using Microsoft.Extensions.DependencyInjection;
using Payments.Balances;
using Specwright;

namespace Payments.AccountApi;

public static partial class AccountApiRegistration
{
    static partial void AddHandlers(ApiHandlerList handlers, AccountApiOptions options)
    {
        handlers.Add(new AccountApiEnvelopeHandler(options));
        handlers.Add(new AccountApiSessionHandler(options));
    }

    static partial void OnRegistered(IHttpClientBuilder builder)
        => BalanceRegistration.AddSource(builder.Services, static services => new AccountApiBalanceSource(services));
}
