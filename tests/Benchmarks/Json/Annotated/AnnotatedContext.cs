using System.Text.Json.Serialization;

namespace Specwright.Benchmarks.Json.Annotated;

// Without an encoder of its own: that would cost the source generator its fast path, and what is escaped is the writer's affair.
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnnotatedPage))]
[JsonSerializable(typeof(AnnotatedEnvelope))]
[JsonSerializable(typeof(AnnotatedPlan))]
[JsonSerializable(typeof(AnnotatedRemarkList))]
public sealed partial class AnnotatedContext : JsonSerializerContext;
