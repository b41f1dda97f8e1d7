using System.Net;

namespace Specwright;

/// <summary>A body of bytes: an array, memory, or a stream of any length, each of which converts by itself.</summary>
public sealed class BinaryBody
{
    private readonly FilePart _content;

    /// <param name="content">Not copied: the bytes must stay as they are while a request with them lives.</param>
    /// <param name="mediaType">For example <c>image/png</c>, where the description allows several; null: the one of the description.</param>
    /// <exception cref="ArgumentException">The media type is none.</exception>
    public BinaryBody(ReadOnlyMemory<byte> content, string? mediaType = null) => _content = new FilePart(content, "", mediaType);

    /// <param name="content">
    /// Sent from where it stands to its end, and left open. One that can seek goes back for a second sending; another can be sent once, and its length is not announced.
    /// </param>
    /// <param name="mediaType">For example <c>image/png</c>, where the description allows several; null: the one of the description.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or the media type is none.</exception>
    public BinaryBody(Stream content, string? mediaType = null) => _content = new FilePart(content, "", mediaType);

    /// <summary>The media type; null: the one of the description.</summary>
    public string? MediaType => _content.MediaType;

    /// <summary>The bytes of the array, not copied.</summary>
    public static implicit operator BinaryBody(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(new ReadOnlyMemory<byte>(content));
    }

    /// <summary>The bytes, not copied.</summary>
    public static implicit operator BinaryBody(ReadOnlyMemory<byte> content) => new(content);

    /// <summary>The rest of the stream.</summary>
    public static implicit operator BinaryBody(Stream content) => new(content);

    /// <summary>The content of a request.</summary>
    /// <param name="mediaType">For a body that does not say its own.</param>
    public HttpContent CreateContent(string mediaType)
    {
        var content = new Content(_content);
        return content.Headers.TryAddWithoutValidation("Content-Type", MediaType ?? mediaType) ? content : throw new ArgumentException("The media type is not valid.", nameof(mediaType));
    }

    private sealed class Content(FilePart file) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => file.CopyToAsync(stream, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => file.CopyToAsync(stream, cancellationToken);

        protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) => file.CopyTo(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = file.Length ?? 0;
            return file.Length is not null;
        }
    }
}
