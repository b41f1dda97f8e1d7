using System.Net;

namespace Specwright.Sessions;

/// <summary>Looks into a response's body without taking it away from whoever reads it next.</summary>
public static class ResponsePeek
{
    /// <summary>
    /// Reads a body of up to <paramref name="limit"/> bytes, or the start of a longer one, and puts a body in place that yields them again, then the rest. A body that breaks off or fails is passed on as
    /// such: the next reader meets the same failure at the same byte.
    /// </summary>
    /// <param name="response">Its content is replaced.</param>
    /// <param name="limit">Bytes.</param>
    /// <param name="cancellationToken">Ends the reading; the response is of no use afterwards.</param>
    /// <returns>The bytes, and whether they are the whole body.</returns>
    public static async Task<(ReadOnlyMemory<byte> Bytes, bool IsWhole)> ReadAsync(HttpResponseMessage response, long limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        var content = response.Content;
        var prefix = new MemoryStream();
        Exception? failure = null;
        Stream? rest = null;
        try
        {
            rest = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            if (await CopyAsync(rest, prefix, limit, cancellationToken).ConfigureAwait(false))
            {
                rest = null;
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException && !cancellationToken.IsCancellationRequested)
        {
            failure = exception;
        }
        var bytes = prefix.GetBuffer().AsMemory(0, (int)prefix.Length);
        response.Content = new PeekedContent(content, bytes, rest, failure);
        return (bytes.Length > limit ? bytes[..(int)limit] : bytes, rest is null && failure is null);
    }

    private static async Task<bool> CopyAsync(Stream source, MemoryStream target, long limit, CancellationToken cancellationToken)
    {
        var chunk = new byte[8192];
        // One byte beyond the limit is asked for, since only the end of the stream tells that a body of just that length is whole.
        while (target.Length <= limit)
        {
            var count = await source.ReadAsync(chunk.AsMemory(0, (int)Math.Min(chunk.Length - 1, limit - target.Length) + 1), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return true;
            }
            target.Write(chunk, 0, count);
        }
        return false;
    }

    private sealed class PeekedContent : HttpContent
    {
        private readonly HttpContent _original;
        private readonly ReadOnlyMemory<byte> _prefix;
        private readonly Stream? _rest;
        private readonly Exception? _failure;

        public PeekedContent(HttpContent original, ReadOnlyMemory<byte> prefix, Stream? rest, Exception? failure)
        {
            _original = original;
            _prefix = prefix;
            _rest = rest;
            _failure = failure;
            foreach (var (name, values) in original.Headers.NonValidated)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            using var body = new PrefixedStream(_prefix, _rest, _failure);
            await body.CopyToAsync(stream).ConfigureAwait(false);
        }

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new PrefixedStream(_prefix, _rest, _failure));

        protected override bool TryComputeLength(out long length)
        {
            length = _prefix.Length;
            return _rest is null && _failure is null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _original.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
