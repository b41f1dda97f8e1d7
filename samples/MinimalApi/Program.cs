using Acme;
using Specwright;

// dotnet run --project samples/MinimalApi -- --Acme:BaseAddress <address> --Acme:Token <token>
var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddAcme(options =>
{
    options.BaseAddress = builder.Configuration.GetValue<Uri>("Acme:BaseAddress") ?? options.BaseAddress;
    options.BearerAuth = builder.Configuration["Acme:Token"];
});

// Generated types are answered and read by the client's own code.
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AcmeJson.Default));

var app = builder.Build();
app.MapGet("/balance", (IAcmeClient acme, CancellationToken cancellationToken) => acme.GetBalanceAsync(cancellationToken));
app.MapPost("/payments", async (PaymentRequest request, IAcmeClient acme, CancellationToken cancellationToken) =>
{
    try
    {
        var payment = await acme.CreatePaymentAsync(request, cancellationToken: cancellationToken);
        return Results.Created($"/payments/{payment.Id}", payment);
    }
    catch (ApiException<Refusal> refusal)
    {
        return Results.Json(refusal.Error, AcmeJson.Default.Refusal, statusCode: StatusCodes.Status409Conflict);
    }
});
app.Run();
