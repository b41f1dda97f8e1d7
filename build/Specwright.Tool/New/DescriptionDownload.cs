namespace Specwright.Tool.New;

/// <summary>Fetches a description from an address that the user typed; nothing that a description names is ever fetched.</summary>
internal static class DescriptionDownload
{
    private const int MaxBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    /// <exception cref="ToolException">The address is not https (http on this machine excepted), or does not answer with a text of at most 32 MB.</exception>
    public static async Task<byte[]> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw new ToolException($"'{address}' is not https: on the way anybody could change the description, and with it where credentials are sent");
        }

        // An address that leads elsewhere is shown rather than followed: the record would name the wrong one.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { Timeout = Limit, MaxResponseContentBufferSize = MaxBytes };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("specwright/" + ToolVersion.Current);
        try
        {
            using var response = await client.GetAsync(address, cancellationToken);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadAsByteArrayAsync(cancellationToken)
                : throw new ToolException($"'{address}' answered {(int)response.StatusCode}{(response.Headers.Location is { } location ? $", see {new Uri(address, location)}" : "")}");
        }
        catch (HttpRequestException exception)
        {
            throw new ToolException($"'{address}' cannot be read: {exception.Message}");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolException($"'{address}' did not answer within {Limit.TotalSeconds} seconds");
        }
    }
}
