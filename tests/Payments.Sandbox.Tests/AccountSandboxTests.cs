using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

public sealed class AccountSandboxTests : SandboxTest
{
    [Fact]
    public async Task ALogin_GivesASessionThatOpensTheBalances()
    {
        var session = await LogInAsync();

        var (response, body) = await GetBalanceAsync(session);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(200, (int)body["ResponseCode"]!);
        var expected = Sandbox.Account.BalancesAt(Clock.GetUtcNow());
        var accounts = (JsonArray)body["ResponseData"]!;
        Assert.Equal(expected.Select(balance => balance.Account), accounts.Select(account => (string?)account!["Id"]));
        Assert.Equal(expected.Select(balance => Money.TwoPlaces(balance.Total)), accounts.Select(account => (string?)account!["Balance"]));
        Assert.Equal(expected.Select(balance => Money.TwoPlaces(balance.Held)), accounts.Select(account => (string?)account!["ReservedAmount"]));
        Assert.Equal(expected.Select(balance => Money.TwoPlaces(balance.Available)), accounts.Select(account => (string?)account!["AvailableBalance"]));
    }

    [Fact]
    public async Task TheSessionToken_StatesFifteenMinutesOfLife()
    {
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars((await LogInAsync()).Split('.')[1]))!;

        Assert.Equal(900, (long)claims["exp"]! - (long)claims["iat"]!);
        Assert.Equal(SandboxCredentials.AccountClientId, (string?)claims["ClientID"]);
    }

    [Fact]
    public async Task ALogin_WithoutThePrefix_IsTakenToo()
    {
        var (response, _) = await SendAsync(LoginRequest(LoginToken()));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task ALogin_SignedWithAnotherSecret_Is401()
    {
        var (response, body) = await SendAsync(LoginRequest("Bearer " + LoginToken(secret: "another")));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Single((JsonArray)body["ResponseErrors"]!);
        Assert.NotNull(body["RequestID"]);
    }

    [Theory]
    [InlineData("""{"alg":"none","typ":"JWT"}""", 0, 300)]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""", -600, -300)]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""", 3600, 7200)]
    public async Task ALogin_OfAnotherAlgorithmOrTime_Is401(string header, int issued, int expires)
    {
        var (response, _) = await SendAsync(LoginRequest("Bearer " + LoginToken(header, issued, expires)));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task ASession_EndsAfterFifteenMinutes()
    {
        var session = await LogInAsync();
        Clock.Advance(TimeSpan.FromMinutes(15));

        var (response, body) = await GetBalanceAsync(session);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Successful", (string?)body["ResponseMessage"]);
        Assert.Single((JsonArray)body["ResponseError"]!);
    }

    [Fact]
    public async Task InItsLastTwoMinutes_ASessionIsRefreshedByAnyReply()
    {
        var session = await LogInAsync();
        Clock.Advance(TimeSpan.FromMinutes(13) - TimeSpan.FromSeconds(1));
        var (early, _) = await GetBalanceAsync(session);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var (late, _) = await GetBalanceAsync(session);
        var refreshed = late.Headers.GetValues("x-refresh-token").Single();
        var (error, _) = await SendAsync(Authorized(Json(HttpMethod.Post, new Uri(Sandbox.AccountAddress, "beneficiary/list"), "{}"), session));
        Clock.Advance(TimeSpan.FromMinutes(5));
        var (next, _) = await GetBalanceAsync(refreshed);

        Assert.False(early.Headers.Contains("x-refresh-token"));
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.True(error.Headers.Contains("x-refresh-token"));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task ASession_IsBoundToTheAddressThatLoggedIn()
    {
        var session = await LogInAsync();
        using var elsewhere = HttpFrom("127.0.0.2");

        using var response = await elsewhere.SendAsync(BalanceRequest(session));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task ExpireTokens_EndsTheSessionInFrontOfTheCallButNotOfALogin()
    {
        var session = await LogInAsync();
        Sandbox.Account.Faults.Enqueue(SandboxFault.ExpireTokens);
        await LogInAsync();

        var (response, _) = await GetBalanceAsync(session);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(0, Sandbox.Account.Faults.Pending);
    }

    [Fact]
    public async Task RefreshTokenRace_AnswersTheOlderTokenLastAndLetsItDie()
    {
        var session = await LogInAsync();
        var newerIsRead = new TaskCompletionSource();
        Sandbox.Account.Faults.Enqueue(SandboxFault.RefreshTokenRace(newerIsRead.Task));

        var one = GetBalanceAsync(session);
        var two = GetBalanceAsync(session);
        var firstAnswered = await Task.WhenAny(one, two);
        var newer = (await firstAnswered).Response.Headers.GetValues("x-refresh-token").Single();
        newerIsRead.SetResult();
        var older = (await (firstAnswered == one ? two : one)).Response.Headers.GetValues("x-refresh-token").Single();

        Assert.True(Expiry(older) < Expiry(newer));
        Assert.Equal(HttpStatusCode.OK, (await GetBalanceAsync(newer)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetBalanceAsync(older)).Response.StatusCode);
    }

    [Fact]
    public async Task ANewBeneficiary_IsListedAfterTenMinutes()
    {
        var session = await LogInAsync();
        var (_, created) = await PostAsync(session, "beneficiary/create",
            """[{"field":"Beneficiary_Type","value":"individual"},{"field":"Beneficiary_Email","value":"a@example.com"},{"field":"Beneficiary_Country","value":"US"}]""");
        var id = (string)created["ResponseData"]!["BeneficiaryId"]!;
        var before = await BeneficiaryIdsAsync(session);
        Clock.Advance(TimeSpan.FromMinutes(10));
        var after = await BeneficiaryIdsAsync(session);

        Assert.DoesNotContain(id, before);
        Assert.Contains(id, after);
    }

    [Fact]
    public async Task ACreateCall_WithoutARequiredField_NamesIt()
    {
        var (response, body) = await PostAsync(await LogInAsync(), "beneficiary/create", """[{"field":"Beneficiary_Type","value":"individual"}]""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("body[Beneficiary_Email]: Mandatory Fields are Missing.", (string?)body["ResponseErrors"]![0]);
    }

    [Fact]
    public async Task AnInstrument_IsListedForItsPayee()
    {
        var session = await LogInAsync();
        var (_, created) = await PostAsync(session, "payment-instrument/create",
            """[{"field":"BeneficiaryId","value":"-6477410681264623860"},{"field":"Payment_Type","value":"BUS_USD_Account.Business_ACH"}]""");
        var (_, list) = await PostAsync(session, "payment-instrument/list", """{"PageNumber":1,"PageSize":10,"BeneficiaryId":"-6477410681264623860"}""");

        Assert.Equal(
            (string?)created["ResponseData"]!["PaymentInstrumentID"],
            (string?)Assert.Single((JsonArray)list["ResponseData"]!["Data"]!)!["Id"]);
    }

    [Fact]
    public async Task Transactions_ArePagedAndFiltered()
    {
        var session = await LogInAsync();
        var (_, all) = await PostAsync(session, "transactions/history/completed", """{"PageNumber":1,"PageSize":100}""");
        var (_, second) = await PostAsync(session, "transactions/history/completed", """{"PageNumber":2,"PageSize":50}""");
        var (_, credits) = await PostAsync(session, "transactions/history/completed", """{"PageNumber":1,"PageSize":100,"Direction":"credit"}""");
        var (_, day) = await PostAsync(session, "transactions/history/completed", """{"PageNumber":1,"PageSize":100,"FromDate":"2026-03-05","ToDate":"2026-03-05"}""");
        var number = (string)all["ResponseData"]!["Data"]![0]!["TransactionNumber"]!;
        var (_, details) = await SendAsync(Authorized(
            new HttpRequestMessage(HttpMethod.Get, new Uri(Sandbox.AccountAddress, $"transactions/details/{number}")), session));

        Assert.Equal(60, ((JsonArray)all["ResponseData"]!["Data"]!).Count);
        Assert.Equal(10, ((JsonArray)second["ResponseData"]!["Data"]!).Count);
        Assert.Equal(20, ((JsonArray)credits["ResponseData"]!["Data"]!).Count);
        Assert.All((JsonArray)day["ResponseData"]!["Data"]!, entry => Assert.StartsWith("2026-03-05", (string?)entry!["CreatedAt"], StringComparison.Ordinal));
        Assert.True(JsonNode.DeepEquals(all["ResponseData"]!["Data"]![0], details["ResponseData"]));
    }

    [Fact]
    public async Task AnUnknownTransaction_Is404()
    {
        var (response, body) = await SendAsync(Authorized(
            new HttpRequestMessage(HttpMethod.Get, new Uri(Sandbox.AccountAddress, "transactions/details/FV1")), await LogInAsync()));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("NotFound", (string?)body["ResponseMessage"]);
    }

    private static HttpRequestMessage Authorized(HttpRequestMessage request, string session)
    {
        request.Headers.Add("Authorization", $"Bearer {session}");
        return request;
    }

    private static long Expiry(string token) => (long)JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!["exp"]!;

    private string LoginToken(
        string header = """{"alg":"HS256","typ":"JWT"}""", int issued = 0, int expires = 300, string secret = SandboxCredentials.AccountClientSecret)
    {
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = $$"""{"ClientID":"{{SandboxCredentials.AccountClientId}}","iat":{{now + issued}},"exp":{{now + expires}}}""";
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)))}";
    }

    private HttpRequestMessage LoginRequest(string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Sandbox.AccountAddress, "auth"));
        request.Headers.Add("X-AUTH-TOKEN", value);
        return request;
    }

    private async Task<string> LogInAsync()
    {
        var (_, body) = await SendAsync(LoginRequest("Bearer " + LoginToken()));
        return (string)body["ResponseData"]!["SessionToken"]!;
    }

    private HttpRequestMessage BalanceRequest(string session) =>
        Authorized(new HttpRequestMessage(HttpMethod.Get, new Uri(Sandbox.AccountAddress, "account/balance")), session);

    private Task<(HttpResponseMessage Response, JsonNode Body)> GetBalanceAsync(string session) => SendAsync(BalanceRequest(session));

    private Task<(HttpResponseMessage Response, JsonNode Body)> PostAsync(string session, string path, string body) =>
        SendAsync(Authorized(Json(HttpMethod.Post, new Uri(Sandbox.AccountAddress, path), body), session));

    private async Task<IEnumerable<string?>> BeneficiaryIdsAsync(string session)
    {
        var (_, body) = await PostAsync(session, "beneficiary/list", """{"PageNumber":1,"PageSize":100}""");
        return ((JsonArray)body["ResponseData"]!["Data"]!).Select(entry => (string?)entry!["Id"]);
    }
}
