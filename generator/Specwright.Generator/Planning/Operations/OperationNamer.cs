using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Operations;

/// <summary>Names the operations of one client: the chosen name, else the operation's id, else method and path.</summary>
internal static class OperationNamer
{
    private const string AsyncSuffix = "Async";

    /// <summary>One identifier for each operation, in order. No two operations share a member of the client class or a record of header fields.</summary>
    /// <remarks>
    /// Who keeps a contested name is decided by chosen names, exact spelling and then the pointer, never by the order of the description; the others
    /// get method and path appended. So an operation added elsewhere renames none.
    /// </remarks>
    public static IReadOnlyList<string> Name(IReadOnlyList<Operation> operations, ICollection<Finding> findings)
        => Name(operations, WordsFor, findings);

    /// <summary>The same for the operations of a sub-client: of an id such as <c>payments/create</c> or <c>Payments_Create</c> the part that repeats the tag is left out.</summary>
    public static IReadOnlyList<string> NameInSubClient(IReadOnlyList<Operation> operations, ICollection<Finding> findings)
        => Name(operations, operation => WithoutTag(operation) ?? WordsFor(operation), findings);

    private static IReadOnlyList<string> Name(IReadOnlyList<Operation> operations, Func<Operation, string> wordsFor, ICollection<Finding> findings)
    {
        var holders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (operation, wanted) in operations
            .Select(operation => (Operation: operation, Wanted: wordsFor(operation)))
            .OrderBy(named => named.Operation.ChosenName is null ? 1 : 0)
            .ThenBy(named => named.Wanted == named.Operation.OperationId ? 0 : 1)
            .ThenBy(named => named.Operation.Pointer, StringComparer.Ordinal))
        {
            var (identifier, members) = Alternatives(operation, wanted).Select(name => (Name: name, Members: MembersOf(operation, name))).First(alternative => !Array.Exists(alternative.Members, holders.ContainsKey));
            if (identifier != wanted)
            {
                findings.Add(new Finding
                {
                    RuleId = Rules.NameCollision.Id,
                    Pointer = operation.Pointer,
                    Arguments = EquatableArray.Of(holders[Array.Find(MembersOf(operation, wanted), holders.ContainsKey)], IdOf(operation), identifier),
                });
            }

            var id = IdOf(operation);
            foreach (var member in members)
            {
                holders[member] = id;
            }

            identifiers[operation.Pointer] = identifier;
        }

        return operations.Select(operation => identifiers[operation.Pointer]).ToList();
    }

    /// <summary>The description's own id, or method and path.</summary>
    public static string IdOf(Operation operation) => operation.OperationId is { Length: > 0 } id ? id : $"{operation.Method} {operation.Path}";

    /// <summary>Everything in the client class and beside it that carries the operation's name.</summary>
    public static string[] MembersOf(Operation operation, string identifier) => ResponseBody.HasSequenceBeside(operation)
        ? [.. MembersOf(identifier), .. MembersOf(SequenceOf(identifier))]
        : MembersOf(identifier);

    /// <summary>The method that prefers a sequence, where the answer may be one or something else.</summary>
    public static string SequenceOf(string identifier) => identifier + "Stream";

    /// <summary>The type that holds one of several success bodies.</summary>
    public static string ResultOf(string identifier) => identifier + "Result";

    /// <summary>The types that belong to the operation alone.</summary>
    public static IEnumerable<string> TypesOf(Operation operation, string identifier)
    {
        if (HeadersPlanner.IsNeeded(operation))
        {
            yield return HeadersOf(identifier);
        }

        if (ResponseBody.MayDiffer(operation))
        {
            yield return ResultOf(identifier);
            if (ResponseBody.HasSequenceBeside(operation))
            {
                yield return ResultOf(SequenceOf(identifier));
            }
        }
    }

    /// <summary>The record of declared response header fields.</summary>
    public static string HeadersOf(string identifier) => identifier + "Headers";

    private static string[] MembersOf(string identifier) =>
    [
        $"{identifier}Async", $"{identifier}ResponseAsync", $"Create{identifier}Request", $"Read{identifier}", $"Check{identifier}", $"{identifier}Operation",
        HeadersOf(identifier), ResultOf(identifier),
    ];

    private static string WordsFor(Operation operation)
    {
        if (operation.ChosenName is { Length: > 0 } chosen)
        {
            return WithoutAsync(Identifiers.Chosen(chosen));
        }

        return operation.OperationId is { } id && id.Any(char.IsLetterOrDigit)
            ? WithoutAsync(Identifiers.Pascal(id))
            : MethodAndPath(operation);
    }

    /// <summary>Decided by this operation's id and tag alone. Only a whole part of the id is left out: <c>paymentsCreate</c> and <c>payment/create</c> stay.</summary>
    private static string? WithoutTag(Operation operation)
    {
        if (operation.ChosenName is not null || operation.OperationId is not { } id || SubClientPlanner.TagOf(operation) is not { } tag)
        {
            return null;
        }

        var part = Identifiers.Pascal(tag);
        for (var index = 1; index < id.Length - 1 && index <= 2 * Identifiers.MaxLength; index++)
        {
            if (!char.IsLetterOrDigit(id[index]) && char.IsLetter(id[index + 1]) && Identifiers.Pascal(id.Substring(0, index)) == part)
            {
                return WithoutAsync(Identifiers.Pascal(id.Substring(index + 1)));
            }
        }

        return null;
    }

    /// <summary>Methods get the suffix anyway, and nothing else may end with it: <c>ReadXAsync</c> would be a member of two operations.</summary>
    public static string WithoutAsync(string name)
    {
        while (name.Length > AsyncSuffix.Length && name.EndsWith(AsyncSuffix, StringComparison.Ordinal))
        {
            name = name.Substring(0, name.Length - AsyncSuffix.Length);
        }

        return name;
    }

    /// <summary><c>GET /orders/{id}/lines</c> gives <c>GetOrdersByIdLines</c>.</summary>
    private static string MethodAndPath(Operation operation)
    {
        var words = PathTemplate.PiecesOf(operation.Path)
            .Select(piece => piece.IsParameter ? "By-" + piece.Text : piece.Text)
            .Where(words => words.Any(char.IsLetterOrDigit))
            .ToList();
        return WithoutAsync(Identifiers.Pascal($"{operation.Method.ToLowerInvariant()}-{(words.Count == 0 ? "root" : string.Join("-", words))}"));
    }

    private static IEnumerable<string> Alternatives(Operation operation, string wanted)
    {
        yield return wanted;
        if (WordsFor(operation) is var words && words != wanted)
        {
            yield return words;
        }

        yield return wanted + MethodAndPath(operation);
        for (var attempt = 0; ; attempt++)
        {
            yield return $"{wanted}_{StableHash.Of(operation.Pointer + new string('#', attempt), 8)}";
        }
    }
}
