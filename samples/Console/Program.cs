using System.Globalization;
using Acme;
using Specwright;

// ACME_TOKEN=... dotnet run --project samples/Console -- <address> <payee> <amount>
if (args is not [var address, var payee, var amount])
{
    Console.Error.WriteLine("Usage: <address> <payee> <amount>");
    return 2;
}

var client = AcmeClient.Create(new AcmeOptions
{
    BaseAddress = new Uri(address),
    BearerAuth = Environment.GetEnvironmentVariable("ACME_TOKEN"),
});
try
{
    var balance = await client.GetBalanceAsync();
    Console.WriteLine($"available: {balance.Available} {balance.Currency}");

    var payment = await client.CreatePaymentAsync(new PaymentRequest { Payee = payee, Amount = decimal.Parse(amount, CultureInfo.InvariantCulture) });
    Console.WriteLine($"payment {payment.Id}: {payment.State}");
    return 0;
}
catch (ApiException<Refusal> refusal)
{
    // The error body that the description declares.
    Console.Error.WriteLine($"refused: {refusal.Error.Reason}");
    return 1;
}
catch (ApiException failure)
{
    // Status, operation and the redacted body, or what went wrong on the way.
    Console.Error.WriteLine(failure.Message);
    return 1;
}
