using Microsoft.Extensions.DependencyInjection;
using Payments.Balances;
using Specwright;

namespace Payments.SignedGateway;

public static partial class SignedGatewayRegistration
{
    static partial void AddHandlers(ApiHandlerList handlers, SignedGatewayOptions options) => handlers.Add(new SigningHandler(options));

    static partial void OnRegistered(IHttpClientBuilder builder)
        => BalanceRegistration.AddSource(builder.Services, static services => new SignedGatewayBalanceSource(services));
}
