namespace Specwright.Planning.Types;

/// <summary>The references that were followed on one way, so that a circle ends. Most ways have one, asked for tens of thousands of times: the first needs no set.</summary>
internal struct FollowedReferences
{
    private string? _first;
    private HashSet<string>? _others;

    /// <returns>False: it was followed before.</returns>
    public bool Add(string target)
    {
        if (_first is null)
        {
            _first = target;
            return true;
        }

        return target != _first && (_others ??= new(StringComparer.Ordinal)).Add(target);
    }
}
