using System.Net.Http.Headers;
using Specwright;

namespace Payments.Cashfree;

public sealed partial class CashfreePayoutsClient
{
    // The published description demands this field of its GET, too. It belongs to a body, so a call without one carries an empty one.
    partial void OnRequestReady(ApiOperation operation, HttpRequestMessage request)
    {
        request.Content ??= new ByteArrayContent([]);
        request.Content.Headers.ContentType ??= new MediaTypeHeaderValue("application/json");
    }
}
