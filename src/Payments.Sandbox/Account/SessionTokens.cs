using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;

namespace Payments.Sandbox;

/// <summary>Session tokens: HS256 tokens with <c>ClientID</c>, <c>iat</c> and <c>exp</c>, as the decoded sample of the login page is one.</summary>
internal sealed class SessionTokens(AccountSandboxOptions options)
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly BearerTokens _tokens = new();

    public string Issue(DateTimeOffset issuedAt, IPAddress remoteAddress)
    {
        var issued = issuedAt.ToUnixTimeSeconds();
        var expiry = (issuedAt + options.SessionLifetime).ToUnixTimeSeconds();
        var token = JsonWebToken.Sign(_key, json =>
        {
            json.WriteString("ClientID", options.ClientId);
            json.WriteNumber("iat", issued);
            json.WriteNumber("exp", expiry);
            // Two tokens of one second would otherwise be the same text.
            json.WriteString("jti", RandomNumberGenerator.GetHexString(16, lowercase: true));
        });
        _tokens.Add(token, new BearerToken(expiry, remoteAddress));
        return token;
    }

    public bool TryGet(string token, DateTimeOffset now, [NotNullWhen(true)] out BearerToken? session) =>
        _tokens.TryGet(token, out session) && now.ToUnixTimeSeconds() < session.Expiry;

    public void Revoke(string token) => _tokens.Remove(token);

    public void Clear() => _tokens.Clear();
}
