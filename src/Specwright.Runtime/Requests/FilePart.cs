using System.Net.Http.Headers;

namespace Specwright;

/// <summary>A file for a body of parts (<c>multipart/form-data</c>): its content, its name and its media type.</summary>
public sealed class FilePart
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Stream? _stream;

    /// <summary>Where the stream stood at first; null where it cannot go back.</summary>
    private readonly long? _start;
    private int _readings;

    /// <param name="content">Not copied: the bytes must stay as they are while a request with them lives.</param>
    /// <param name="fileName">As the server gets to see it. What would break the field, quotes and line breaks, is percent-encoded.</param>
    /// <param name="mediaType">For example <c>image/png</c>; null: the one of the description, or else <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">The media type is none.</exception>
    public FilePart(ReadOnlyMemory<byte> content, string fileName, string? mediaType = null)
        : this(fileName, mediaType) => _bytes = content;

    /// <param name="content">
    /// Sent from where it stands to its end, and left open. One that can seek goes back for a second sending; another can be sent once.
    /// </param>
    /// <param name="fileName">As the server gets to see it. What would break the field, quotes and line breaks, is percent-encoded.</param>
    /// <param name="mediaType">For example <c>image/png</c>; null: the one of the description, or else <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or the media type is none.</exception>
    public FilePart(Stream content, string fileName, string? mediaType = null)
        : this(fileName, mediaType)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(content));
        }

        _stream = content;
        _start = content.CanSeek ? content.Position : null;
    }

    private FilePart(string fileName, string? mediaType)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (mediaType is not null && !(RequestFields.IsSafe(mediaType) && MediaTypeHeaderValue.TryParse(mediaType, out _)))
        {
            throw new ArgumentException("The media type is not valid.", nameof(mediaType));
        }

        FileName = fileName;
        MediaType = mediaType;
    }

    /// <summary>The name that the server gets to see.</summary>
    public string FileName { get; }

    /// <summary>The media type; null: the one of the description.</summary>
    public string? MediaType { get; }

    /// <summary>Header fields of the part beside those that its name, file name and media type make; none unless set.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>In bytes; null where the stream does not tell.</summary>
    internal long? Length => _stream is null ? _bytes.Length : _start is { } start ? _stream.Length - start : null;

    /// <summary>The bytes; null for a stream.</summary>
    internal ReadOnlyMemory<byte>? Bytes => _stream is null ? _bytes : (ReadOnlyMemory<byte>?)null;

    /// <summary>The name, never the content.</summary>
    public override string ToString() => $"FilePart({FileName})";

    internal async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        if (_stream is null)
        {
            await target.WriteAsync(_bytes, cancellationToken).ConfigureAwait(false);
            return;
        }

        Rewind();
        await _stream.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
    }

    internal void CopyTo(Stream target)
    {
        if (_stream is null)
        {
            target.Write(_bytes.Span);
            return;
        }

        Rewind();
        _stream.CopyTo(target);
    }

    private void Rewind()
    {
        if (_start is { } start)
        {
            _stream!.Position = start;
        }
        else if (Interlocked.Increment(ref _readings) > 1)
        {
            throw new InvalidOperationException($"The {(FileName.Length > 0 ? "file " + FileName : "body")} was sent already, and its stream cannot go back to the start. Bytes or a stream that can seek can be sent again.");
        }
    }
}
