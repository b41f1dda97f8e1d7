using System.Reflection;

namespace Specwright.Conformance;

/// <summary>A generated method and the operation that it says it calls.</summary>
internal sealed record ClientMethod(object Client, MethodInfo Method, ApiOperation Operation)
{
    /// <summary>What a caller passes, without the token.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; } = [.. Method.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken))];

    /// <summary>Whether the answer is a sequence that is read while it comes.</summary>
    public bool GivesItems { get; } = Method.ReturnType.GetGenericArguments() is [{ IsGenericType: true } response]
        && response.GetGenericArguments()[0] is { IsGenericType: true } body
        && body.GetGenericTypeDefinition() == typeof(ApiItemStream<>);

    /// <summary>Whether the answer's body is of a type of the client's own, or a list or map of such.</summary>
    public bool GivesTypedBody { get; } = Method.ReturnType.GetGenericArguments() is [{ IsGenericType: true } typed]
        && IsOwn(typed.GetGenericArguments()[0], Client.GetType().Assembly);

    /// <summary>Calls and waits.</summary>
    /// <param name="arguments">By the names of the parameters; those that are missing are left to their defaults.</param>
    /// <param name="timeout">After it the call ends.</param>
    public async Task<object?> CallAsync(IReadOnlyDictionary<string, object?> arguments, TimeSpan timeout)
    {
        using var end = new CancellationTokenSource(timeout);
        var values = Method.GetParameters()
            .Select(parameter => parameter.ParameterType == typeof(CancellationToken)
                ? end.Token
                : arguments.TryGetValue(parameter.Name!, out var value) ? value : parameter.HasDefaultValue ? null : throw new InvalidOperationException($"no argument for {parameter.Name}"))
            .ToArray();
        var result = Method.Invoke(Client, BindingFlags.DoNotWrapExceptions, null, values, null)!;
        if (result is not Task task)
        {
            // A stream of values.
            return result;
        }

        await task.ConfigureAwait(false);
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    /// <summary>The C# parameter of a field of the document: by its name, letters and digits only.</summary>
    /// <param name="field">Of the document.</param>
    /// <param name="taken">Those that other fields have.</param>
    public ParameterInfo? ParameterFor(IndependentField field, IReadOnlySet<string> taken)
    {
        var free = Parameters.Where(parameter => !taken.Contains(parameter.Name!)).ToList();
        var name = Letters(field.Name);
        var withoutPrefix = field.Place == FieldPlace.Header && field.Name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) ? Letters(field.Name[2..]) : name;
        var exact = string.Concat(field.Name.Where(char.IsLetterOrDigit));
        if (free.FirstOrDefault(parameter => parameter.Name == exact) is { } same)
        {
            return same;
        }

        foreach (var candidate in new[] { name + Letters(field.Place.ToString()), withoutPrefix + Letters(field.Place.ToString()), withoutPrefix, name })
        {
            if (free.FirstOrDefault(parameter => Letters(parameter.Name!) == candidate) is { } found)
            {
                return found;
            }
        }

        // A name may have got something before or after it, to be told apart or to be an identifier at all.
        return name.Length == 0 ? null : free.FirstOrDefault(parameter => Letters(parameter.Name!).StartsWith(withoutPrefix, StringComparison.Ordinal) || Letters(parameter.Name!).EndsWith(withoutPrefix, StringComparison.Ordinal));
    }

    private static bool IsOwn(Type type, Assembly assembly) => type.Assembly == assembly || type.GetGenericArguments().Any(argument => IsOwn(argument, assembly));

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
