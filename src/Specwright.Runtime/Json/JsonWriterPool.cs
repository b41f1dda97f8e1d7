using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>One writer per thread, lent out: a codec that writes another document meanwhile gets a new one.</summary>
internal static class JsonWriterPool
{
    /// <summary>
    /// Bodies are application/json and never stand in HTML, so only what JSON demands is escaped: ₹ goes out as UTF-8, and the bytes that
    /// a gateway's signature covers do not depend on a table of characters that HTML finds dangerous. (Characters beyond U+FFFF, such as emoji,
    /// the encoder still writes as a pair of escapes.)
    /// </summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly ArrayBufferWriter<byte> Nowhere = new();

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static Utf8JsonWriter Rent(IBufferWriter<byte> output)
    {
        var writer = _writer;
        if (writer is null)
        {
            return new Utf8JsonWriter(output, Options);
        }

        _writer = null;
        writer.Reset(output);
        return writer;
    }

    /// <summary>Not called after a failure: a new writer is made then.</summary>
    public static void Return(Utf8JsonWriter writer)
    {
        writer.Reset(Nowhere);
        _writer = writer;
    }
}
