using Specwright.Model;

namespace Specwright.Planning.Operations;

/// <summary>Tells which place of a server's address each variable holds: a value must fill it and change nothing else.</summary>
/// <remarks>
/// By the text around it and the described default. Where both do not tell, a variable counts as part of the host, which lets through the least.
/// </remarks>
internal static class ServerPartPlanner
{
    private const string AfterScheme = "://";

    /// <param name="url">The template.</param>
    /// <param name="address">The same with values.</param>
    /// <param name="variables">Planned.</param>
    public static EquatableArray<ServerPartPlan> Plan(string url, ServerAddress address, IReadOnlyCollection<ServerVariablePlan> variables)
    {
        var pieces = PathTemplate.PiecesOf(url);
        var parts = new List<ServerPartPlan>();

        // What stands to the left, values put in.
        var before = "";
        for (var index = 0; index < pieces.Count; index++)
        {
            if (!pieces[index].IsParameter)
            {
                before += pieces[index].Text;
                parts.Add(new ServerPartPlan(pieces[index].Text, null, default));
                continue;
            }

            var variable = variables.First(candidate => candidate.WireName == pieces[index].Text);
            var after = index + 1 < pieces.Count ? pieces[index + 1].Text : "";
            var endsPlace = index + 1 == pieces.Count || (!pieces[index + 1].IsParameter && after[0] == '/');
            var value = address.Values.First(candidate => candidate.Variable.Name == variable.WireName).Text;
            parts.Add(new ServerPartPlan(null, variable, PlaceOf(before, value, after, endsPlace, address.IsAbsolute)));
            before += value;
        }

        return parts.ToEquatableArray();
    }

    private static ServerVariablePlace PlaceOf(string before, string described, string after, bool endsPlace, bool isAbsolute)
    {
        var authority = before.IndexOf(AfterScheme, StringComparison.Ordinal);
        if (isAbsolute && authority < 0)
        {
            return before.Length > 0 ? ServerVariablePlace.InHost
                : after.StartsWith(AfterScheme, StringComparison.Ordinal) ? ServerVariablePlace.InScheme
                : endsPlace && described.IndexOf(AfterScheme, StringComparison.Ordinal) > 0 ? ServerVariablePlace.AsAddress
                : ServerVariablePlace.InHost;
        }

        var host = isAbsolute ? before.Substring(authority + AfterScheme.Length) : "/" + before;
        return host.IndexOf('/') >= 0 && (isAbsolute || before.Length > 0) ? ServerVariablePlace.InPath
            : described.StartsWith("/", StringComparison.Ordinal) ? ServerVariablePlace.AsPath
            : !isAbsolute ? ServerVariablePlace.InPath
            : host.EndsWith(":", StringComparison.Ordinal) ? ServerVariablePlace.InPort
            : host.Length == 0 && (endsPlace || after.StartsWith(":", StringComparison.Ordinal)) ? ServerVariablePlace.AsHost
            : ServerVariablePlace.InHost;
    }
}
