using Newtonsoft.Json.Linq;

namespace Specwright.Conformance;

/// <summary>Names and values in order, as a query, a cookie field and a form have them; each field of the document takes its own.</summary>
/// <param name="pairs">Still encoded.</param>
/// <param name="decode">Undoes the encoding.</param>
internal sealed class NamedValues(IEnumerable<(string Name, string Value)> pairs, Func<string, string> decode)
{
    private readonly List<(string Name, string Value)> _rest = [.. pairs.Select(pair => (decode(pair.Name), pair.Value))];

    /// <summary>What no field has taken.</summary>
    public IEnumerable<string> Rest => _rest.Select(pair => pair.Name);

    /// <summary>From <c>a=1&amp;b=2</c>. In a query and a form a plus is a space (application/x-www-form-urlencoded).</summary>
    public static NamedValues Of(string text) => new(
        text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair),
        static part => FieldText.Decode(part.Replace('+', ' ')));

    public static NamedValues OfCookies(IEnumerable<string> fields) => new(
        fields.SelectMany(field => field.Split("; ", StringSplitOptions.RemoveEmptyEntries)).Select(Pair),
        FieldText.Decode);

    public bool Take(string name) => _rest.RemoveAll(pair => pair.Name == name) > 0;

    /// <summary>The value of a field of style form, a delimited one or deepObject; null where it is absent.</summary>
    /// <exception cref="FormatException">It does not stand as the style says.</exception>
    public JToken? Read(IndependentField field, JToken like)
    {
        if (field.Style == FieldStyle.DeepObject && like is JContainer)
        {
            // The specification does not say how a list stands in this style; servers read numbered brackets.
            return Deep(field.Name, like);
        }

        if (field.Explode && field.Style is not FieldStyle.Json && like is JObject members)
        {
            return Exploded(members);
        }

        var values = TakeAll(field.Name);
        if (values.Count == 0)
        {
            return like is JArray { Count: 0 } ? new JArray() : null;
        }

        if (field.Explode && field.Style is not FieldStyle.Json && like is JArray list)
        {
            return new JArray(values.Select((value, index) => FieldText.Scalar(decode(value), index < list.Count ? list[index] : "")));
        }

        return values.Count == 1
            ? FieldText.Value(values[0], field, like, decode)
            : throw new FormatException($"{field.Name} is there {values.Count} times");
    }

    private static (string Name, string Value) Pair(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
    }

    private List<string> TakeAll(string name)
    {
        var values = _rest.Where(pair => pair.Name == name).Select(pair => pair.Value).ToList();
        _rest.RemoveAll(pair => pair.Name == name);
        return values;
    }

    private JObject Exploded(JObject like)
    {
        var result = new JObject();
        foreach (var member in like.Properties())
        {
            var values = TakeAll(member.Name);
            if (member.Value is JArray list && values.Count > 0 && !(values.Count == 1 && decode(values[0]).StartsWith('[')))
            {
                result[member.Name] = new JArray(values.Select((value, index) => FieldText.Scalar(decode(value), index < list.Count ? list[index] : "")));
            }
            else if (values.Count == 1)
            {
                result[member.Name] = FieldText.Scalar(decode(values[0]), member.Value);
            }
            else if (values.Count > 1)
            {
                throw new FormatException($"{member.Name} is there {values.Count} times");
            }
        }

        return result;
    }

    // name[member][member]=value; elements of lists have their number, or empty brackets, or the name alone.
    private JObject DeepObject(string name, JObject like)
    {
        var result = new JObject();
        foreach (var member in like.Properties())
        {
            if (Deep($"{name}[{member.Name}]", member.Value) is { } value)
            {
                result[member.Name] = value;
            }
        }

        return result;
    }

    private JToken? Deep(string name, JToken like)
    {
        switch (like)
        {
            case JObject members:
                return DeepObject(name, members);
            case JArray list:
                return new JArray(list.Select((element, index) => Deep($"{name}[{index}]", element) ?? throw new FormatException($"{name}[{index}] is missing")));
            default:
                var values = TakeAll(name);
                return values.Count == 0 ? null : FieldText.Scalar(decode(values.Single()), like);
        }
    }
}
