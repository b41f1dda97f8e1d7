using Acme;
using Specwright.Samples.Worker;

// dotnet run --project samples/Worker -- --Acme:BaseAddress <address> --Acme:Token <token>
var builder = Host.CreateApplicationBuilder(args);
builder.Services
    .AddAcme(options =>
    {
        options.BaseAddress = builder.Configuration.GetValue<Uri>("Acme:BaseAddress") ?? options.BaseAddress;
        options.BearerAuth = builder.Configuration["Acme:Token"];
    })
    // It stands outside the client's own handlers: each attempt gets its credential anew.
    .AddHttpMessageHandler(() => new ResilienceHandler());
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddHostedService<BalanceWatch>();
builder.Build().Run();
