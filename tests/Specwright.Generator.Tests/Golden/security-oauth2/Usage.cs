using Acme;

public static class Usage
{
    public static async Task ClientCredentialsAreExchangedOnceForTheScopesOfTheOperation(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions { Oauth = ApiCredential.ClientCredentials("me", "planted") }, wire);
        wire.Answer(HttpStatusCode.OK, """{"access_token": "t1", "token_type": "Bearer", "expires_in": 3600}""");
        wire.Answer(HttpStatusCode.NoContent);

        await client.CreateOrderAsync();
        await client.CreateOrderAsync();

        Assert.Equal(3, wire.Requests.Count);
        Assert.StartsWith("POST https://api.acme.test/oauth/token\nAuthorization: Basic bWU6cGxhbnRlZA==\n", wire.Requests[0], StringComparison.Ordinal);
        Assert.EndsWith("\n\ngrant_type=client_credentials&scope=orders.read+orders.write", wire.Requests[0], StringComparison.Ordinal);
        Assert.Equal("POST https://api.acme.test/v1/orders\nAuthorization: Bearer t1", wire.Requests[1]);
        Assert.Equal(wire.Requests[1], wire.Requests[2]);
    }

    public static async Task ARefusalOfTheTokenEndpointIsAnApiException(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions { Oauth = ApiCredential.ClientCredentials("me", "planted", "orders.read") }, wire);
        wire.Answer(HttpStatusCode.BadRequest, """{"error": "invalid_scope", "error_description": "not for planted"}""");

        var error = await Assert.ThrowsAsync<ApiException>(() => client.ListOrdersAsync());

        Assert.Equal("no access token for AcmeOptions.Oauth: api.acme.test answered 400 Bad Request (invalid_scope: not for ***)", error.Message);
    }

    public static async Task TheTokenOfAUserIsTheCallersOrComesFromARefreshToken(GoldenWire wire)
    {
        var options = new AcmeOptions { User = "t2" };
        var client = AcmeClient.Create(options, wire);
        await client.GetProfileAsync();
        Assert.Equal("Bearer t2", wire.Field("Authorization"));

        options.User = ApiCredential.RefreshToken("me", clientSecret: null, "planted");
        wire.Answer(HttpStatusCode.OK, """{"access_token": "t3", "token_type": "Bearer", "expires_in": 3600}""");
        await client.GetProfileAsync();
        Assert.Equal("Bearer t3", wire.Field("Authorization"));
    }

    public static async Task WithATestSystem_NoSecretReachesTheLiveTokenEndpoint(GoldenWire wire)
    {
        var options = new AcmeOptions { BaseAddress = new Uri("https://test.acme.test/v1"), User = ApiCredential.RefreshToken("me", "planted", "planted") };
        var client = AcmeClient.Create(options, wire);

        var refused = await Assert.ThrowsAsync<ApiConfigurationException>(() => client.GetProfileAsync());
        Assert.Equal(
            "AcmeOptions.User: set OAuth2Settings.TokenUrl. The token URL that the description names is taken only together with the base address that it names.",
            refused.Message);
        Assert.Empty(wire.Requests);

        options.User = ApiCredential.RefreshToken("me", "planted", "planted", new OAuth2Settings { TokenUrl = new Uri("https://login.test.acme.test/token") });
        wire.Answer(HttpStatusCode.OK, """{"access_token": "t4", "token_type": "Bearer", "expires_in": 3600}""");
        await client.GetProfileAsync();
        Assert.StartsWith("POST https://login.test.acme.test/token\n", wire.Requests[0], StringComparison.Ordinal);

        // One that is relative follows the base address.
        options.Oauth = ApiCredential.ClientCredentials("me", "planted");
        wire.Answer(HttpStatusCode.OK, """{"access_token": "t5", "token_type": "Bearer", "expires_in": 3600}""");
        await client.CreateOrderAsync();
        Assert.StartsWith("POST https://test.acme.test/oauth/token\n", wire.Requests[2], StringComparison.Ordinal);
    }
}
