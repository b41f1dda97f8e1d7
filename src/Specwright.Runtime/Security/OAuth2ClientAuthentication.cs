namespace Specwright;

/// <summary>How a client says at a token endpoint who it is (RFC 6749, 2.3.1).</summary>
public enum OAuth2ClientAuthentication
{
    /// <summary><c>Authorization: Basic</c> over id and secret, both form-encoded. Every server has to take it.</summary>
    Basic,

    /// <summary><c>client_id</c> and <c>client_secret</c> in the body. For servers that do not take the other.</summary>
    Body,
}
