using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Specwright;
using Specwright.Sessions;

namespace Payments.SignedGateway;

/// <summary>
/// Signs every attempt anew over the exact bytes and the absolute address, refuses redirects (they change the signed address), checks the response's signature and its <c>code</c>.
/// </summary>
internal sealed class SigningHandler(SignedGatewayOptions options) : DelegatingHandler
{
    // The Date field counts whole seconds, and the answer took time to come.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Reading the body also keeps it: the bytes signed are the bytes sent.
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var url = SignedUrl.Of(request.RequestUri!);
        var method = request.Method.Method.ToUpperInvariant();
        Sign(request, method, url, body);

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        LearnClock(response);
        RefuseRedirect(request, response, url);
        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        // A body that broke off or is too large is the transport's to report.
        if (isWhole)
        {
            Verify(request, response, method, url, bytes);
            CheckCode(request, response, bytes);
        }
        return response;
    }

    private void Sign(HttpRequestMessage request, string method, string url, byte[] body)
    {
        var timestamp = (options.TimeProvider.GetUtcNow() + options.EffectiveClockOffset).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var nonce = options.NonceSource is { } source ? source() : Convert.ToHexString(RandomNumberGenerator.GetBytes(16)).ToLowerInvariant();
        var rule = options.SignatureRule;
        var sign = rule.Sign(new SignatureInput
        {
            AppId = options.AppId!,
            AppSecret = options.AppSecret!,
            Method = method,
            Url = url,
            Timestamp = timestamp,
            Nonce = nonce,
            Body = body,
        });
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", new SignatureHeader(rule.Type, options.AppId!, sign, timestamp, nonce).ToHeaderValue());
    }

    private void LearnClock(HttpResponseMessage response)
    {
        if (options.LearnClockOffset && response.Headers.Date is { } date)
        {
            var now = options.TimeProvider.GetUtcNow();
            var offset = ServerClock.OffsetOf(date, now, ClockTolerance);
            // No offset in spite of a difference: a field that is not believed teaches nothing.
            if (offset != TimeSpan.Zero || (date - now).Duration() <= ClockTolerance)
            {
                options.LearnedClockOffset = offset;
            }
        }
    }

    private static void RefuseRedirect(HttpRequestMessage request, HttpResponseMessage response, string url)
    {
        // The second test finds a primary handler that follows redirects by itself.
        var isRedirect = (int)response.StatusCode is >= 300 and <= 399;
        var isElsewhere = response.RequestMessage?.RequestUri is { } address && SignedUrl.Of(address) != url;
        if (isRedirect || isElsewhere)
        {
            response.Dispose();
            throw new SignedGatewayException(
                request,
                response,
                $"the gateway redirects the call, which a signed request must not follow: set {nameof(SignedGatewayOptions)}.BaseAddress to the gateway's own address");
        }
    }

    private void Verify(HttpRequestMessage request, HttpResponseMessage response, string method, string url, ReadOnlyMemory<byte> body)
    {
        if (options.ResponseVerification == ResponseVerification.Off)
        {
            return;
        }
        var field = response.Headers.NonValidated.TryGetValues("Authorization", out var values) ? values.ToString() : null;
        if (field is null && response.StatusCode != HttpStatusCode.OK)
        {
            // A proxy's page, or a gateway that is down: a failure of the transport, which the status tells.
            return;
        }
        var report = ResponseSignatureCheck.Run(field, options.ResponseSignatureRule, options.AppId!, options.AppSecret!, method, url, body);
        options.ResponseSignatureChecked?.Invoke(report);
        if (report.Verdict == ResponseSignatureVerdict.Valid)
        {
            return;
        }
        if (options.ResponseVerification == ResponseVerification.Enforce)
        {
            response.Dispose();
            throw new SignedGatewayException(request, response, Describe(report));
        }
        var logger = options.LoggerFactory?.CreateLogger("Payments.SignedGateway") ?? NullLogger.Instance;
        logger.LogWarning("{Operation}: {Problem}; the response is used all the same.", ApiOperation.From(request)?.OperationId, Describe(report));
    }

    private static string Describe(ResponseSignatureReport report) => report.Verdict switch
    {
        ResponseSignatureVerdict.Missing => "the response carries no signature that can be read",
        ResponseSignatureVerdict.OtherAppId => "the response is signed for another app id",
        _ when report.MatchingRule is { } other => $"the response's signature does not match the rule '{report.Rule}' but the rule '{other}' (set {nameof(SignedGatewayOptions)}.{nameof(SignedGatewayOptions.ResponseSignatureRule)})",
        _ => $"the response's signature does not match the rule '{report.Rule}'",
    };

    // Only OK is success, case sensitive (source: balance page). Other statuses go on to the generated half, which knows their declared bodies.
    private void CheckCode(HttpRequestMessage request, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        if (response.StatusCode != HttpStatusCode.OK || EnvelopeDocument.TryParse(body) is not { } document)
        {
            return;
        }
        using (document)
        {
            if (document.RootElement.Text("code") is { } code && code != "OK")
            {
                var message = document.RootElement.Text("errorMessage");
                response.Dispose();
                throw new SignedGatewayException(request, response, code, message, options.SensitiveNames);
            }
        }
    }
}
