#nullable enable
namespace Acme;

using global::System.Text.Json;
using global::Specwright;
using global::Specwright.Json;

public sealed partial record ErrorBody : IApiError
{
    public string? Code { get; init; }

    public string? Message { get; init; }

    public string? RequestId { get; init; }

    public readonly struct JsonCodec : IJsonCodec<ErrorBody>
    {
        private static readonly JsonMembers Members = new(["code", "message", "requestId"]);

        public static ErrorBody Read(ref Utf8JsonReader reader)
        {
            string? code = null;
            string? message = null;
            string? requestId = null;
            var cursor = JsonMembers.Begin(ref reader);
            while (Members.MoveNext(ref reader, ref cursor))
            {
                switch (cursor.Index)
                {
                    case 0:
                        code = NullableReferenceCodec<string, StringCodec>.Read(ref reader);
                        break;
                    case 1:
                        message = NullableReferenceCodec<string, StringCodec>.Read(ref reader);
                        break;
                    case 2:
                        requestId = NullableReferenceCodec<string, StringCodec>.Read(ref reader);
                        break;
                    default:
                        JsonMembers.Skip(ref reader);
                        break;
                }
            }

            Members.End(in cursor);
            return new ErrorBody { Code = code, Message = message, RequestId = requestId };
        }

        public static void Write(Utf8JsonWriter writer, ErrorBody value)
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
    }
}
