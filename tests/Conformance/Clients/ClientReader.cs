using System.Reflection;

namespace Specwright.Conformance;

/// <summary>The two methods that read one request of the server.</summary>
internal sealed record ClientReader(MethodInfo OfBytes, MethodInfo OfStream)
{
    private delegate T SpanReader<T>(ReadOnlySpan<byte> body);

    public object? Read(byte[] body)
        => GetType().GetMethod(nameof(Call), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(OfBytes.ReturnType)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [OfBytes, body], null);

    public async Task<object?> ReadAsync(byte[] body)
    {
        var task = (Task)OfStream.ReturnType.GetMethod("AsTask")!.Invoke(OfStream.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [new MemoryStream(body), CancellationToken.None], null), null)!;
        await task.ConfigureAwait(false);
        return task.GetType().GetProperty("Result")!.GetValue(task);
    }

    // Reflection cannot pass a span.
    private static object? Call<T>(MethodInfo method, byte[] body) => method.CreateDelegate<SpanReader<T>>()(body);
}
