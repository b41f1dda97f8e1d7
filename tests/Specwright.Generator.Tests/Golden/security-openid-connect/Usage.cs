using Acme;

public static class Usage
{
    public static async Task TheTokenEndpointIsDiscovered(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions { OpenId = ApiCredential.ClientCredentials("me", "planted") }, wire);
        wire.Answer(HttpStatusCode.OK, """{"issuer": "https://id.acme.test", "token_endpoint": "https://tokens.acme.test/token"}""");
        wire.Answer(HttpStatusCode.OK, """{"access_token": "t1", "token_type": "Bearer", "expires_in": 3600}""");

        await client.ListOrdersAsync();

        Assert.Equal(
            ["GET https://id.acme.test/.well-known/openid-configuration", "POST https://tokens.acme.test/token", "GET https://api.acme.test/orders"],
            wire.Requests.Select(request => request.Split('\n')[0]));
        Assert.Equal("Bearer t1", wire.Field("Authorization"));
    }
}
