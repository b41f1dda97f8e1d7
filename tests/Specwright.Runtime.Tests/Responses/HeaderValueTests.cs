namespace Specwright.Tests.Responses;

public class HeaderValueTests
{
    [Fact]
    public void DeclaredField_IsReadOrNull()
    {
        Assert.Equal(42, HeaderValue.Read<int>(" 42 "));
        Assert.Equal(1.50m, HeaderValue.Read<decimal>("1.50"));
        Assert.True(HeaderValue.Read<bool>("true"));
        Assert.Equal(new DateTimeOffset(1994, 11, 6, 8, 49, 37, TimeSpan.Zero), HeaderValue.Read<DateTimeOffset>("Sun, 06 Nov 1994 08:49:37 GMT"));
        Assert.Equal(new DateTimeOffset(2024, 1, 31, 0, 0, 0, TimeSpan.FromHours(5.5)), HeaderValue.Read<DateTimeOffset>("2024-01-31T00:00:00+05:30"));
        Assert.Equal(TimeSpan.Zero, HeaderValue.Read<DateTimeOffset>("2024-01-31T00:00:00")!.Value.Offset);
        Assert.Null(HeaderValue.Read<int>("4x"));
        Assert.Null(HeaderValue.Read<decimal>("1,5"));
        Assert.Null(HeaderValue.Read<int>("99999999999"));
        Assert.Null(HeaderValue.Read<DateOnly>(null));
    }
}
