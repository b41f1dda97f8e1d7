using System.Buffers;
using System.Text;
using System.Text.Json;
using Specwright.Json;

namespace Specwright.Tests.Json;

/// <summary>Runs one codec over text.</summary>
internal static class Codecs
{
    public static T Read<T, TCodec>(string json)
        where TCodec : IJsonCodec<T>
        => ApiJson.Read<T, TCodec>(Encoding.UTF8.GetBytes(json));

    public static string Write<T, TCodec>(T value)
        where TCodec : IJsonCodec<T>
        => Encoding.UTF8.GetString(ApiJson.ToUtf8Bytes<T, TCodec>(value));

    public static string RoundTrip<T, TCodec>(string json)
        where TCodec : IJsonCodec<T>
        => Write<T, TCodec>(Read<T, TCodec>(json));

    public static string ErrorOf<T, TCodec>(string json)
        where TCodec : IJsonCodec<T>
        => Assert.Throws<JsonException>(() => Read<T, TCodec>(json)).Message;

    /// <summary>The bytes in segments that end at the given places.</summary>
    public static ReadOnlySequence<byte> Split(byte[] bytes, params int[] places)
    {
        Segment? first = null;
        Segment? last = null;
        var start = 0;
        foreach (var end in places.Append(bytes.Length))
        {
            last = new Segment(bytes.AsMemory(start..end), last);
            first ??= last;
            start = end;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? previous)
        {
            Memory = memory;
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }
    }
}
