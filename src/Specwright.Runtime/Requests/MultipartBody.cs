using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Specwright.Json;

namespace Specwright;

/// <summary>A body of named parts, <c>multipart/form-data</c> (RFC 7578) or another kind of multipart. It can be sent repeatedly where its files can.</summary>
/// <remarks>
/// Other kinds name their parts in the same field, where the frameworks that take them apart look for it. <c>multipart/related</c> names the media type of its first part (RFC 2387, 3.1).
/// Names and file names are UTF-8 in quotes; quotes and line breaks in them are percent-encoded, as browsers do (HTML, "multipart/form-data encoding
/// algorithm"). RFC 7578, 4.2, forbids <c>filename*</c>.
/// </remarks>
public sealed class MultipartBody : HttpContent
{
    private readonly string _boundary = Guid.NewGuid().ToString("N");
    private readonly List<(byte[] Head, FilePart Content)> _parts = [];

    /// <summary>A form without parts.</summary>
    public MultipartBody()
        : this("multipart/form-data")
    {
    }

    /// <summary>A body without parts.</summary>
    /// <param name="mediaType">For example <c>multipart/mixed</c>, parameters included; the boundary is added.</param>
    /// <exception cref="ArgumentException">The media type is none of parts.</exception>
    public MultipartBody(string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        if (!MediaTypeHeaderValue.TryParse(mediaType, out var field) || field.MediaType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new ArgumentException("The media type is none of parts.", nameof(mediaType));
        }

        if (Find(field, "boundary") is { } other)
        {
            field.Parameters.Remove(other);
        }

        field.Parameters.Add(new NameValueHeaderValue("boundary", _boundary));
        Headers.ContentType = field;
    }

    private static ReadOnlySpan<byte> LineBreak => "\r\n"u8;

    /// <summary>Adds a part; null leaves it out. A scalar stands as text, an object or a list as JSON.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="value">Written at once: later changes do not show.</param>
    /// <param name="mediaType">The part's content type; null: none for text, <c>application/json</c> for JSON.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddValue<T, TCodec>(string name, T? value, string? mediaType = null)
        where TCodec : IJsonCodec<T>
    {
        if (value is null || ValueFields.JsonOf<T, TCodec>(value) is not { ValueKind: not JsonValueKind.Null } json)
        {
            return this;
        }

        var isStructured = json.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        return Add(name, new FilePart(Encoding.UTF8.GetBytes(ValueFields.TextOf(json)), ""), null, mediaType ?? (isStructured ? "application/json" : null));
    }

    /// <inheritdoc cref="AddValue{T,TCodec}(string, T, string)"/>
    public MultipartBody AddValue<T, TCodec>(string name, T? value, string? mediaType = null)
        where T : struct
        where TCodec : IJsonCodec<T>
        => value is { } present ? AddValue<T, TCodec>(name, present, mediaType) : this;

    /// <summary>Adds a part of the same name for each value; null adds none.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="values">Written at once: later changes do not show.</param>
    /// <param name="mediaType">The content type of each part; null: none for text, <c>application/json</c> for JSON.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddValues<T, TCodec>(string name, IReadOnlyList<T>? values, string? mediaType = null)
        where TCodec : IJsonCodec<T>
    {
        foreach (var value in values ?? [])
        {
            AddValue<T, TCodec>(name, value, mediaType);
        }

        return this;
    }

    /// <summary>Adds a part for each member under its own name; null adds none.</summary>
    /// <param name="members">Written at once: later changes do not show.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddMembers<T, TCodec>(IReadOnlyDictionary<string, T>? members)
        where TCodec : IJsonCodec<T>
    {
        foreach (var (name, value) in members ?? new Dictionary<string, T>())
        {
            AddValue<T, TCodec>(name, value);
        }

        return this;
    }

    /// <summary>Adds one part with the texts of all values; null and an empty list leave it out.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="values">Scalars; written at once.</param>
    /// <param name="delimiter">Stands between them.</param>
    /// <param name="mediaType">The part's content type; null: none.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddDelimited<T, TCodec>(string name, IReadOnlyList<T>? values, string delimiter, string? mediaType = null)
        where TCodec : IJsonCodec<T>
        => values is { Count: > 0 }
            ? AddValue<string, StringCodec>(name, string.Join(delimiter, values.Select(static value => ValueFields.TextOf(ValueFields.JsonOf<T, TCodec>(value)))), mediaType)
            : this;

    /// <summary>Adds a file; null leaves it out.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="file">The file.</param>
    /// <param name="mediaType">For a file that does not say its own; null: <c>application/octet-stream</c>.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddFile(string name, FilePart? file, string? mediaType = null)
        => file is null ? this : Add(name, file, file.FileName, file.MediaType ?? mediaType ?? "application/octet-stream");

    /// <summary>Adds a part of the same name for each file; null adds none.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="files">The files.</param>
    /// <param name="mediaType">For files that do not say their own; null: <c>application/octet-stream</c>.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddFiles(string name, IReadOnlyList<FilePart?>? files, string? mediaType = null)
    {
        foreach (var file in files ?? [])
        {
            AddFile(name, file, mediaType);
        }

        return this;
    }

    /// <summary>Adds a part with header fields of its own.</summary>
    /// <param name="name">The part's name; null: it has none.</param>
    /// <param name="content">The content; its file name is sent unless it is empty, and its header fields are.</param>
    /// <param name="mediaType">For content that does not say its own; null: none is sent.</param>
    /// <returns>This body.</returns>
    /// <exception cref="ArgumentException">The media type or a header field is not valid.</exception>
    public MultipartBody AddPart(string? name, FilePart content, string? mediaType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Add(name, content, content.FileName.Length > 0 ? content.FileName : null, content.MediaType ?? mediaType);
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (var (head, content) in _parts)
        {
            await stream.WriteAsync(head, cancellationToken).ConfigureAwait(false);
            await content.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(LineBreak.ToArray(), cancellationToken).ConfigureAwait(false);
        }

        await stream.WriteAsync(End(), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (var (head, content) in _parts)
        {
            stream.Write(head);
            content.CopyTo(stream);
            stream.Write(LineBreak);
        }

        stream.Write(End());
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = End().Length;
        foreach (var (head, content) in _parts)
        {
            if (content.Length is not { } size)
            {
                length = 0;
                return false;
            }

            length += head.Length + size + LineBreak.Length;
        }

        return true;
    }

    private static string Quoted(string text) => text
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("\"", "%22", StringComparison.Ordinal);

    private static NameValueHeaderValue? Find(MediaTypeHeaderValue field, string name)
        => field.Parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsToken(string name) => name.Length > 0 && name.All(static character => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal));

    private MultipartBody Add(string? name, FilePart content, string? fileName, string? mediaType)
    {
        var head = new StringBuilder("--").Append(_boundary);
        if (name is not null || fileName is not null)
        {
            head.Append(name is null ? "\r\nContent-Disposition: attachment" : $"\r\nContent-Disposition: form-data; name=\"{Quoted(name)}\"");
        }

        if (fileName is not null)
        {
            head.Append("; filename=\"").Append(Quoted(fileName)).Append('"');
        }

        if (mediaType is not null)
        {
            if (!RequestFields.IsSafe(mediaType))
            {
                throw new ArgumentException("The media type is not valid.", nameof(mediaType));
            }

            head.Append("\r\nContent-Type: ").Append(mediaType);
        }

        foreach (var (field, value) in content.Headers)
        {
            if (!IsToken(field) || !RequestFields.IsSafe(value))
            {
                throw new ArgumentException("A header field of a part is not valid.", nameof(content));
            }

            head.Append("\r\n").Append(field).Append(": ").Append(value);
        }

        if (_parts.Count == 0 && Headers.ContentType!.MediaType == "multipart/related" && Find(Headers.ContentType, "type") is null)
        {
            Headers.ContentType.Parameters.Add(new NameValueHeaderValue("type", $"\"{mediaType?.Split(';')[0].Trim() ?? "text/plain"}\""));
        }

        _parts.Add((Encoding.UTF8.GetBytes(head.Append("\r\n\r\n").ToString()), content));
        return this;
    }

    private byte[] End() => Encoding.ASCII.GetBytes($"--{_boundary}--\r\n");
}
