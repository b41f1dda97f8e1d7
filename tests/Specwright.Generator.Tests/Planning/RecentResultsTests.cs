namespace Specwright.Planning;

public sealed class RecentResultsTests
{
    private int _calls;

    [Fact]
    public void ShortText_IsWorkedOutOnce()
    {
        var results = Counting();

        Assert.Same(results.Of("order"), results.Of(new string("order")));
        Assert.Equal(1, _calls);
    }

    [Fact]
    public void LongText_IsNotHeld()
    {
        var results = Counting();
        var text = new string('x', 201);

        Assert.Equal(results.Of(text), results.Of(text));
        Assert.Equal(2, _calls);
    }

    /// <summary>More texts than there are places: some replace others, and each gets its own result.</summary>
    [Fact]
    public void ManyTexts_GetTheirOwnResults()
    {
        var results = Counting();

        Assert.All(Enumerable.Range(0, 20_000), number => Assert.Equal($"<{number}>", results.Of($"{number}")));
        Assert.All(Enumerable.Range(0, 20_000), number => Assert.Equal($"<{number}>", results.Of($"{number}")));
        Assert.True(_calls > 20_000, "All of them were held.");
    }

    private RecentResults<string> Counting() => new(text =>
    {
        _calls++;
        return $"<{text}>";
    });
}
