using Specwright.Model;

namespace Specwright.Planning.Operations;

/// <summary>Finds members of an operation's answer.</summary>
internal sealed class PagingAnswer(OperationPlan operation, OperationContext context)
{
    private readonly TypeReference? _body = operation.Result?.Type;
    private EquatableArray<PropertyPlan>? _members;

    /// <summary>The list of items: the body itself, the member named, or the only list of the body.</summary>
    /// <param name="path">As declared; null: to be found.</param>
    /// <param name="isCounted">Nothing but a parameter tells of pages: then a list of messages is one of warnings rather than of mails.</param>
    /// <returns>Null where there is none, or more than one.</returns>
    public (EquatableArray<MemberStep> Steps, TypeReference Item)? Items(string? path, bool isCounted = false)
    {
        if (path is not null)
        {
            return Walk(_body, path) is { Type: { Shape: TypeShape.List, Item: { } declared } } end ? (end.Steps, declared) : null;
        }

        if (_body is { Shape: TypeShape.List, Item: { } item })
        {
            return (EquatableArray<MemberStep>.Empty, item);
        }

        var lists = PropertiesOf(_body)
            .Where(property => property.Type.Shape == TypeShape.List && !PagingNames.OtherLists.Contains(PagingNames.Of(property.WireName)) && !(isCounted && PagingNames.Of(property.WireName) == "messages"))
            .ToList();
        return lists.Count == 1 && lists[0].Type.Item is { } only ? (EquatableArray.Of(StepOf(lists[0])), only) : null;
    }

    /// <summary>The way to a member of the body; empty where it is missing or of another shape.</summary>
    public EquatableArray<MemberStep> Steps(string? path, TypeShape shape) => StepsFrom(_body, path, shape);

    /// <summary>The way to a text in an item.</summary>
    public EquatableArray<MemberStep> StepsOfItem(TypeReference item, string? path) => StepsFrom(item, path, TypeShape.String);

    /// <summary>A member of the body, or of an object in it that is about the page, by its name.</summary>
    public EquatableArray<MemberStep>? Find(HashSet<string> names, TypeShape shape)
    {
        foreach (var property in PropertiesOf(_body))
        {
            if (names.Contains(PagingNames.Of(property.WireName)) && Fits(property.Type, shape))
            {
                return EquatableArray.Of(StepOf(property));
            }
        }

        foreach (var envelope in PropertiesOf(_body).Where(property => PagingNames.Envelopes.Contains(PagingNames.Of(property.WireName))))
        {
            if (PropertiesOf(envelope.Type).FirstOrDefault(property => names.Contains(PagingNames.Of(property.WireName)) && Fits(property.Type, shape)) is { } inner)
            {
                return EquatableArray.Of(StepOf(envelope), StepOf(inner));
            }
        }

        return null;
    }

    private EquatableArray<MemberStep> StepsFrom(TypeReference? from, string? path, TypeShape shape)
        => path is not null && Walk(from, path) is { } end && Fits(end.Type, shape) ? end.Steps : EquatableArray<MemberStep>.Empty;

    private (EquatableArray<MemberStep> Steps, TypeReference Type)? Walk(TypeReference? from, string path)
    {
        var steps = new List<MemberStep>();
        var type = from;
        var names = path.Length > 2 && path[0] == '\'' && path[path.Length - 1] == '\'' ? [path.Substring(1, path.Length - 2)] : path.Split('.');
        foreach (var name in names)
        {
            if (PropertiesOf(type).FirstOrDefault(property => property.WireName == name) is not { } property)
            {
                return null;
            }

            steps.Add(StepOf(property));
            type = property.Type;
        }

        return (steps.ToEquatableArray(), type!);
    }

    private EquatableArray<PropertyPlan> PropertiesOf(TypeReference? type) => ReferenceEquals(type, _body) ? _members ??= MembersOf(type) : MembersOf(type);

    private EquatableArray<PropertyPlan> MembersOf(TypeReference? type) => type is not null && context.RecordOf(type) is { } record ? record.Properties : default;

    private static bool Fits(TypeReference type, TypeShape shape) => type.Shape == shape && (shape != TypeShape.Formattable || type.Name is "int" or "long");

    private static MemberStep StepOf(PropertyPlan property) => new()
    {
        Identifier = property.ValuePath,
        MayBeNull = property.Presence != Presence.Required || property.Type.AllowsNull,
    };
}
