using Microsoft.Extensions.Http;

namespace Specwright;

/// <summary>Which names of HTTP clients are ours, and how their handlers are made. One per container.</summary>
internal sealed class ApiClientRegistry
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <returns>False where the same client was registered before.</returns>
    /// <exception cref="InvalidOperationException">Another client has the name.</exception>
    public bool TryAdd(string name, Type optionsType, Action<HttpMessageHandlerBuilder> complete)
    {
        if (_entries.TryGetValue(name, out var earlier))
        {
            return earlier.OptionsType == optionsType
                ? false
                : throw new InvalidOperationException($"Two clients are called '{name}': {earlier.OptionsType.FullName} and {optionsType.FullName}. Give one of them another ClientName.");
        }

        _entries.Add(name, new Entry(optionsType, complete));
        return true;
    }

    public Action<HttpMessageHandlerBuilder>? Find(string? name)
        => name is not null && _entries.TryGetValue(name, out var entry) ? entry.Complete : null;

    private sealed record Entry(Type OptionsType, Action<HttpMessageHandlerBuilder> Complete);
}
