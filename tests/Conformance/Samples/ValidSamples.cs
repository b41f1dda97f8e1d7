using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Specwright.Conformance;

/// <summary>Values that NJsonSchema takes for valid.</summary>
/// <param name="document">Of the schemas.</param>
/// <param name="failures">Gets one for each schema that no value was found for.</param>
internal sealed class ValidSamples(IndependentDocument document, ICollection<Failure> failures)
{
    /// <summary>A valid value; a failure is noted where none could be made.</summary>
    /// <remarks>Where only the branches of a <c>oneOf</c> overlap, the call is made all the same: what is sent and read back can still be compared.</remarks>
    public JToken? Make(JsonSchema schema, SampleOptions wish, string place)
    {
        string? first = null;
        JToken? overlapping = null;
        foreach (var attempt in Attempts(wish))
        {
            var sample = new SampleMaker(document, attempt).Make(schema);
            var error = SchemaCheck.Error(sample, schema, document.SchemaType);
            if (error is null)
            {
                return sample;
            }

            first ??= error;
            overlapping ??= error.StartsWith(nameof(NJsonSchema.Validation.ValidationErrorKind.NotOneOf), StringComparison.Ordinal) ? sample : null;
        }

        failures.Add(new(FailureKind.NoSample, $"{place}: {first}"));
        return overlapping;
    }

    private static IEnumerable<SampleOptions> Attempts(SampleOptions wish)
    {
        yield return wish;
        yield return wish with { UsesNull = false };
        yield return wish with { FreeText = "text" };
        for (var variation = 1; variation < 6; variation++)
        {
            yield return wish with { UsesNull = false, Variation = wish.Variation + variation };
        }

        for (var variation = 0; variation < 4; variation++)
        {
            yield return wish with { UsesNull = false, IsFull = !wish.IsFull, Variation = variation, FullDepth = 2 };
        }
    }

    /// <summary>Notes that no value can be made.</summary>
    public SentAnswer? Refuse(string message)
    {
        failures.Add(new(FailureKind.NoSample, message));
        return null;
    }
}
