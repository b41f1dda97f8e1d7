using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Payments.Sandbox;
using Payments.SignedGateway;
using Specwright;

namespace Payments.Tests.SignedGateway;

public sealed class SignedGatewayClientTests : SandboxTest
{
    private static readonly BalanceQueryRequest Inr = new() { Currencies = ["INR"] };

    private SignedGatewayOptions Options() => new()
    {
        BaseAddress = Sandbox.GatewayAddress,
        AppId = SandboxCredentials.GatewayAppId,
        AppSecret = SandboxCredentials.GatewayAppSecret,
        TimeProvider = Clock,
        ResponseVerification = ResponseVerification.Enforce,
    };

    [Fact]
    public async Task ASignedQueryIsAnsweredAndTheAnswersSignatureHolds()
    {
        var reports = new List<ResponseSignatureReport>();
        var options = Options();
        options.ResponseSignatureChecked = reports.Add;

        var answer = await SignedGatewayClient.Create(options).QueryBalanceAsync(Inr);

        Assert.Equal("OK", answer.Code.Value);
        Assert.Equal("INR", Assert.Single(answer.Data!.BalanceList).Currency);
        Assert.Equal(ResponseSignatureVerdict.Valid, Assert.Single(reports).Verdict);
    }

    [Fact]
    public async Task EveryAttemptIsSignedAnew()
    {
        var client = SignedGatewayClient.Create(Options());
        await client.QueryBalanceAsync(Inr);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await client.QueryBalanceAsync(Inr);

        var fields = Sandbox.Gateway.Requests.Select(request => SignatureHeader.TryParse(request.Header("Authorization"), out var header) ? header : null).ToList();
        Assert.Equal(2, fields.Select(field => field!.Nonce).Distinct().Count());
        Assert.Equal(2, fields.Select(field => field!.Timestamp).Distinct().Count());
        Assert.All(fields, field => Assert.Matches("^[0-9a-f]{32}$", field!.Nonce));
        Assert.All(fields, field => Assert.Matches("^[0-9]{13}$", field!.Timestamp));
    }

    [Fact]
    public async Task ARetryHandlerOutsideGetsANewSignatureForEachAttempt()
    {
        Sandbox.Gateway.Faults.Enqueue(SandboxFault.InternalServerError);
        var services = new ServiceCollection();
        services.AddSignedGateway(options =>
        {
            options.BaseAddress = Sandbox.GatewayAddress;
            options.AppId = SandboxCredentials.GatewayAppId;
            options.AppSecret = SandboxCredentials.GatewayAppSecret;
            options.TimeProvider = Clock;
        }).AddHttpMessageHandler(() => new RetryOnce());
        await using var provider = services.BuildServiceProvider();

        var answer = await provider.GetRequiredService<ISignedGatewayClient>().QueryBalanceAsync(Inr);

        Assert.Equal("OK", answer.Code.Value);
        Assert.Equal(2, Sandbox.Gateway.Requests.Select(request => request.Header("Authorization")).Distinct().Count());
    }

    [Theory]
    [InlineData(ResponseVerification.Enforce, true)]
    [InlineData(ResponseVerification.Report, false)]
    [InlineData(ResponseVerification.Off, false)]
    public async Task AWrongSignatureIsRefusedOnlyWhenEnforced(ResponseVerification verification, bool isRefused)
    {
        Sandbox.Gateway.Faults.Enqueue(SandboxFault.WrongSignature);
        var options = Options();
        var logs = new LogKeeper();
        options.LoggerFactory = logs;
        options.ResponseVerification = verification;
        var call = SignedGatewayClient.Create(options).QueryBalanceAsync(Inr);

        if (isRefused)
        {
            var exception = await Assert.ThrowsAsync<SignedGatewayException>(() => call);
            Assert.Contains("does not match the rule 'seven parts'", exception.Message, StringComparison.Ordinal);
            return;
        }
        Assert.Equal("OK", (await call).Code.Value);
        Assert.Equal(verification == ResponseVerification.Report, logs.Text.Contains("does not match", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AMissingSignatureOnASuccessIsRefusedWhenEnforced()
    {
        Sandbox.Gateway.Faults.Enqueue(SandboxFault.MissingSignature);

        var exception = await Assert.ThrowsAsync<SignedGatewayException>(() => SignedGatewayClient.Create(Options()).QueryBalanceAsync(Inr));
        Assert.Contains("no signature", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingSignatureOnAnErrorPageIsAFailureOfTheTransport()
    {
        Sandbox.Gateway.Faults.Enqueue(SandboxFault.HtmlErrorPage);

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => SignedGatewayClient.Create(Options()).QueryBalanceAsync(Inr));
        Assert.IsNotType<SignedGatewayException>(exception);
        Assert.Equal(502, exception.StatusCode);
    }

    [Fact]
    public async Task AReportNamesTheCandidateThatMatches()
    {
        var server = new StubServer(sent =>
        {
            var body = """{"code":"OK","data":{"balanceList":[]}}""";
            var response = StubServer.Json(body);
            var input = new SignatureInput { AppId = "app", AppSecret = "secret", Method = "POST", Url = sent.Address.AbsoluteUri, Timestamp = "1", Nonce = "n", Body = System.Text.Encoding.UTF8.GetBytes(body) };
            var sign = ResponseSignatureRules.WithoutMethodAndUrl.Sign(input).ToUpperInvariant();
            response.Headers.TryAddWithoutValidation("Authorization", $"V2_SHA256 nonce=n,timestamp=1,sign={sign},appId=app");
            return response;
        });
        var reports = new List<ResponseSignatureReport>();
        var options = new SignedGatewayOptions { BaseAddress = new("https://gateway.test"), AppId = "app", AppSecret = "secret", ResponseSignatureChecked = reports.Add };

        await SignedGatewayClient.Create(options, server).QueryBalanceAsync(Inr);

        Assert.Equal(new ResponseSignatureReport(ResponseSignatureVerdict.Mismatch, "seven parts", "without method and URL"), Assert.Single(reports));
        options.ResponseSignatureRule = ResponseSignatureRules.WithoutMethodAndUrl;
        options.ResponseVerification = ResponseVerification.Enforce;
        await SignedGatewayClient.Create(options, server).QueryBalanceAsync(Inr);
        Assert.Equal(ResponseSignatureVerdict.Valid, reports[1].Verdict);
    }

    [Fact]
    public async Task ACodeOtherThanOkIsAnErrorOnHttp200EvenWithDataOfAnotherShape()
    {
        Sandbox.Gateway.Faults.Enqueue(SandboxFault.Respond(200, """{"code":"Balance.Common.Rejected","errorMessage":"no such app","data":[]}"""));
        var options = Options();
        options.ResponseVerification = ResponseVerification.Report;

        var exception = await Assert.ThrowsAsync<SignedGatewayException>(() => SignedGatewayClient.Create(options).QueryBalanceAsync(Inr));

        Assert.Equal("Balance.Common.Rejected", exception.ErrorCode);
        Assert.Equal("Balance", exception.CodeGroup);
        Assert.Equal("no such app", exception.ErrorMessage);
        Assert.Equal("queryBalance: the gateway refused the call (Balance.Common.Rejected: no such app)", exception.Message);
    }

    [Theory]
    [InlineData("\uFEFF{\"code\":\"Rejected\",\"data\":null}", "Rejected")]
    [InlineData("{\"code\":\"Rejected\",\"data\":null,\"errorMessage\":\"half a pair: \\ud800\"}", "Rejected")]
    [InlineData("{\"code\":\"\\ud800\",\"data\":null}", "\uFFFD")]
    public async Task ARefusalInOddTextIsStillARefusal(string body, string code)
    {
        var server = new StubServer(_ => StubServer.Json(body));
        var options = new SignedGatewayOptions { BaseAddress = new("https://gateway.test"), AppId = "app", AppSecret = "secret" };

        Assert.Equal(code, (await Assert.ThrowsAsync<SignedGatewayException>(() => SignedGatewayClient.Create(options, server).QueryBalanceAsync(Inr))).ErrorCode);
    }

    [Theory]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", true)]
    [InlineData("iso-8859-1", false)]
    public async Task ARefusalInAnotherEncodingIsStillARefusal(string charSet, bool hasMark)
    {
        var encoding = System.Text.Encoding.GetEncoding(charSet);
        byte[] body = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("""{"code":"Rejected","errorMessage":"non admis\u00e9, é","data":null}""")];
        var server = new StubServer(_ =>
        {
            var response = StubServer.Json("");
            response.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json", charSet) } };
            return response;
        });
        var options = new SignedGatewayOptions { BaseAddress = new("https://gateway.test"), AppId = "app", AppSecret = "secret" };

        Assert.Equal("Rejected", (await Assert.ThrowsAsync<SignedGatewayException>(() => SignedGatewayClient.Create(options, server).QueryBalanceAsync(Inr))).ErrorCode);
    }

    [Fact]
    public async Task AnAnswerOfJustTheLargestSizeIsCheckedToo()
    {
        var body = """{"code":"OK","data":{"balanceList":[]}}""";
        var server = new StubServer(_ => StubServer.Json(body));
        var options = new SignedGatewayOptions { BaseAddress = new("https://gateway.test"), AppId = "app", AppSecret = "secret", MaxResponseBytes = body.Length };
        options.ResponseVerification = ResponseVerification.Enforce;

        var exception = await Assert.ThrowsAsync<SignedGatewayException>(() => SignedGatewayClient.Create(options, server).QueryBalanceAsync(Inr));
        Assert.Contains("no signature", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OkIsCaseSensitive()
    {
        var server = new StubServer(_ => StubServer.Json("""{"code":"ok"}"""));
        var options = new SignedGatewayOptions { BaseAddress = new("https://gateway.test"), AppId = "app", AppSecret = "secret" };

        Assert.Equal("ok", (await Assert.ThrowsAsync<SignedGatewayException>(() => SignedGatewayClient.Create(options, server).QueryBalanceAsync(Inr))).ErrorCode);
    }

    [Fact]
    public async Task ARedirectIsRefusedAndNotFollowed()
    {
        var server = new StubServer(_ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TemporaryRedirect);
            response.Headers.Location = new Uri("https://elsewhere.test/");
            return response;
        });
        var options = new SignedGatewayOptions { BaseAddress = new("https://gateway.test"), AppId = "app", AppSecret = "secret" };

        var exception = await Assert.ThrowsAsync<SignedGatewayException>(() => SignedGatewayClient.Create(options, server).QueryBalanceAsync(Inr));

        Assert.Contains("redirects", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task TheServersClockIsLearnedFromItsAnswers()
    {
        var options = Options();
        options.LearnClockOffset = true;
        options.TimeProvider = new Specwright.Testing.ManualTimeProvider(Clock.GetUtcNow().AddHours(-1));
        var client = SignedGatewayClient.Create(options);

        // An hour behind is outside the gateway's window; its refusal brings its time.
        await Assert.ThrowsAnyAsync<ApiException>(() => client.QueryBalanceAsync(Inr));
        Assert.Equal("OK", (await client.QueryBalanceAsync(Inr)).Code.Value);
    }

    [Fact]
    public async Task ADateThatNoClockWouldShowTeachesNothing()
    {
        var dates = new Queue<DateTimeOffset>([Clock.GetUtcNow().AddMinutes(10), DateTimeOffset.UnixEpoch, Clock.GetUtcNow()]);
        var server = new StubServer(_ =>
        {
            var response = StubServer.Json("""{"code":"OK","data":{"balanceList":[]}}""");
            response.Headers.Date = dates.Dequeue();
            return response;
        });
        var options = new SignedGatewayOptions { BaseAddress = new("https://gateway.test"), AppId = "app", AppSecret = "secret", LearnClockOffset = true, TimeProvider = Clock };
        var client = SignedGatewayClient.Create(options, server);
        await client.QueryBalanceAsync(Inr);
        await client.QueryBalanceAsync(Inr);
        await client.QueryBalanceAsync(Inr);

        var sent = server.Requests.Select(request => SignatureHeader.TryParse(request["Authorization"], out var header) ? long.Parse(header.Timestamp, System.Globalization.CultureInfo.InvariantCulture) : 0).ToList();
        Assert.Equal([600_000, 600_000], sent.Skip(1).Select(timestamp => timestamp - sent[0]));
    }

    [Theory]
    [InlineData("AppId")]
    [InlineData("AppSecret")]
    [InlineData("BaseAddress")]
    public void AMissingSettingIsNamed(string setting)
    {
        var options = Options();
        typeof(SignedGatewayOptions).GetProperty(setting)!.SetValue(options, null);

        Assert.Contains($"SignedGatewayOptions.{setting} is not set", Assert.Throws<ApiConfigurationException>(() => SignedGatewayClient.Create(options)).Message, StringComparison.Ordinal);
    }

    private sealed class RetryOnce : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            return (int)response.StatusCode >= 500 ? await base.SendAsync(request, cancellationToken) : response;
        }
    }
}
