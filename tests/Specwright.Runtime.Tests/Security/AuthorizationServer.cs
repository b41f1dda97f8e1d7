using System.Net;
using System.Text;

namespace Specwright.Tests.Security;

/// <summary>A token endpoint, an OpenID provider and an API behind one wire: tokens are <c>token-1</c>, <c>token-2</c>… and live an hour.</summary>
internal sealed class AuthorizationServer : HttpMessageHandler
{
    private readonly object _gate = new();
    private readonly TaskCompletionSource _requested = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<(string Address, string? Authorization, string Form)> TokenRequests { get; } = [];

    public List<string> Discoveries { get; } = [];

    /// <summary>The <c>Authorization</c> fields of calls to the API.</summary>
    public List<string?> Calls { get; } = [];

    public HashSet<string> Revoked { get; } = [];

    /// <summary>Instead of a token.</summary>
    public Func<HttpResponseMessage>? TokenAnswer { get; set; }

    public Func<string, string> Token { get; set; } = value => $$"""{"access_token":"{{value}}","token_type":"Bearer","expires_in":3600}""";

    public string Configuration { get; set; } = """{"issuer":"https://id.example/tenant","token_endpoint":"https://id.example/tenant/token"}""";

    /// <summary>Done when the first request for a token has come.</summary>
    public Task TokenRequested => _requested.Task;

    public Task Gate { get; set; } = Task.CompletedTask;

    public static HttpResponseMessage Json(HttpStatusCode status, string json)
        => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!.AbsoluteUri;
        var authorization = request.Headers.NonValidated.TryGetValues("Authorization", out var values) ? values.ToString() : null;
        if (address.Contains("openid-configuration", StringComparison.Ordinal))
        {
            lock (_gate)
            {
                Discoveries.Add(address);
            }

            return Json(HttpStatusCode.OK, Configuration);
        }

        if (!address.Contains("token", StringComparison.Ordinal))
        {
            lock (_gate)
            {
                Calls.Add(authorization);
                return new HttpResponseMessage(authorization is null || Revoked.Contains(authorization) ? HttpStatusCode.Unauthorized : HttpStatusCode.OK);
            }
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        _requested.TrySetResult();
        await Gate.WaitAsync(cancellationToken);
        lock (_gate)
        {
            TokenRequests.Add((address, authorization, body));
            return TokenAnswer?.Invoke() ?? Json(HttpStatusCode.OK, Token($"token-{TokenRequests.Count}"));
        }
    }
}
