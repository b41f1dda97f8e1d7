using System.Net.Http.Headers;
using System.Text.Json;
using Specwright.Sessions;

namespace Payments.Juspay;

/// <summary>
/// Reads answers by what they are: a JSON object counts as JSON whatever its content type says, as the printed call asks for text; and a body that says <c>error: true</c>, or holds a <c>response</c> beside a
/// <c>code</c> from 400 on, is an error on HTTP 200 too (both ASSUMED).
/// </summary>
internal sealed class JuspayAnswerHandler(JuspayPayoutsOptions options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (BalanceHoldHandler.IsBalanceCall(request) && options.BalanceAccept is { Length: > 0 } accept)
        {
            request.Headers.Remove("Accept");
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        if (StartsAnObject(bytes.Span))
        {
            response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        if (isWhole && response.IsSuccessStatusCode && EnvelopeDocument.TryParse(bytes) is { } document)
        {
            using (document)
            {
                if (ErrorOf(document.RootElement) is { } error)
                {
                    response.Dispose();
                    throw new JuspayException(request, response, error.Text("errorCode"), error.Text("errorMessage"), error.Text("userMessage"), options.SensitiveNames);
                }
            }
        }
        return response;
    }

    // The four fields stand at the root or under response.
    private static JsonElement? ErrorOf(JsonElement root)
    {
        if (root.IsTrue("error"))
        {
            return root;
        }
        return root.Member("response") is { ValueKind: JsonValueKind.Object } response && (response.IsTrue("error") || root.Integer("code") >= 400) ? response : null;
    }

    private static bool StartsAnObject(ReadOnlySpan<byte> body)
    {
        var text = body[EnvelopeDocument.MarkLength(body)..].TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && text[0] == (byte)'{';
    }
}
