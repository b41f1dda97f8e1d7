using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Payments.AccountApi;
using Payments.Sandbox;
using Specwright;
using Specwright.State;

namespace Payments.Tests.AccountApi;

public sealed class AccountApiClientTests : SandboxTest
{
    private const string Balances = """{"ResponseCode":200,"ResponseMessage":"Success","ResponseData":[]}""";

    private AccountApiOptions Options(IApiStateStore? store = null) => new()
    {
        BaseAddress = Sandbox.AccountAddress,
        ClientId = SandboxCredentials.AccountClientId,
        ClientSecret = SandboxCredentials.AccountClientSecret,
        TimeProvider = Clock,
        StateStore = store,
    };

    private AccountApiClient Client() => AccountApiClient.Create(Options());

    private int LogIns => Sandbox.Account.CallCount("getSessionToken");

    private int Calls => Sandbox.Account.CallCount("getBalance");

    // A session token as the server makes them; its signature is nobody's business here.
    private string Token(string name, double seconds)
        => "e30." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"ClientID":"{{name}}","exp":{{Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds()}}}""")) + ".sig";

    private StubServer Server(Func<SentRequest, HttpResponseMessage> answer, Func<int, string>? token = null)
    {
        var logIns = 0;
        return new StubServer(sent => sent.Address.AbsolutePath.EndsWith("/auth", StringComparison.Ordinal)
            ? StubServer.Json($$$"""{"ResponseCode":200,"ResponseData":{"SessionToken":"{{{(token ?? (n => Token("session" + n, 900)))(++logIns)}}}"}}""")
            : answer(sent));
    }

    [Fact]
    public async Task TheBalancesAreReadExactly()
    {
        var envelope = await Client().GetBalanceAsync();

        Assert.Equal(
            Sandbox.Account.BalancesAt(Clock.GetUtcNow()).Select(balance => (balance.Account, balance.Currency, balance.Total, balance.Held, balance.Available)),
            envelope.ResponseData!.Select(entry => (entry.Id, entry.Currency, entry.Balance, entry.ReservedAmount, entry.AvailableBalance)));
    }

    [Fact]
    public async Task AThousandCallersCauseOneLogin()
    {
        using var gate = new Gate();
        Sandbox.Account.Faults.Enqueue(SandboxFault.HoldUntil(gate.Task), "getSessionToken");
        var client = Client();
        var calls = Enumerable.Range(0, 1000).Select(_ => client.GetBalanceAsync()).ToArray();
        gate.Open();
        await Task.WhenAll(calls);

        Assert.Equal(1, LogIns);
        Assert.Equal(1000, Calls);
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("")]
    public async Task TheLoginCarriesTheJwtUnderThePrefixAsked(string prefix)
    {
        SandboxOptions.Account.LoginTokenPrefix = prefix;
        var options = Options();
        options.LoginTokenPrefix = prefix;

        await AccountApiClient.Create(options).GetBalanceAsync();

        var field = Sandbox.Account.Requests.Single(request => request.Operation == "getSessionToken").Header("X-AUTH-TOKEN")!;
        Assert.StartsWith(prefix + "ey", field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefreshedTokenReplacesTheSessionWithoutALogin()
    {
        var client = Client();
        await client.GetBalanceAsync();
        Clock.Advance(TimeSpan.FromMinutes(13.5));
        await client.GetBalanceAsync();
        Clock.Advance(TimeSpan.FromMinutes(10));
        await client.GetBalanceAsync();

        Assert.Equal(1, LogIns);
        Assert.Equal(2, Sandbox.Account.Requests.Where(request => request.Operation == "getBalance").Select(request => request.Header("Authorization")).Distinct().Count());
    }

    [Fact]
    public async Task WithoutARefreshTheSessionIsRenewedBeforeItsEnd()
    {
        var client = Client();
        await client.GetBalanceAsync();
        Clock.Advance(TimeSpan.FromSeconds(870));
        await client.GetBalanceAsync();

        Assert.Equal(2, LogIns);
        Assert.Equal(2, Calls);
    }

    [Fact]
    public async Task OfTwoRefreshedTokensTheNewerStaysThoughTheOlderComesLate()
    {
        var client = Client();
        await client.GetBalanceAsync();
        Clock.Advance(TimeSpan.FromSeconds(5));
        Sandbox.Account.Faults.Enqueue(SandboxFault.RefreshTokenRace());

        await Task.WhenAll(client.GetBalanceAsync(), client.GetBalanceAsync());
        await client.GetBalanceAsync();

        // The sandbox has ended the older token: going back to it would cost a login.
        Assert.Equal(1, LogIns);
        Assert.Equal(4, Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    public async Task ATokenIsTakenFromAnErrorToo(string prefix)
    {
        var newer = Token("newer", 1800);
        var isFirst = true;
        var server = Server(_ =>
        {
            var response = isFirst ? StubServer.Json("""{"ResponseCode":500,"ResponseErrors":["down"]}""", HttpStatusCode.InternalServerError) : StubServer.Json(Balances);
            response.Headers.TryAddWithoutValidation("x-refresh-token", isFirst ? prefix + newer : Token("older", 60));
            isFirst = false;
            return response;
        });
        var client = AccountApiClient.Create(Options(), server);

        await Assert.ThrowsAnyAsync<ApiException>(() => client.GetBalanceAsync());
        await client.GetBalanceAsync();
        await client.GetBalanceAsync();

        Assert.Equal([$"Bearer {newer}", $"Bearer {newer}"], server.Requests.Skip(2).Select(request => request["Authorization"]));
    }

    [Fact]
    public async Task AnEndedSessionCostsOneLoginForAllCallsUnderWay()
    {
        var client = Client();
        await client.GetBalanceAsync();
        Sandbox.Account.Faults.Enqueue(SandboxFault.ExpireTokens, "getBalance");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.GetBalanceAsync()));

        Assert.Equal(2, LogIns);
    }

    [Fact]
    public async Task AResponseCode401OnHttp200EndsTheSessionToo()
    {
        var isFirst = true;
        var server = Server(_ =>
        {
            var body = isFirst ? """{"ResponseCode":401,"ResponseMessage":"Successful","ResponseError":["header['authorization']: 'expired'"]}""" : Balances;
            isFirst = false;
            return StubServer.Json(body);
        });

        await AccountApiClient.Create(Options(), server).GetBalanceAsync();

        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData("t\u00F6ken")]
    [InlineData("two words")]
    public async Task ARefreshThatIsNoTokenIsPassedOver(string refresh)
    {
        var server = Server(_ =>
        {
            var response = StubServer.Json(Balances);
            response.Headers.TryAddWithoutValidation("x-refresh-token", refresh);
            return response;
        }, n => Token("session" + n, 100));
        var client = AccountApiClient.Create(Options(), server);
        await client.GetBalanceAsync();
        await client.GetBalanceAsync();

        Assert.Equal(server.Requests[1]["Authorization"], server.Requests[2]["Authorization"]);
    }

    [Fact]
    public async Task ASessionJustOpenedAndRefusedNamesTheOutgoingAddress()
    {
        Sandbox.Account.Faults.Stick(SandboxFault.Respond(401, """{"ResponseCode":401,"RequestID":"r-1","ResponseErrors":["header[authorization]: ip mismatch"]}"""), "getBalance");

        var exception = await Assert.ThrowsAsync<AccountApiException>(() => Client().GetBalanceAsync());

        Assert.Contains("different IP addresses", exception.Message, StringComparison.Ordinal);
        Assert.Equal(401, exception.StatusCode);
        Assert.Equal("r-1", exception.RequestId);
        Assert.Equal(2, LogIns);
        Assert.Equal(2, Calls);
    }

    [Fact]
    public async Task A401OnTheLoginIsFinal()
    {
        var options = Options();
        options.ClientSecret = "wrong";

        var exception = await Assert.ThrowsAsync<ApiException<ErrorBody>>(() => AccountApiClient.Create(options).GetBalanceAsync());

        Assert.Equal(401, exception.StatusCode);
        Assert.Equal(1, LogIns);
        Assert.Equal(0, Calls);
    }

    [Theory]
    [InlineData("""{"ResponseCode":403,"ResponseMessage":"Success","ResponseError":["a","b[c]: d"]}""")]
    [InlineData("""{"ResponseCode":"403","ResponseMessage":"Successful","ResponseErrors":["a","b[c]: d"],"ResponseData":{}}""")]
    public async Task TheResponseCodeDecidesAndNeverTheMessage(string body)
    {
        var exception = await Assert.ThrowsAsync<AccountApiException>(() => AccountApiClient.Create(Options(), Server(_ => StubServer.Json(body))).GetBalanceAsync());

        Assert.Equal("403", exception.ErrorCode);
        Assert.Equal(["a", "d"], exception.Errors.Select(error => error.Message));
        Assert.Equal("getBalance: the account API refused the call (403: a; b[c]: d)", exception.Message);
    }

    [Fact]
    public async Task AMissingResponseCodeOnHttp200IsASuccess()
        => Assert.Empty((await AccountApiClient.Create(Options(), Server(_ => StubServer.Json("""{"ResponseData":[]}"""))).GetBalanceAsync()).ResponseData!);

    [Theory]
    [InlineData("""{"ResponseCode":400,"ResponseErrors":["body[Address]: Mandatory Fields are Missing."],"RequestID":"r-2"}""")]
    [InlineData("""{"ResponseCode":400,"ResponseError":"body[Address]: Mandatory Fields are Missing.","RequestID":"r-2"}""")]
    public async Task BothErrorShapesAreRead(string body)
    {
        var exception = await Assert.ThrowsAsync<ApiException<ErrorBody>>(
            () => AccountApiClient.Create(Options(), Server(_ => StubServer.Json(body, HttpStatusCode.BadRequest))).GetBalanceAsync());

        Assert.Equal("400", exception.ErrorCode);
        Assert.Equal("r-2", exception.RequestId);
        Assert.Equal(("body", "Address"), exception.Error.ErrorTexts.Select(text => (text.Place, text.Field)).Single());
    }

    [Theory]
    [InlineData(301, "")]
    [InlineData(200, """{"ResponseCode":301,"ResponseMessage":"ResourceMoved"}""")]
    public async Task AMovedAddressIsAnErrorOfSettingsAndNotFollowed(int status, string body)
    {
        var server = Server(_ => StubServer.Json(body, (HttpStatusCode)status));

        var exception = await Assert.ThrowsAsync<AccountApiException>(() => AccountApiClient.Create(Options(), server).GetBalanceAsync());

        Assert.Contains("AccountApiOptions.BaseAddress", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task ATokenWithoutAReadableEndIsGoodForAQuarterOfAnHour()
    {
        var server = Server(_ => StubServer.Json(Balances), n => "opaque-" + n);
        var client = AccountApiClient.Create(Options(), server);
        await client.GetBalanceAsync();
        Clock.Advance(TimeSpan.FromSeconds(869));
        await client.GetBalanceAsync();
        Assert.Equal("Bearer opaque-1", server.Requests[^1]["Authorization"]);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await client.GetBalanceAsync();
        Assert.Equal("Bearer opaque-2", server.Requests[^1]["Authorization"]);
    }

    [Fact]
    public async Task LoginAndCallsLeaveFromTheLocalAddressAsked()
    {
        var options = Options();
        options.LocalAddress = IPAddress.Parse("127.0.0.7");

        await AccountApiClient.Create(options).GetBalanceAsync();

        Assert.All(Sandbox.Account.Requests, request => Assert.Equal(options.LocalAddress, request.RemoteAddress));
    }

    [Fact]
    public async Task ALocalAddressThatTheMachineDoesNotHaveIsAFailureOfTheConnection()
    {
        var options = Options();
        options.LocalAddress = IPAddress.Parse("192.0.2.1");

        var exception = await Assert.ThrowsAsync<ApiException>(() => AccountApiClient.Create(options).GetBalanceAsync());

        Assert.IsType<SocketException>(exception.GetBaseException());
    }

    [Fact]
    public async Task ProcessesShareASessionOnlyWithinOneScope()
    {
        var store = new MemoryStateStore(Clock);
        await AccountApiClient.Create(Options(store)).GetBalanceAsync();
        await AccountApiClient.Create(Options(store)).GetBalanceAsync();
        Assert.Equal(1, LogIns);

        var elsewhere = Options(store);
        elsewhere.SessionScope = "another machine";
        await AccountApiClient.Create(elsewhere).GetBalanceAsync();
        Assert.Equal(2, LogIns);
    }

    [Theory]
    [InlineData("ClientId")]
    [InlineData("ClientSecret")]
    public void AMissingSettingIsNamed(string setting)
    {
        var options = Options();
        typeof(AccountApiOptions).GetProperty(setting)!.SetValue(options, null);

        Assert.Equal($"AccountApiOptions.{setting} is not set.", Assert.Throws<ApiConfigurationException>(() => AccountApiClient.Create(options)).Message);
    }
}
