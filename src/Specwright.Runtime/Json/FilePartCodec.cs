using System.Text;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>A file where JSON has a string (<c>format: binary</c>): the bytes are its UTF-8 text. Only a body of parts carries any bytes.</summary>
public readonly struct FilePartCodec : IJsonCodec<FilePart>
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public static FilePart Read(ref Utf8JsonReader reader) => new(Encoding.UTF8.GetBytes(StringCodec.Read(ref reader)), "");

    /// <summary>Reads the same, or JSON null.</summary>
    public static FilePart? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The file is a stream, or its bytes are no text.</exception>
    public static void Write(Utf8JsonWriter writer, FilePart value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        try
        {
            writer.WriteStringValue(value.Bytes is { } bytes ? Strict.GetString(bytes.Span) : throw Unfit(value, null));
        }
        catch (DecoderFallbackException exception)
        {
            throw Unfit(value, exception);
        }
    }

    private static InvalidOperationException Unfit(FilePart file, Exception? cause)
        => new($"The file {file.FileName} is a stream or holds bytes that are no text: it cannot stand in JSON.", cause);
}
