using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares the addresses that the description names.</summary>
internal sealed class AddressComparison(ChangeList changes)
{
    private const string Pointer = "#/servers";

    public void Compare(ClientPlan old, ClientPlan @new)
    {
        var options = @new.Names.Options;
        var servers = Matching<ServerPlan>.By(old.Servers, @new.Servers, server => server.Identifier, server => server.Url);
        foreach (var server in servers.Removed)
        {
            changes.Add(
                ChangeRules.ServerRemoved,
                MemberOf(options, server),
                PointerOf(changes.Old, server),
                null,
                $"The server '{server.Identifier}' ({server.Url}) is gone; callers that name it must set another address.");
        }

        foreach (var (before, after) in servers.Pairs)
        {
            Compare(options, before, after);
        }

        foreach (var server in servers.Added)
        {
            changes.Add(ChangeRules.ServerAdded, MemberOf(options, server), null, PointerOf(changes.New, server), $"The server '{server.Identifier}' ({server.Url}) is new; callers may use it.");
        }

        CompareDefault(options, old.DefaultServer, @new.DefaultServer);
        CompareOptions(options, old, @new);
    }

    private void Compare(string options, ServerPlan old, ServerPlan @new)
    {
        var member = MemberOf(options, @new);
        var (oldPointer, newPointer) = (PointerOf(changes.Old, old), PointerOf(changes.New, @new));
        if (old.Identifier != @new.Identifier)
        {
            changes.Add(ChangeRules.ServerRenamed, member, oldPointer, newPointer, $"The server '{old.Identifier}' is called '{@new.Identifier}' now; callers that name it must use the new name.");
        }

        if (!TakesArgumentsOf(old, @new))
        {
            changes.Add(
                ChangeRules.ServerVariablesChanged,
                member,
                oldPointer,
                newPointer,
                $"The variables of the server '{@new.Identifier}' were ({NamesOf(old)}) and are ({NamesOf(@new)}); callers that name it must pass the new arguments.");
        }
        else if (old.Url != @new.Url || !DefaultsOf(old).SequenceEqual(DefaultsOf(@new)))
        {
            changes.Add(
                ChangeRules.ServerAddressChanged,
                member,
                oldPointer,
                newPointer,
                $"The server '{@new.Identifier}' was at {AddressOf(old)} and is at {AddressOf(@new)}; callers that name it go there once they are built again.");
        }

        foreach (var (before, after) in Matching<ServerVariablePlan>.By(old.Variables, @new.Variables, variable => variable.Identifier).Pairs)
        {
            CompareValues(member, before, after, oldPointer, newPointer);
        }

        Texts.Compare(changes, member, old.Documentation, @new.Documentation, oldPointer, newPointer);
    }

    /// <summary>Without a list, any value may stand there that fits the place.</summary>
    private void CompareValues(string member, ServerVariablePlan old, ServerVariablePlan @new, string oldPointer, string newPointer)
    {
        if (old.Values.Equals(@new.Values))
        {
            return;
        }

        var isReduced = !@new.Values.IsEmpty && (old.Values.IsEmpty || old.Values.Except(@new.Values).Any());
        var values = @new.Values.IsEmpty ? "any value" : string.Join(", ", @new.Values);
        changes.Add(
            isReduced ? ChangeRules.ServerVariableValuesReduced : ChangeRules.ServerVariableValuesAdded,
            member,
            oldPointer,
            newPointer,
            $"The variable '{@new.Identifier}' may be {values}; {(isReduced ? "callers must pass one of these, for others are refused." : "callers have nothing to do.")}");
    }

    private void CompareDefault(string options, ServerPlan? old, ServerPlan? @new)
    {
        var member = options + ".BaseAddress";
        switch (old, @new)
        {
            case (null, { } added):
                changes.Add(ChangeRules.DefaultServerAdded, member, Pointer, Pointer, $"The base address is {added.Url} unless callers set another one; those that set one have nothing to do.");
                break;
            case ({ } removed, null):
                changes.Add(
                    ChangeRules.DefaultServerRemoved,
                    member,
                    Pointer,
                    Pointer,
                    $"The base address is no longer set to {removed.Url}; callers must set 'BaseAddress', for calls are refused without it.");
                break;
            case ({ } before, { } after) when before.Identifier != after.Identifier && AddressOf(before) != AddressOf(after):
                changes.Add(
                    ChangeRules.DefaultServerChanged,
                    member,
                    Pointer,
                    Pointer,
                    $"The base address was {AddressOf(before)} and is {AddressOf(after)} unless callers set another one; calls go there once programs are built again.");
                break;
        }
    }

    private void CompareOptions(string options, ClientPlan old, ClientPlan @new)
    {
        var settings = Matching<ServerSettingPlan>.By(old.ServerSettings, @new.ServerSettings, setting => setting.Identifier);
        foreach (var setting in settings.Removed)
        {
            changes.Add(
                ChangeRules.ServerOptionRemoved,
                $"{options}.{setting.Identifier}",
                Pointer,
                null,
                $"The option '{setting.Identifier}' is gone, for no operation has the server {setting.Url} any more; callers that set it must stop.");
        }

        foreach (var (before, after) in settings.Pairs)
        {
            var member = $"{options}.{after.Identifier}";
            if (before.Url != after.Url || before.Default?.Url != after.Default?.Url)
            {
                changes.Add(
                    ChangeRules.ServerOptionAddressChanged,
                    member,
                    Pointer,
                    Pointer,
                    $"Operations of the option '{after.Identifier}' went to {before.Url} and go to {after.Url} unless callers set another address; programs must be built again.");
            }

            Texts.Compare(changes, member, before.Documentation, after.Documentation, Pointer, Pointer);
        }

        foreach (var setting in settings.Added)
        {
            changes.Add(
                ChangeRules.ServerOptionAdded,
                $"{options}.{setting.Identifier}",
                null,
                Pointer,
                $"The option '{setting.Identifier}' is new: the address of operations that have the server {setting.Url}.");
        }
    }

    private static string MemberOf(string options, ServerPlan server) => $"{options}.Servers.{server.Identifier}";

    private static string PointerOf(ComparedClient client, ServerPlan server) =>
        client.Description.Servers.Concat(client.Description.Operations.SelectMany(operation => operation.Servers)).FirstOrDefault(candidate => candidate.Url == server.Url)?.Pointer ?? Pointer;

    private static bool TakesArgumentsOf(ServerPlan old, ServerPlan @new)
        => old.Variables.Select(variable => variable.Identifier).SequenceEqual(@new.Variables.Select(variable => variable.Identifier))
            && !old.Variables.Zip(@new.Variables).Any(pair => pair is { First.Default: not null, Second.Default: null });

    private static string NamesOf(ServerPlan server)
        => string.Join(", ", server.Variables.Select(variable => variable.Identifier + (variable.Default is null ? " without a default" : "")));

    private static IEnumerable<string?> DefaultsOf(ServerPlan server) => server.Variables.Select(variable => variable.Default);

    private static string AddressOf(ServerPlan server) =>
        server.Variables.Aggregate(server.Url, (url, variable) => variable.Default is { } value ? url.Replace($"{{{variable.WireName}}}", value, StringComparison.Ordinal) : url);
}
