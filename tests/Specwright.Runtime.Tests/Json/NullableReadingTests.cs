using System.Reflection;
using System.Text.Json;
using Specwright.Json;

namespace Specwright.Tests.Json;

/// <summary>What reads a value or null gives null for null, never a value that is merely empty.</summary>
public sealed class NullableReadingTests
{
    private delegate T Reading<out T>(ref Utf8JsonReader reader);

    public static TheoryData<string> Readings() => [.. Methods().Select(method => method.DeclaringType!.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Readings))]
    public void Null_IsReadAsNull(string codec)
    {
        var method = Methods().Single(candidate => candidate.DeclaringType!.Name == codec);
        var read = typeof(NullableReadingTests).GetMethod(nameof(ReadNull), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(method.ReturnType);

        Assert.Null(read.Invoke(null, [method]));
    }

    /// <summary>Every codec of one type that has such a method.</summary>
    private static IEnumerable<MethodInfo> Methods() => typeof(IJsonCodec<>).Assembly.GetExportedTypes()
        .Where(type => !type.IsGenericTypeDefinition && type.Namespace == typeof(IJsonCodec<>).Namespace)
        .Select(type => type.GetMethod("ReadNullable", BindingFlags.Public | BindingFlags.Static))
        .OfType<MethodInfo>();

    private static object? ReadNull<T>(MethodInfo method)
    {
        var reader = new Utf8JsonReader("null"u8);
        reader.Read();
        return method.CreateDelegate<Reading<T>>()(ref reader);
    }
}
