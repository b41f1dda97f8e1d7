using System.Buffers;

namespace Specwright.Json;

/// <summary>Bodies carry secrets, so what was written is wiped before an array goes back to the shared pool.</summary>
internal static class PooledArray
{
    public static void Return(byte[] array, int written)
    {
        if (array.Length > 0)
        {
            array.AsSpan(0, written).Clear();
            ArrayPool<byte>.Shared.Return(array);
        }
    }
}
