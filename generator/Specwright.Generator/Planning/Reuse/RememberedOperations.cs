using Specwright.Model;
using Specwright.Planning.Operations;

namespace Specwright.Planning.Reuse;

/// <summary>Plans of operations with all that was asked for them, from planning one version of a description to planning the next.</summary>
/// <remarks>
/// For the same operation with the same names the same questions are asked in the same order, as long as the answers are equal. They are asked again, since answering settles names and types for all who come
/// later; if each answer is what it was, so is the plan. At the first one that is another, the operation is planned: it is given the answers so far, and asks on.
/// </remarks>
internal sealed class RememberedOperations(RememberedOperations? earlier)
{
    private readonly Dictionary<string, Entry> _entries = new(earlier?._entries.Count ?? 0, StringComparer.Ordinal);
    private Dictionary<string, Entry>? _earlier = earlier?._entries;

    /// <param name="operation">To be planned.</param>
    /// <param name="identifier">See <see cref="OperationContext"/>.</param>
    /// <param name="method">See <see cref="OperationContext"/>.</param>
    /// <param name="surroundings">Answer.</param>
    /// <param name="plan">Depends on its context alone.</param>
    public PrimaryPlan? Of(Operation operation, string identifier, string method, OperationSurroundings surroundings, Func<OperationContext, PrimaryPlan?> plan)
    {
        Question[] answered = [];
        if (_earlier is not null && _earlier.TryGetValue(operation.Pointer, out var entry) && entry.Identifier == identifier && entry.Method == method && entry.Operation.Equals(operation))
        {
            answered = AskAgain(operation, entry.Questions, surroundings);
            if (ReferenceEquals(answered, entry.Questions))
            {
                _entries.Add(operation.Pointer, entry);
                return entry.Plan;
            }
        }

        var context = new OperationContext(operation, identifier, method, surroundings, answered);
        var planned = plan(context);
        _entries.Add(operation.Pointer, new Entry(operation, identifier, method, [.. context.Asked], planned));
        return planned;
    }

    /// <inheritdoc cref="Remembered{TParts, TResult}.Complete"/>
    public void Complete() => _earlier = null;

    /// <returns>The same questions where each answer is what it was; else those up to the first one that is another, with the answers of now.</returns>
    private static Question[] AskAgain(Operation operation, Question[] questions, OperationSurroundings surroundings)
    {
        for (var position = 0; position < questions.Length; position++)
        {
            var question = questions[position];
            var answer = surroundings.Answer(operation, question.Kind, question.About, question.Hint);
            if (!Equals(answer, question.Answer))
            {
                return [.. questions.Take(position), question with { Answer = answer }];
            }
        }

        return questions;
    }

    private sealed class Entry(Operation operation, string identifier, string method, Question[] questions, PrimaryPlan? plan)
    {
        public Operation Operation { get; } = operation;

        public string Identifier { get; } = identifier;

        public string Method { get; } = method;

        public Question[] Questions { get; } = questions;

        public PrimaryPlan? Plan { get; } = plan;
    }
}
