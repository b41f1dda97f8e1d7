using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Payments.AccountApi;
using Payments.Balances;
using Payments.Cashfree;
using Payments.HyperSdk;
using Payments.Juspay;
using Payments.Sandbox;
using Payments.SignedGateway;
using Payments.Tests.HyperSdk;
using Specwright;
using Specwright.Sessions;

namespace Payments.Tests.Secrets;

/// <summary>Secrets are planted wherever one can be, calls go well and badly, and everything that can be read afterwards is searched.</summary>
public sealed class SecretTests : SandboxTest
{
    private const string Planted = "PLANTEDSECRET";
    private readonly LogKeeper _logs = new();
    private readonly StringBuilder _output = new();
    private int _searched;

    public SecretTests()
    {
        SandboxOptions.Cashfree.ClientSecret = Planted + "cashfree";
        SandboxOptions.Juspay.ApiKeys.Add(Planted + "juspay");
        SandboxOptions.Gateway.AppSecret = Planted + "gateway";
        SandboxOptions.Account.ClientSecret = Planted + "account-of-32-bytes-at-least";
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection().AddAllProviders(Sandbox, Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.Configure<CashfreePayoutsOptions>(options => options.ClientSecret = SandboxOptions.Cashfree.ClientSecret);
        services.Configure<JuspayPayoutsOptions>(options => options.ApiKey = Planted + "juspay");
        services.Configure<SignedGatewayOptions>(options => options.AppSecret = SandboxOptions.Gateway.AppSecret);
        services.Configure<AccountApiOptions>(options => options.ClientSecret = SandboxOptions.Account.ClientSecret);
        services.Configure<HyperSdkOptions>(options => options.SignatureSource = new TestSignatureSource(signature: Planted + "hyper"));
        return services.BuildServiceProvider();
    }

    [Fact]
    public async Task NoSecretIsInAnyLogExceptionTextOrActivity()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name.StartsWith("Payments.", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Read(string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")) + activity.DisplayName + activity.StatusDescription),
        };
        ActivitySource.AddActivityListener(listener);
        await using var services = Services();
        var balances = services.GetRequiredService<BalanceService>();

        var good = await balances.CollectAsync();
        Assert.True(good.IsComplete, string.Join('\n', good.Providers.Select(provider => provider.Failure)));
        Read(good);
        foreach (var fault in Faults())
        {
            Clock.Advance(TimeSpan.FromHours(1));
            foreach (var provider in Sandbox.Providers)
            {
                provider.Faults.Clear();
                provider.Faults.Stick(fault);
            }
            var report = await balances.CollectAsync();
            Assert.Contains(report.Providers, provider => !provider.IsSuccess);
            Read(report);
        }

        var tokens = Sandbox.Providers.SelectMany(provider => provider.Requests)
            .SelectMany(request => new[] { request.Header("Authorization"), request.Header("X-AUTH-TOKEN"), request.Header("X-Cf-Signature") })
            .OfType<string>()
            .SelectMany(field => field.Split(' ', ',', '='))
            .Where(part => part.Length > 20 && part != SandboxCredentials.GatewayAppId)
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(tokens);
        var text = _output + _logs.Text;
        Assert.True(_searched > 40, "hardly anything was searched");
        Assert.Contains("getBalance", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Planted))[..16], text, StringComparison.Ordinal);
        Assert.All(tokens, token => Assert.DoesNotContain(token, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoSecretIsInTheTextOfAnyTypeThatHoldsOne()
    {
        await using var services = Services();
        Read(new SessionToken(Planted, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
        Read(new HyperSignature(Planted, Planted));
        Read(new SignatureHeader("V2_SHA256", "app", Planted, "1", "n"));
        Read(new SignatureInput { AppId = "a", AppSecret = Planted, Method = "POST", Url = "https://u", Timestamp = "1", Nonce = "n", Body = default });
        Read(ApiCredential.FromValue(Planted));
        Read(new AuthorizeData { Token = Planted });
        Read(new SessionData { SessionToken = Planted });
        Read(new InitiatePayload
        {
            Action = HyperAction.Initiate,
            ClientId = "c",
            MerchantKeyId = "k",
            Environment = HyperEnvironment.Sandbox,
            SignaturePayload = Planted,
            Signature = Planted,
        });
        Read(new CashfreePayoutsOptions { ClientId = Planted, ClientSecret = Planted });
        Read(new SignedGatewayOptions { AppSecret = Planted });
        Read(new AccountApiOptions { ClientSecret = Planted });
        Read(new JuspayPayoutsOptions { ApiKey = Planted });

        Assert.DoesNotContain(Planted, _output.ToString(), StringComparison.Ordinal);
    }

    // A server that repeats what it was sent is the worst case.
    private static IEnumerable<SandboxFault> Faults()
    {
        yield return SandboxFault.InternalServerError;
        yield return SandboxFault.HtmlErrorPage;
        yield return SandboxFault.TruncatedBody;
        yield return SandboxFault.CutJson;
        yield return SandboxFault.ConnectionReset;
        foreach (var status in new[] { 200, 400, 401, 403 })
        {
            yield return SandboxFault.Respond(status, $$"""
                {"status":"ERROR","subCode":"403","message":"Token is not valid: Authorization: Bearer {{Planted}}xyz","code":"E.Bad","errorMessage":"appSecret={{Planted}}","error":true,
                "errorCode":"E02","ResponseCode":{{status + (status == 200 ? 201 : 0)}},"ResponseErrors":["header[authorization]: Bearer {{Planted}}"],"data":{"token":"{{Planted}}"},
                "ResponseData":{"SessionToken":"{{Planted}}"},"client_secret":"{{Planted}}"}
                """);
        }
    }

    private void Read(BalanceReport report)
    {
        foreach (var provider in report.Providers)
        {
            Read(provider);
            Read(provider.Failure);
            for (var exception = provider.Exception; exception is not null; exception = exception.InnerException)
            {
                Read(exception.Message);
                Read(exception);
                if (exception is ApiException api)
                {
                    Read(api.Content);
                    Read(api.Headers);
                    Read(api.ErrorCode);
                    // Not the typed body: it is what the server said, word for word. That its secret members do not show is the other test's.
                }
                foreach (var property in exception.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)))
                {
                    Read(property.GetValue(exception));
                }
            }
        }
    }

    private void Read(object? value)
    {
        _searched += value is null ? 0 : 1;
        lock (_output)
        {
            _output.AppendLine(value?.ToString());
        }
    }
}
