namespace Specwright.Conformance;

/// <summary>A response that declares an error in JSON, and a status that it is declared for.</summary>
internal sealed record DeclaredError(IndependentResponse Response, int Status)
{
    // The common ones first; the last of each class is so rare that no description names it.
    private static readonly int[] ClientErrors = [400, 404, 409, 422, 418, 499];
    private static readonly int[] ServerErrors = [500, 502, 503, 504, 599];

    /// <summary>Of exact statuses, ranges and <c>default</c>, unless that is what a success gives.</summary>
    public static IEnumerable<DeclaredError> Of(IndependentOperation operation, IReadOnlyCollection<IndependentResponse> successes)
    {
        if (operation.Method == "HEAD")
        {
            yield break;
        }

        var declared = operation.Responses.Select(response => response.Status).ToHashSet(StringComparer.Ordinal);
        foreach (var response in operation.Responses.Where(response => !successes.Contains(response) && response.Contents.Any(MediaTypes.IsWholeJson)))
        {
            var status = response.Status switch
            {
                "4XX" => ClientErrors.First(candidate => !declared.Contains(Text(candidate))),
                "5XX" => ServerErrors.First(candidate => !declared.Contains(Text(candidate))),
                "default" => ServerErrors.Concat(ClientErrors).FirstOrDefault(candidate => !declared.Contains(Text(candidate)) && !declared.Contains(candidate < 500 ? "4XX" : "5XX")),
                var exact => int.TryParse(exact, out var number) && number is >= 400 and <= 599 ? number : 0,
            };
            if (status != 0)
            {
                yield return new DeclaredError(response, status);
            }
        }
    }

    private static string Text(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
