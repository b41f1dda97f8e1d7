using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>
/// Reads and writes whole JSON documents by codec. At most 64 levels deep, no comments, no trailing commas; a byte order mark is passed over, anything
/// behind the value is refused. Errors are <see cref="JsonException"/> with path and place:
/// <c>$.data[3].amount: expected a decimal, found "abc" (line 1, byte 83)</c>; line and byte count from one in the message, from zero in the exception's properties.
/// </summary>
public static class ApiJson
{
    private const int MaxFoundLength = 40;

    private const long DefaultMaxBytes = 64 * 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">The text is not JSON or not the JSON that the codec expects.</exception>
    public static T Read<T, TCodec>(ReadOnlySpan<byte> utf8)
        where TCodec : IJsonCodec<T>
    {
        var reader = new Utf8JsonReader(utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8);
        try
        {
            return Read<T, TCodec>(ref reader);
        }
        catch (Exception exception) when (IsReadError(exception))
        {
            // The place is looked for only now, in a second reading, so that success pays nothing for it.
            throw JsonErrorPlace.Describe(exception, reader.TokenStartIndex, new ReadOnlySequence<byte>(utf8.ToArray()), null);
        }
    }

    /// <inheritdoc cref="Read{T,TCodec}(ReadOnlySpan{byte})"/>
    public static T Read<T, TCodec>(ReadOnlyMemory<byte> utf8)
        where TCodec : IJsonCodec<T>
        => Read<T, TCodec>(utf8.Span);

    /// <inheritdoc cref="Read{T,TCodec}(ReadOnlySpan{byte})"/>
    public static T Read<T, TCodec>(byte[] utf8)
        where TCodec : IJsonCodec<T>
        => Read<T, TCodec>(new ReadOnlySpan<byte>(utf8));

    /// <inheritdoc cref="Read{T,TCodec}(ReadOnlySpan{byte})"/>
    public static T Read<T, TCodec>(ReadOnlySequence<byte> utf8)
        where TCodec : IJsonCodec<T>
        => Read<T, TCodec>(utf8, null);

    /// <summary>Reads a document to the end of the stream, which stays open.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="maxBytes">One byte more than this is an error.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="JsonException">The text is not JSON or not the JSON that the codec expects, or it is too long.</exception>
    public static async ValueTask<T> ReadAsync<T, TCodec>(Stream utf8, long maxBytes = DefaultMaxBytes, CancellationToken cancellationToken = default)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(utf8);
        try
        {
            using var body = await ResponseBody.ReadAsync(utf8, null, maxBytes, cancellationToken).ConfigureAwait(false);
            return Read<T, TCodec>(body.Bytes, null);
        }
        catch (ResponseTooLargeException exception)
        {
            throw new JsonException($"the document is longer than {maxBytes} bytes", exception);
        }
    }

    /// <summary>Writes a document. Text is UTF-8; only what JSON demands is escaped.</summary>
    public static void Write<T, TCodec>(IBufferWriter<byte> output, T value)
        where TCodec : IJsonCodec<T>
    {
        var writer = JsonWriterPool.Rent(output);
        TCodec.Write(writer, value);
        writer.Flush();
        JsonWriterPool.Return(writer);
    }

    /// <summary>Writes a document into a new array.</summary>
    public static byte[] ToUtf8Bytes<T, TCodec>(T value)
        where TCodec : IJsonCodec<T>
    {
        var buffer = new PooledBufferWriter();
        Write<T, TCodec>(buffer, value);
        var bytes = buffer.Written.ToArray();
        PooledArray.Return(buffer.Detach(out var length), length);
        return bytes;
    }

    /// <summary>The error for a token of another kind than a codec expects: <c>expected a decimal, found null</c>.</summary>
    /// <param name="reader">Stands on the token.</param>
    /// <param name="expected">With its article: <c>a decimal</c>.</param>
    public static JsonException Unexpected(ref Utf8JsonReader reader, string expected) => new UnexpectedJsonException(expected, Found(ref reader));

    /// <param name="utf8">The document.</param>
    /// <param name="sensitiveNames">Members whose values an error message must not show; null: the default names.</param>
    internal static T Read<T, TCodec>(ReadOnlySequence<byte> utf8, ISet<string>? sensitiveNames)
        where TCodec : IJsonCodec<T>
    {
        var text = StartsWithMark(utf8) ? utf8.Slice(ByteOrderMark.Length) : utf8;
        var reader = text.IsSingleSegment ? new Utf8JsonReader(text.FirstSpan) : new Utf8JsonReader(text);
        try
        {
            return Read<T, TCodec>(ref reader);
        }
        catch (Exception exception) when (IsReadError(exception))
        {
            throw JsonErrorPlace.Describe(exception, reader.TokenStartIndex, utf8, sensitiveNames);
        }
    }

    /// <summary>The next token. There always is one inside a value whose text is complete.</summary>
    internal static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            ThrowEndInsideValue();
        }
    }

    [DoesNotReturn]
    internal static void ThrowEndInsideValue() => throw new JsonException("the JSON text ends inside a value");

    // Utf8JsonReader reports text that is not valid UTF-8 as InvalidOperationException.
    internal static bool IsReadError(Exception exception) => exception is JsonException or InvalidOperationException or FormatException or OverflowException;

    internal static bool StartsWithMark(ReadOnlySequence<byte> utf8)
    {
        if (utf8.FirstSpan.Length >= ByteOrderMark.Length || utf8.Length < ByteOrderMark.Length)
        {
            return utf8.FirstSpan.StartsWith(ByteOrderMark);
        }

        Span<byte> start = stackalloc byte[3];
        utf8.Slice(0, start.Length).CopyTo(start);
        return start.SequenceEqual(ByteOrderMark);
    }

    private static T Read<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        var value = TCodec.Read(ref reader);

        // Throws where anything but blanks follows.
        reader.Read();
        return value;
    }

    private static string Found(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return "null";
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            case JsonTokenType.StartObject:
                return "an object";
            case JsonTokenType.StartArray:
                return "an array";
            case JsonTokenType.String or JsonTokenType.Number:
                var bytes = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray();
                var text = Encoding.UTF8.GetString(bytes);
                var shown = text.Length > MaxFoundLength ? string.Concat(text.AsSpan(0, MaxFoundLength), "…") : text;
                return reader.TokenType == JsonTokenType.String ? $"\"{shown}\"" : shown;
            default:
                return reader.TokenType.ToString();
        }
    }
}
