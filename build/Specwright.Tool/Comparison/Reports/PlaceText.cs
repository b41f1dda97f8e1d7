namespace Specwright.Tool.Comparison.Reports;

/// <summary>Where a change is, for people.</summary>
internal static class PlaceText
{
    /// <summary><c>acme.openapi.yaml:12</c>; of something that is gone the old place, of something that moved both.</summary>
    public static string Of(Change change) => (change.Old, change.New) switch
    {
        ({ } old, { } @new) when old.Path != @new.Path => $"{Of(old)} → {Of(@new)}",
        ({ } old, { } @new) when old.Line != @new.Line => $"{SpecName(@new)}:{old.Line} → {@new.Line}",
        (_, { } @new) => Of(@new),
        ({ } old, null) => $"{Of(old)} (old)",
        _ => "",
    };

    /// <summary>Names of the description may hold line ends and control characters.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    private static string Of(Place place) => $"{SpecName(place)}:{place.Line}";

    private static string SpecName(Place place) => OneLine(place.Path[(place.Path.LastIndexOf('/') + 1)..]);
}
