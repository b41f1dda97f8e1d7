using System.Text.Json.Serialization;
using Payments.Cashfree;

namespace Specwright.Interoperability;

/// <summary>A type of the application that holds a generated one of a library.</summary>
internal sealed record Snapshot(string Account, BalanceData Balance, IReadOnlyList<EnvelopeStatus> States);

/// <summary>A type of the application alone.</summary>
internal sealed record Note(string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Snapshot))]
[JsonSerializable(typeof(Note))]
[JsonSerializable(typeof(IReadOnlyList<BalanceData>))]
[JsonSerializable(typeof(IAsyncEnumerable<BalanceData>))]
internal sealed partial class OwnJson : JsonSerializerContext;
