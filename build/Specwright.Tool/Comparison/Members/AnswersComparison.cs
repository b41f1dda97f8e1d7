using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares what callers get from an operation: result, header fields, errors, pages.</summary>
internal sealed class AnswersComparison(ChangeList changes, TypeMatching types, PlacedOperation oldOperation, PlacedOperation newOperation)
{
    private const string Rebuild = "callers' code stays, but programs must be built again.";

    private readonly OperationPlan _old = oldOperation.Plan;
    private readonly OperationPlan _new = newOperation.Plan;

    private string Member => newOperation.Member;

    public void Compare()
    {
        CompareResults(_old.Result, _new.Result);
        CompareStatuses();
        CompareErrors();
        new FieldsComparison(changes, types, FieldRules.OfResponse).Compare(_old.Headers, _new.Headers, Member, _old.SourcePointer, _new.SourcePointer);
        ComparePaging(_old.Paging, _new.Paging);
    }

    private void CompareResults(ResultPlan? old, ResultPlan? @new)
    {
        switch (old, @new)
        {
            case (null, null):
                return;
            case (null, { Delivery: ResultDelivery.Items }):
                Add(ChangeRules.ResultTypeChanged, $"'{Member}' gave nothing and gives {TextOf(@new)}; callers must enumerate the items.");
                return;
            case (null, _):
                Add(ChangeRules.ResultAdded, $"'{Member}' gave nothing and gives {TextOf(@new)}; callers may read it once they are built again.");
                return;
            case (_, null):
                Add(ChangeRules.ResultRemoved, $"'{Member}' gave {TextOf(old)} and gives nothing; callers must stop reading it.");
                return;
        }

        if (old.Delivery != @new.Delivery || (old.Several is null) != (@new.Several is null) || (old.Several is null && !types.IsSame(old.Type, @new.Type)))
        {
            Add(ChangeRules.ResultTypeChanged, $"'{Member}' gave {TextOf(old)} and gives {TextOf(@new)}; callers must read the new type.");
        }
        else if (old.Several is { } before && @new.Several is { } after)
        {
            CompareCases(before, after);
        }
        else if (!TypeMatching.IsSameFormat(old.Type, @new.Type))
        {
            Add(ChangeRules.ResultFormatChanged, $"The text of the values that '{Member}' gives is another one, though the type is {TextOf(@new)} still; {Rebuild}");
        }

        CompareNull(old, @new);
        if (old.Accept != @new.Accept)
        {
            Add(ChangeRules.AnswerMediaTypeChanged, $"'{Member}' asks for {@new.Accept} instead of {old.Accept}; {Rebuild}");
        }
    }

    private void CompareNull(ResultPlan old, ResultPlan @new)
    {
        var (before, after) = (old.MayBeAbsent || old.Type.AllowsNull, @new.MayBeAbsent || @new.Type.AllowsNull);
        if (!before && after)
        {
            Add(ChangeRules.ResultNullable, $"The result of '{Member}' may be null; callers must handle null.");
        }
        else if (before && !after && @new.Type.IsValueType)
        {
            Add(ChangeRules.ResultNotNull, $"The result of '{Member}' is never null and is a plain {TextOf(@new)}; callers must remove '.Value', '.HasValue' and '??'.");
        }
        else if (before && !after)
        {
            Add(ChangeRules.ResultAlwaysPresent, $"The result of '{Member}' is never null; callers have nothing to do.");
        }
    }

    private void CompareCases(ResultTypePlan old, ResultTypePlan @new)
    {
        var cases = Matching<ResultCasePlan>.By(old.Cases, @new.Cases, @case => @case.Identifier, @case => @case.Type.Name);
        foreach (var @case in cases.Removed)
        {
            Add(
                ChangeRules.ResultCaseRemoved,
                $"'{Member}' no longer gives {TypeMatching.TextOf(@case.Type)} ({string.Join(", ", @case.Statuses)}); callers must remove '{@case.ParameterName}' from 'Switch' and stop using 'TryGet{@case.Identifier}'.");
        }

        foreach (var (before, after) in cases.Pairs)
        {
            if (before.Identifier != after.Identifier || !types.IsSame(before.Type, after.Type) || before.Type.AllowsNull != after.Type.AllowsNull)
            {
                Add(
                    ChangeRules.ResultCaseChanged,
                    $"'{before.Identifier}' ({TypeMatching.TextOf(before.Type)}) of what '{Member}' gives is '{after.Identifier}' ({TypeMatching.TextOf(after.Type)}) now; callers must use it in 'Switch' and 'TryGet'.");
            }
        }

        foreach (var @case in cases.Added)
        {
            Add(
                ChangeRules.ResultCaseAdded,
                $"'{Member}' gives {TypeMatching.TextOf(@case.Type)} too ({string.Join(", ", @case.Statuses)}); callers must pass a function for '{@case.ParameterName}' to 'Switch'.");
        }

        if (cases.IsReordered(old.Cases))
        {
            Add(ChangeRules.ResultCaseChanged, $"The types that '{Member}' gives stand in another order; callers must put the functions of 'Switch' into it.");
        }
    }

    private void CompareStatuses()
    {
        var (before, after) = (SuccessesOf(_old), SuccessesOf(_new));
        foreach (var status in after.Except(before))
        {
            Add(ChangeRules.SuccessStatusAdded, $"'{Member}' may succeed with {status}; callers have nothing to do.");
        }

        foreach (var status in before.Except(after))
        {
            Add(ChangeRules.SuccessStatusRemoved, $"'{Member}' no longer succeeds with {status}; such an answer is an ApiException once programs are built again.");
        }
    }

    /// <summary>Status by status, for a status without an entry of its own is answered by that of its range or by the default.</summary>
    private void CompareErrors()
    {
        var statuses = ErrorsOf(_old).Concat(ErrorsOf(_new)).Select(response => response.Status).Distinct().Order(StringComparer.Ordinal);
        foreach (var status in statuses)
        {
            var (before, after) = (ErrorTypeOf(_old, status), ErrorTypeOf(_new, status));
            var refused = status == "default" ? "Any other refusal" : $"A refusal with {status}";
            switch (before, after)
            {
                case (null, { } added):
                    Add(ChangeRules.ErrorTypeAdded, $"{refused} of '{Member}' is an ApiException<{TextOf(added)}>; callers may catch it.");
                    break;
                case ({ } removed, null):
                    Add(ChangeRules.ErrorTypeRemoved, $"{refused} of '{Member}' is no longer an ApiException<{TextOf(removed)}>; callers must catch ApiException.");
                    break;
                case ({ } one, { } other) when !types.IsSame(one, other) || one.AllowsNull != other.AllowsNull:
                    Add(ChangeRules.ErrorTypeChanged, $"{refused} of '{Member}' is an ApiException<{TextOf(other)}> instead of ApiException<{TextOf(one)}>; callers must catch the new one.");
                    break;
            }
        }
    }

    private void ComparePaging(PagingPlan? old, PagingPlan? @new)
    {
        var methods = $"'{newOperation.Plan.Identifier}AllAsync' and '{newOperation.Plan.Identifier}PagesAsync'";
        switch (old, @new)
        {
            case (null, null):
                return;
            case (null, _):
                Add(ChangeRules.PagingAdded, $"{methods} are new; callers may follow pages with them.");
                return;
            case (_, null):
                Add(ChangeRules.PagingRemoved, $"{methods} are gone; callers must follow the pages themselves.");
                return;
        }

        if (!types.IsSame(old.Item, @new.Item) || old.Item.AllowsNull != @new.Item.AllowsNull)
        {
            Add(ChangeRules.PagingItemTypeChanged, $"{methods} gave {TextOf(old.Item)} and give {TextOf(@new.Item)}; callers must read the new type.");
        }
        else if (!(old with { Item = @new.Item }).Equals(@new))
        {
            Add(ChangeRules.PagingChanged, $"{methods} follow the pages in another way; {Rebuild}");
        }
    }

    private void Add(ChangeRule rule, string sentence) => changes.Add(rule, Member, _old.SourcePointer, _new.SourcePointer, sentence);

    private static string TextOf(ResultPlan result)
    {
        var body = TypeMatching.TextOf(result.Type, result.MayBeAbsent || result.Type.AllowsNull);
        return result.Delivery == ResultDelivery.Items ? $"IAsyncEnumerable<{TextOf(result.Type.Item!)}>" : body;
    }

    private static string TextOf(TypeReference type) => TypeMatching.TextOf(type, type.AllowsNull);

    private static IEnumerable<string> SuccessesOf(OperationPlan operation) => operation.Responses.Except(ErrorsOf(operation)).Select(response => response.Status);

    private static IEnumerable<ResponsePlan> ErrorsOf(OperationPlan operation) =>
        operation.Responses.Where(response => response.Kind is ResponseKind.Error or ResponseKind.ErrorWithoutBody);

    private static TypeReference? ErrorTypeOf(OperationPlan operation, string status)
    {
        var errors = ErrorsOf(operation).ToDictionary(response => response.Status, StringComparer.Ordinal);
        return (errors.GetValueOrDefault(status) ?? errors.GetValueOrDefault(status[..1] + "XX") ?? errors.GetValueOrDefault("default"))?.Type;
    }
}
