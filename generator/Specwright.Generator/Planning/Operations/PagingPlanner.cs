using Specwright.Diagnostics;
using Specwright.Model;

namespace Specwright.Planning.Operations;

/// <summary>Decides whether and how the pages of an operation can be followed: as declared, else by <see cref="PagingNames"/>.</summary>
internal static class PagingPlanner
{
    /// <param name="plan">Without pages.</param>
    /// <param name="context">Of the operation.</param>
    public static OperationPlan Plan(OperationPlan plan, OperationContext context)
    {
        var operation = context.Operation;
        var choice = context.Pagination;
        var declared = operation.Pagination;
        if (plan.Result is { Delivery: not ResultDelivery.Whole })
        {
            return plan;
        }

        if (choice == PaginationChoice.Never || declared?.Style == PaginationStyle.None || (declared is null && choice == PaginationChoice.Declared))
        {
            return plan;
        }

        var answer = new PagingAnswer(plan, context);
        var paging = declared is null ? Detect(plan, operation, answer) : Declared(plan, operation, declared, answer);
        if (declared is not null && paging is null)
        {
            Report(declared.Pointer, context, "a parameter or member that it names is missing or of another type than it needs, or no single list of items is to be found");
        }

        if (paging is not null && Suffixes.Any(suffix => context.IsTaken(plan.Identifier + suffix)))
        {
            Report(operation.Pointer, context, "another operation has the name of its methods");
            return plan;
        }

        return paging is null ? plan : plan with { Paging = WithSize(paging, plan, operation) };
    }

    /// <summary>What the names of the methods have behind that of the operation.</summary>
    private static readonly string[] Suffixes = ["All", "Page", "Pages"];

    private static PagingPlan? Declared(OperationPlan plan, Operation operation, Pagination declared, PagingAnswer answer)
    {
        if (answer.Items(declared.Items) is not { } items)
        {
            return null;
        }

        var parameter = declared.Parameter is null ? null : plan.Parameters.FirstOrDefault(candidate => candidate.In == ParameterLocation.Query && candidate.WireName == declared.Parameter);
        var paging = new PagingPlan { Style = declared.Style, Items = items.Steps, Item = items.Item, Parameter = parameter?.Identifier };
        switch (declared.Style)
        {
            case PaginationStyle.Cursor when parameter is not null && IsText(parameter) && (declared.Next ?? declared.Last) is not null:
                return Complete(paging with
                {
                    Next = answer.Steps(declared.Next, TypeShape.String),
                    More = answer.Steps(declared.More, TypeShape.Boolean),
                    Last = answer.StepsOfItem(items.Item, declared.Last),
                });
            case PaginationStyle.NextLink when declared.Next is not null && plan.Method == "GET":
                return Complete(paging with { Next = answer.Steps(declared.Next, TypeShape.String), Parameter = null });
            case PaginationStyle.LinkHeader when plan.Method == "GET":
                return paging with { Parameter = null };
            case PaginationStyle.Offset when parameter is not null && IsInteger(parameter):
                return Complete(paging with { Total = answer.Steps(declared.Total, TypeShape.Formattable) });
            case PaginationStyle.Page when parameter is not null && IsInteger(parameter):
                return Complete(paging with { Total = answer.Steps(declared.Total, TypeShape.Formattable), First = declared.First ?? StartOf(operation, parameter) ?? 1 });
            default:
                return null;
        }

        PagingPlan? Complete(PagingPlan candidate)
            => (declared.Next is null || !candidate.Next.IsEmpty) && (declared.More is null || !candidate.More.IsEmpty)
                && (declared.Last is null || !candidate.Last.IsEmpty) && (declared.Total is null || !candidate.Total.IsEmpty) ? candidate : null;
    }

    private static PagingPlan? Detect(OperationPlan plan, Operation operation, PagingAnswer answer)
    {
        if (plan.Method != "GET")
        {
            return null;
        }

        var query = plan.Parameters.Where(parameter => parameter.In == ParameterLocation.Query).ToList();
        return (answer.Items(null) is { } items ? ByAnswer(items, query, operation, answer) : null)
            ?? (answer.Items(null, isCounted: true) is { } counted ? ByCount(counted, query, operation, answer) : null);
    }

    private static PagingPlan? ByAnswer(
        (EquatableArray<MemberStep> Steps, TypeReference Item) items, IReadOnlyList<ParameterPlan> query, Operation operation, PagingAnswer answer)
    {
        var paging = new PagingPlan { Style = PaginationStyle.NextLink, Items = items.Steps, Item = items.Item };
        return answer.Find(PagingNames.NextLinks, TypeShape.String) is { } link ? paging with { Next = link }
            : ByCursor(paging, query, items, answer)
            ?? (HasLinkField(operation) ? paging with { Style = PaginationStyle.LinkHeader } : null);
    }

    private static PagingPlan? ByCursor(PagingPlan paging, IReadOnlyList<ParameterPlan> query, (EquatableArray<MemberStep> Steps, TypeReference Item) items, PagingAnswer answer)
    {
        var more = answer.Find(PagingNames.More, TypeShape.Boolean);
        foreach (var parameter in query.Where(IsText))
        {
            var name = PagingNames.Of(parameter.WireName);
            if (!PagingNames.Cursors.TryGetValue(name, out var members))
            {
                continue;
            }

            var cursor = paging with { Style = PaginationStyle.Cursor, Parameter = parameter.Identifier, More = more ?? EquatableArray<MemberStep>.Empty };
            if (answer.Find(members, TypeShape.String) is { } next)
            {
                return cursor with { Next = next };
            }

            if (more is not null && PagingNames.AfterLast.Contains(name) && answer.StepsOfItem(items.Item, "id") is { IsEmpty: false } last)
            {
                return cursor with { Last = last };
            }
        }

        return null;
    }

    private static PagingPlan? ByCount(
        (EquatableArray<MemberStep> Steps, TypeReference Item) items, IReadOnlyList<ParameterPlan> query, Operation operation, PagingAnswer answer)
    {
        var paging = new PagingPlan { Style = PaginationStyle.Offset, Items = items.Steps, Item = items.Item };
        // Without a size beside it, an offset or a page is often something else: a time zone, a page of a book. And a list in what one id leads to is a part of that thing.
        if (operation.Path.EndsWith("}", StringComparison.Ordinal) || !query.Any(IsSize))
        {
            return null;
        }

        var total = answer.Find(PagingNames.Totals, TypeShape.Formattable) ?? EquatableArray<MemberStep>.Empty;
        if (query.FirstOrDefault(parameter => IsInteger(parameter) && PagingNames.Offsets.Contains(PagingNames.Of(parameter.WireName))) is { } offset)
        {
            return paging with { Style = PaginationStyle.Offset, Parameter = offset.Identifier, Total = total };
        }

        // Some servers begin at 0, some at 1: what the description does not say is not guessed, for a page would be left out.
        return query.FirstOrDefault(parameter => IsInteger(parameter) && PagingNames.Pages.Contains(PagingNames.Of(parameter.WireName))) is { } page
            && StartOf(operation, page) is { } first and (0 or 1)
            ? paging with { Style = PaginationStyle.Page, Parameter = page.Identifier, Total = total, First = first }
            : null;
    }

    private static bool HasLinkField(Operation operation)
        => ResponsePlanner.SuccessesOf(operation).Any(response => response.Headers.Any(field => field.WireName.Equals("Link", StringComparison.OrdinalIgnoreCase)));

    private static long? StartOf(Operation operation, ParameterPlan parameter)
        => Described(operation, parameter) is { } described ? described.Default ?? described.Minimum : null;

    private static PagingPlan WithSize(PagingPlan paging, OperationPlan plan, Operation operation)
    {
        var size = paging.Total.IsEmpty ? null : plan.Parameters.FirstOrDefault(parameter => parameter.In == ParameterLocation.Query && IsSize(parameter));
        return size is null ? paging : paging with { Size = size.Identifier, UsualSize = Described(operation, size)?.Default is > 0 and var usual ? usual : null };
    }

    private static Parameter? Described(Operation operation, ParameterPlan parameter)
        => operation.Parameters.FirstOrDefault(candidate => candidate.In == parameter.In && candidate.WireName == parameter.WireName);

    private static bool IsSize(ParameterPlan parameter) => IsInteger(parameter) && PagingNames.Sizes.Contains(PagingNames.Of(parameter.WireName));

    private static bool IsText(ParameterPlan parameter) => parameter is { Writing: ParameterWriting.Text, Type.Shape: TypeShape.String };

    private static bool IsInteger(ParameterPlan parameter) => parameter is { Writing: ParameterWriting.Text, Type: { Shape: TypeShape.Formattable, Name: "int" or "long" } };

    private static void Report(string pointer, OperationContext context, string reason) => context.Report(Rules.PaginationUnusable, pointer, context.OperationId, reason);
}
