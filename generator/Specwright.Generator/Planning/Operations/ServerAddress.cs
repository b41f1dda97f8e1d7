using Specwright.Model;

namespace Specwright.Planning.Operations;

/// <summary>The address of a server with a value for each of its variables: the described default, and where that could not stand there an example.</summary>
/// <remarks>
/// Many descriptions name a variable that has no default, since every customer has another value, or give a placeholder as its default: <c>https://{tenant}.acme.test</c> with <c>{tenant}</c> or
/// nothing. Such a server is no address until callers give the value, but it is one then.
/// </remarks>
internal sealed class ServerAddress
{
    private const string AfterScheme = "://";

    /// <summary>As an example good in any place but those that <see cref="ExampleAt"/> knows.</summary>
    private const string Example = "x";

    /// <summary>More than any description has: a hostile one must not take time that grows with the square of its length.</summary>
    private const int MaxVariables = 100;

    private readonly bool _hasTooMany;

    private ServerAddress(string text, IReadOnlyList<ServerValue> values, bool hasTooMany = false)
    {
        Text = text;
        Values = values;
        _hasTooMany = hasTooMany;
    }

    public string Text { get; }

    /// <summary>A value for each variable of the template: those that are declared in their order, then those that are only used.</summary>
    public IReadOnlyList<ServerValue> Values { get; }

    /// <summary>Whether requests can go there without a host from elsewhere.</summary>
    public bool IsAbsolute => Text.IndexOf(AfterScheme, StringComparison.Ordinal) > 0;

    /// <param name="server">Its template; what it does not declare counts as a variable without a default.</param>
    public static ServerAddress Of(Server server)
    {
        var address = Of(server, takesEmpty: true);

        // An empty default is good for a path that may be missing, but leaves no host.
        return address.ReasonAgainst is not null && address.Values.Any(value => value is { IsDescribed: true, Text: "" }) ? Of(server, takesEmpty: false) : address;
    }

    /// <summary>Why no request could be sent there; null where one can.</summary>
    public string? ReasonAgainst
    {
        get
        {
            if (_hasTooMany)
            {
                return $"it has more than {MaxVariables} variables";
            }

            // A relative address is legal, and means: relative to where the description came from, which a client doesn't know.
            var isRelative = !IsAbsolute;
            if (Text.Any(IsImpossible)
                || (isRelative && (Text.Split('/')[0].IndexOf(':') >= 0 || Text.StartsWith("//", StringComparison.Ordinal)))
                || !Uri.TryCreate(isRelative ? "https://host/" + Text.TrimStart('/') : Text, UriKind.Absolute, out var uri))
            {
                return "it is not an address";
            }

            return uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0 ? "a base address has no user name, query or fragment" : null;
        }
    }

    private static ServerAddress Of(Server server, bool takesEmpty)
    {
        if (!server.IsTemplate)
        {
            return new ServerAddress(server.Url, []);
        }

        var pieces = PathTemplate.PiecesOf(server.Url);
        if (pieces.Count(piece => piece.IsParameter) > MaxVariables)
        {
            return new ServerAddress(server.Url, [], hasTooMany: true);
        }

        var values = new List<ServerValue>();
        var text = "";
        for (var index = 0; index < pieces.Count; index++)
        {
            var name = pieces[index].Text;
            if (!pieces[index].IsParameter)
            {
                text += name;
            }
            else if (string.IsNullOrWhiteSpace(name))
            {
                // Nothing that a value could be given for: what is left of the braces is no address.
                text += "{}";
            }
            else
            {
                if (!values.Any(value => value.Variable.Name == name))
                {
                    var variable = server.Variables.FirstOrDefault(candidate => candidate.Name == name) ?? new ServerVariable { Name = name };
                    var isDescribed = variable.Default is { } described && !described.Any(IsImpossible) && (takesEmpty || described.Length > 0);
                    values.Add(new ServerValue(variable, isDescribed ? variable.Default! : ExampleAt(text, index + 1 < pieces.Count ? pieces[index + 1].Text : ""), isDescribed));
                }

                text += values.First(value => value.Variable.Name == name).Text;
            }
        }

        var declared = server.Variables.Select(variable => variable.Name).ToList();
        return new ServerAddress(text, [.. values.OrderBy(value => declared.IndexOf(value.Variable.Name) is >= 0 and var position ? position : declared.Count)]);
    }

    private static string ExampleAt(string before, string after)
        => before.Length > 0 ? before.EndsWith(":", StringComparison.Ordinal) && before.IndexOf(AfterScheme, StringComparison.Ordinal) > 0 ? "443" : Example
            : after.StartsWith(AfterScheme, StringComparison.Ordinal) ? Uri.UriSchemeHttps
            : Uri.UriSchemeHttps + AfterScheme + Example;

    private static bool IsImpossible(char character) => char.IsWhiteSpace(character) || char.IsControl(character) || character is '{' or '}' or '<' or '>' or '\\';
}

/// <summary>What stands in an address for a variable.</summary>
/// <param name="Variable">Declared, or only named in the template.</param>
/// <param name="Text">The value.</param>
/// <param name="IsDescribed">False: an example, in whose place callers must put a value.</param>
internal sealed record ServerValue(ServerVariable Variable, string Text, bool IsDescribed);
