namespace Specwright.Model;

/// <summary>Takes over the parts of a description that did not change since its last version.</summary>
/// <remarks>They are equal by value before and after; as the same objects they are compared at once by all who come later, and both versions share their memory.</remarks>
internal static class UnchangedParts
{
    /// <summary>The same description, with the objects of an earlier one where these are equal; the earlier one itself where all is.</summary>
    public static ApiDescription Of(ApiDescription description, ApiDescription earlier)
    {
        var shared = description with
        {
            Schemas = Of(description.Schemas, earlier.Schemas, schema => schema.Pointer),
            Operations = Of(description.Operations, earlier.Operations, operation => operation.Pointer),
            Webhooks = Of(description.Webhooks, earlier.Webhooks, webhook => webhook.Operation.Pointer),
        };
        return shared == earlier ? earlier : shared;
    }

    private static EquatableArray<T> Of<T>(EquatableArray<T> items, EquatableArray<T> earlier, Func<T, string> keyOf)
        where T : class, IEquatable<T>
    {
        var shared = new T[items.Count];
        var isSame = items.Count == earlier.Count;
        Dictionary<string, T>? byKey = null;
        for (var index = 0; index < shared.Length; index++)
        {
            var key = keyOf(items[index]);
            T? candidate;
            if (index < earlier.Count && keyOf(earlier[index]) == key)
            {
                candidate = earlier[index];
            }
            else
            {
                // Something was added or taken out before it.
                byKey ??= ByKey(earlier, keyOf);
                byKey.TryGetValue(key, out candidate);
            }

            shared[index] = candidate is not null && candidate.Equals(items[index]) ? candidate : items[index];
            isSame &= index < earlier.Count && ReferenceEquals(shared[index], earlier[index]);
        }

        return isSame ? earlier : EquatableArray.Owning(shared);
    }

    private static Dictionary<string, T> ByKey<T>(EquatableArray<T> items, Func<T, string> keyOf)
        where T : class, IEquatable<T>
    {
        var byKey = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            byKey[keyOf(item)] = item;
        }

        return byKey;
    }
}
