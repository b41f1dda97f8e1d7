using System.Buffers;

namespace Specwright;

/// <summary>
/// A body that is read while it comes, for downloads of any length: nothing of it is kept. Disposing it ends the answer and gives the connection back, read to the end or
/// not; whoever gets one must dispose it.
/// </summary>
/// <remarks>
/// <see cref="ApiClientOptions.Timeout"/> counts until the header fields are there; after that only the tokens given to the reading methods end it.
/// <see cref="ApiClientOptions.MaxResponseBytes"/> does not count, except in <see cref="ReadAllBytesAsync"/>. A body that breaks off, or ends before the length that the server
/// announced, is an <see cref="ApiException"/> from the reading method, never a short file.
/// </remarks>
public sealed class ApiStream : Stream
{
    private readonly ApiOperation _operation;
    private readonly HttpResponseMessage _response;
    private readonly Stream _content;
    private readonly ApiCall _call;
    private readonly ApiClientOptions _options;
    private long _read;
    private int _isDisposed;

    internal ApiStream(ApiOperation operation, HttpResponseMessage response, Stream content, ApiHeaders headers, long? announced, ApiCall call, ApiClientOptions options)
    {
        _operation = operation;
        _response = response;
        _content = content;
        _call = call;
        _options = options;
        Headers = headers;
        ContentLength = announced;
    }

    /// <summary>The header fields of the answer.</summary>
    public ApiHeaders Headers { get; }

    /// <summary>The content type with its parameters, such as the <c>boundary</c> of parts; null where none was sent.</summary>
    public string? ContentType => Headers["Content-Type"];

    /// <summary>In bytes; null where the server did not announce it, or where the body was compressed on its way.</summary>
    public long? ContentLength { get; }

    /// <summary>The file name that the server proposes (<c>Content-Disposition</c>), without folders; null where it proposes none.</summary>
    /// <remarks>The name is the server's choice: check it before a file of that name is written.</remarks>
    public string? FileName => ContentFileName.Of(Headers["Content-Disposition"]);

    /// <inheritdoc/>
    public override bool CanRead => Volatile.Read(ref _isDisposed) == 0;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>Not supported: <see cref="ContentLength"/> says what the server announced.</summary>
    public override long Length => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    internal ApiClientOptions Options => _options;

    /// <summary>Reads the whole body, up to <see cref="ApiClientOptions.MaxResponseBytes"/>, and disposes the stream.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ApiException">The body breaks off, or it is longer than allowed.</exception>
    public async Task<byte[]> ReadAllBytesAsync(CancellationToken cancellationToken = default)
    {
        await using (this.ConfigureAwait(false))
        {
            try
            {
                if (ContentLength > _options.MaxResponseBytes)
                {
                    throw new ResponseTooLargeException();
                }

                using var body = await ResponseBody.ReadAsync(this, ContentLength, _options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
                return body.Bytes.ToArray();
            }
            catch (ResponseTooLargeException)
            {
                throw Failed(BodyFailure.TooLong(_options.MaxResponseBytes), null);
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ApiException">The body breaks off.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, this);
        try
        {
            return Count(await _content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
        }
        catch (Exception exception) when (Translate(exception) is { } failure)
        {
            throw failure;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ApiException">The body breaks off.</exception>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    /// <exception cref="ApiException">The body breaks off.</exception>
    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, this);
        try
        {
            return Count(_content.Read(buffer), buffer.Length);
        }
        catch (Exception exception) when (Translate(exception) is { } failure)
        {
            throw failure;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ApiException">The body breaks off.</exception>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Does nothing.</summary>
    public override void Flush()
    {
    }

    /// <summary>Not supported.</summary>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>An error of this body, which ends the measurement of the call.</summary>
    /// <param name="problem">Behind "its body".</param>
    /// <param name="cause">What went wrong, if that was an exception.</param>
    /// <param name="content">The part of the body that it is about, redacted; null: none.</param>
    internal ApiException Failed(string problem, Exception? cause, string? content = null) => Failed(BodyFailure.Create(_operation, _response, Headers, problem, cause, content));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _content.Dispose();
            _response.Dispose();
            _call.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int count, int asked)
    {
        _read += count;
        if (count > 0 || asked == 0)
        {
            return count;
        }

        if (_read < ContentLength)
        {
            throw Failed(BodyFailure.EndedEarly(_read, ContentLength), null);
        }

        // The duration of the call goes to the end of the body, whenever the caller disposes.
        _call.Dispose();
        return 0;
    }

    private ApiException Failed(ApiException failure)
    {
        _call.Failed(failure);
        _call.Dispose();
        return failure;
    }

    /// <summary>The error that a broken body is; null for a cancellation and for anything that is not about the body.</summary>
    private ApiException? Translate(Exception exception)
    {
        if (Volatile.Read(ref _isDisposed) != 0 || !BodyFailure.IsBroken(exception))
        {
            _call.Failed(exception);
            return null;
        }

        return Failed(BodyFailure.Describe(exception), exception);
    }
}
