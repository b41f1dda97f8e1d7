using Specwright.Emission.Clients;
using Specwright.Model;
using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares what callers pass to an operation, and how it is written into the request.</summary>
internal sealed class ArgumentsComparison(ChangeList changes, TypeMatching types, PlacedOperation oldOperation, PlacedOperation newOperation)
{
    private readonly OperationPlan _old = oldOperation.Plan;
    private readonly OperationPlan _new = newOperation.Plan;

    public void Compare()
    {
        var (before, after) = (ArgumentsOf(_old), ArgumentsOf(_new));
        var arguments = Matching<Argument>.By(before, after, argument => argument.WireKey, argument => argument.Identifier);
        foreach (var argument in arguments.Removed)
        {
            changes.Add(ChangeRules.ParameterRemoved, MemberOf(argument), PointerIn(changes.Old, _old, argument), null, $"{Subject(argument)} is gone; callers that pass it must stop.");
        }

        foreach (var (old, @new) in arguments.Pairs)
        {
            CompareCSharp(old, @new);
            CompareWire(old, @new);
            CompareDefaults(old, @new);
        }

        foreach (var argument in arguments.Added)
        {
            AddAdded(argument);
        }

        if (arguments.IsReordered(before))
        {
            changes.Add(
                ChangeRules.ParametersReordered,
                newOperation.Member,
                _old.SourcePointer,
                _new.SourcePointer,
                $"The parameters of '{newOperation.Member}' were ({NamesOf(before)}) and are ({NamesOf(after)}); callers that pass arguments by position must name them or put them into the new order.",
                ImpactOfOrder(arguments, before, after));
        }
    }

    /// <summary>Where the types stay in place, nothing but the calls' effect changes: the compiler sees no difference.</summary>
    private ChangeImpact ImpactOfOrder(Matching<Argument> arguments, List<Argument> before, List<Argument> after)
    {
        var types = arguments.Pairs.OrderBy(pair => before.IndexOf(pair.Old)).Select(pair => TextOf(pair.New));
        var isSilent = types.SequenceEqual(arguments.Pairs.OrderBy(pair => after.IndexOf(pair.New)).Select(pair => TextOf(pair.New)));
        return changes.Options.ArgumentsAreNamed ? ChangeImpact.Binary
            : isSilent ? ChangeImpact.Behavior
            : ChangeImpact.Source | ChangeImpact.Binary;
    }

    private void AddAdded(Argument argument)
    {
        var pointer = PointerIn(changes.New, _new, argument);
        if (argument.IsRequired)
        {
            changes.Add(ChangeRules.ParameterAddedRequired, MemberOf(argument), null, pointer, $"{Subject(argument)} is new and required; callers must pass it.");
            return;
        }

        changes.Add(
            ChangeRules.ParameterAddedOptional,
            MemberOf(argument),
            null,
            pointer,
            $"{Subject(argument)} is new and optional; callers that pass 'cancellationToken' or another argument behind it by position must name it.",
            changes.Options.ArgumentsAreNamed ? ChangeImpact.Binary : null);
    }

    private void CompareCSharp(Argument old, Argument @new)
    {
        var subject = Subject(@new);
        if (old.Identifier != @new.Identifier)
        {
            Add(ChangeRules.ParameterRenamed, old, @new, $"The parameter '{old.Identifier}' of '{newOperation.Member}' is called '{@new.Identifier}' now; callers that name the argument must use the new name.");
        }

        if (!types.IsSame(old.Type, @new.Type))
        {
            Add(ChangeRules.ParameterTypeChanged, old, @new, $"{subject} was {TextOf(old)} and is {TextOf(@new)}; callers must pass the new type.");
        }

        if (!old.IsRequired && @new.IsRequired)
        {
            Add(ChangeRules.ParameterRequired, old, @new, $"{subject} is required now; callers must pass it.");
        }
        else if (old.IsRequired && !@new.IsRequired)
        {
            Add(ChangeRules.ParameterOptional, old, @new, $"{subject} is no longer required; callers may leave it out.");
        }
        else if (old.AllowsNull && !@new.AllowsNull)
        {
            Add(ChangeRules.ParameterNullRefused, old, @new, $"{subject} can no longer be null; callers must pass a value.");
        }
        else if (!old.AllowsNull && @new.AllowsNull)
        {
            Add(ChangeRules.ParameterNullAllowed, old, @new, $"{subject} may be null; callers may pass it.");
        }
    }

    private void CompareWire(Argument old, Argument @new)
    {
        const string Rebuild = "callers' code stays, but programs must be built again.";
        var subject = Subject(@new);
        if (types.IsSame(old.Type, @new.Type) && !TypeMatching.IsSameFormat(old.Type, @new.Type))
        {
            Add(ChangeRules.ParameterFormatChanged, old, @new, $"The text of {Lower(subject)} is another one, though its type is {TextOf(@new)} still; {Rebuild}");
        }

        if (old.Parameter is { } before && @new.Parameter is { } after)
        {
            CompareParameters(old, @new, before, after, Rebuild);
        }

        if (old.Body is { } oldBody && @new.Body is { } newBody)
        {
            CompareBodies(old, @new, oldBody, newBody, Rebuild);
        }
    }

    private void CompareParameters(Argument old, Argument @new, ParameterPlan before, ParameterPlan after, string rebuild)
    {
        var subject = Subject(@new);
        if (before.WireName != after.WireName)
        {
            Add(ChangeRules.ParameterWireNameChanged, old, @new, $"{subject} is '{after.WireName}' in the request instead of '{before.WireName}'; {rebuild}");
        }

        if (before.In != after.In)
        {
            Add(ChangeRules.ParameterPlaceChanged, old, @new, $"{subject} is sent as {PlaceOf(after.In)} instead of {PlaceOf(before.In)}; {rebuild}");
        }
        else if ((before.Style, before.Explode, before.AllowReserved, before.Writing) != (after.Style, after.Explode, after.AllowReserved, after.Writing)
            && (before.Writing == after.Writing || types.IsSame(before.Type, after.Type)))
        {
            Add(ChangeRules.ParameterStyleChanged, old, @new, $"{subject} is written as {StyleOf(after)} instead of {StyleOf(before)}; {rebuild}");
        }

        if (before.IsIdempotencyKey != after.IsIdempotencyKey)
        {
            Add(
                ChangeRules.IdempotencyKeyChanged,
                old,
                @new,
                after.IsIdempotencyKey
                    ? $"{subject} is an idempotency key now: one is made where callers pass none; {rebuild}"
                    : $"{subject} is no longer an idempotency key: none is made any more; callers must pass one where they rely on it.");
        }
    }

    private void CompareBodies(Argument old, Argument @new, BodyPlan before, BodyPlan after, string rebuild)
    {
        if ((before.Kind, before.MediaType) != (after.Kind, after.MediaType))
        {
            Add(ChangeRules.BodyMediaTypeChanged, old, @new, $"The body of '{newOperation.Member}' is sent as {after.MediaType} instead of {before.MediaType}; {rebuild}");
        }
        else if (!before.Encodings.Equals(after.Encodings) || !PartsOf(before).SequenceEqual(PartsOf(after)) || before.Xml?.Root != after.Xml?.Root)
        {
            Add(ChangeRules.BodyEncodingChanged, old, @new, $"Members of the body of '{newOperation.Member}' stand in it in another way; {rebuild}");
        }
    }

    /// <summary>How parts stand; which there are is told by the properties of the record.</summary>
    private static IEnumerable<string> PartsOf(BodyPlan body) => body.Parts.Where(part => part.ContentType is not null || part.Delimiter is not null)
        .Select(part => $"{part.WireName} {part.ContentType} {part.Delimiter}");

    private void CompareDefaults(Argument old, Argument @new)
    {
        if (@new.IsRequired || DefaultOf(changes.Old, _old, old) is var before && DefaultOf(changes.New, _new, @new) is var after && before == after)
        {
            return;
        }

        if (before is null)
        {
            Add(ChangeRules.DefaultChanged, old, @new, $"{Subject(@new)} has the default {after}; callers have nothing to do.");
            return;
        }

        var now = after is null ? "the description names no default any more" : $"the server takes {after}";
        Add(ChangeRules.ParameterDefaultChanged, old, @new, $"Where {Lower(Subject(@new))} is left out, {now} instead of {before}; callers that relied on it must pass it.");
    }

    private void Add(ChangeRule rule, Argument old, Argument @new, string sentence) =>
        changes.Add(rule, MemberOf(@new), PointerIn(changes.Old, _old, old), PointerIn(changes.New, _new, @new), sentence);

    private static string? DefaultOf(ComparedClient client, OperationPlan plan, Argument argument) => ParameterIn(client, plan, argument)?.Schema.DefaultJson;

    private static string PointerIn(ComparedClient client, OperationPlan plan, Argument argument) => argument.Body is not null
        ? client.OperationOf(plan)?.RequestBody?.Pointer ?? plan.SourcePointer
        : ParameterIn(client, plan, argument)?.Pointer ?? plan.SourcePointer;

    private static Parameter? ParameterIn(ComparedClient client, OperationPlan plan, Argument argument) => argument.Parameter is { } parameter
        ? client.OperationOf(plan)?.Parameters.FirstOrDefault(candidate => candidate.WireName == parameter.WireName && candidate.In == parameter.In)
        : null;

    /// <summary>In the order of the C# method, which is decided where methods are written.</summary>
    private static List<Argument> ArgumentsOf(OperationPlan operation)
    {
        var order = OperationSignature.InOrder(operation, parameter => parameter.Identifier, body => body.Identifier).Select(pair => pair.Text).ToList();
        var arguments = operation.Parameters.Select(parameter => new Argument(parameter, null));
        return [.. (operation.Body is { } body ? arguments.Append(new Argument(null, body)) : arguments).OrderBy(argument => order.IndexOf(argument.Identifier))];
    }

    private string MemberOf(Argument argument) => $"{newOperation.Member}({argument.Identifier.TrimStart('@')})";

    private string Subject(Argument argument) => argument.Body is not null
        ? $"The body of '{newOperation.Member}'"
        : $"The parameter '{argument.Identifier.TrimStart('@')}' of '{newOperation.Member}'";

    private static string Lower(string subject) => char.ToLowerInvariant(subject[0]) + subject[1..];

    private static string NamesOf(IEnumerable<Argument> arguments) => string.Join(", ", arguments.Select(argument => argument.Identifier.TrimStart('@')));

    private static string TextOf(Argument argument) => TypeMatching.TextOf(argument.Type, !argument.IsRequired || argument.AllowsNull);

    private static string PlaceOf(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => "part of the path",
        ParameterLocation.Query => "query parameter",
        ParameterLocation.Header => "header field",
        _ => "cookie",
    };

    private static string StyleOf(ParameterPlan parameter) => parameter.Writing == ParameterWriting.Json
        ? "JSON"
        : parameter.Style + (parameter.Explode ? ", exploded" : "") + (parameter.AllowReserved ? ", reserved characters kept" : "");

    private sealed record Argument(ParameterPlan? Parameter, BodyPlan? Body)
    {
        public string Identifier => Parameter?.Identifier ?? Body!.Identifier;

        public TypeReference Type => Parameter?.Type ?? Body!.Type;

        public bool IsRequired => Parameter?.IsRequired ?? Body!.IsRequired;

        /// <summary>Whether a required one may be null.</summary>
        public bool AllowsNull => IsRequired && Body is { Type.AllowsNull: true };

        public string WireKey => Parameter is { } parameter ? $"{parameter.In} {parameter.WireName}" : "body";
    }
}
