using Acme;
using Specwright.Json;

namespace Specwright.Tests.Requests;

public class PagesTests
{
    private static readonly ApiOperation Operation = new("Test", "list", HttpMethod.Get, "/x");

    [Theory]
    [InlineData("<https://h/x?p=2>; rel=\"next\"", "https://h/x?p=2")]
    [InlineData("<a>; rel=prev, <b>; REL=Next", "b")]
    [InlineData("<a>;title=\"x, <y>; rel=\\\"next\\\"\" ; rel=\"last\",< b >; rel=\"self next\"", "b")]
    [InlineData("<a>; rel=\"next\"; anchor=\"#other\", <b>; rel=\"next\"", "b")]
    [InlineData("<a>; rel=\"prev\"; rel=\"next\"", null)]
    [InlineData("<a>; rel=\"nextish\"", null)]
    [InlineData("<a", null)]
    [InlineData("<a>; rel=\"next", "a")]
    [InlineData("<a>; rel=", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void NextLink_IsTheFirstOfItsRelation(string? field, string? expected)
    {
        var headers = new ApiHeaders(field is null ? [] : [KeyValuePair.Create("link", field)]);
        Assert.Equal(expected, LinkField.NextOf(new ApiResponse(200, null, headers)));
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("\\\\evil.example\\x")]
    [InlineData("\t//evil.example/x")]
    [InlineData("https:///evil.example/x")]
    [InlineData("https:\\\\evil.example/x")]
    [InlineData("https://api.example@evil.example/x")]
    [InlineData("https://user:secret@api.example/x")]
    [InlineData("https://api.example\\@evil.example/x")]
    [InlineData("https://api.example:8443/x")]
    [InlineData("http://api.example/x")]
    [InlineData("https://api.example.evil.example/x")]
    [InlineData("https://api.example.:443/x")]
    [InlineData("https://аpi.example/x")]
    [InlineData("ftp://api.example/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/\\evil.example/x", "https://api.example//evil.example/x")]
    [InlineData("HTTPS://API.EXAMPLE:443/x", "https://api.example/x")]
    [InlineData("?page=2#part", "https://api.example/v2/list?page=2")]
    [InlineData("/v2/../x\r\ny", "https://api.example/x%0D%0Ay")]
    public void NextPage_IsNeverAtAnotherServer(string link, string? expected = null)
    {
        using var telemetry = new ApiTelemetry("Test.Pages");
        using var client = new HttpClient();
        var transport = new ApiTransport(client, new AcmeOptions { BaseAddress = new Uri("https://api.example/v2") }, telemetry);
        using var request = transport.CreateRequest(Operation, "/list?page=1");
        var error = Record.Exception(() => transport.Follow(request, link));
        Assert.Equal(expected ?? "https://api.example/v2/list?page=1", request.RequestUri!.AbsoluteUri);
        Assert.Equal(expected is null, error is ApiException);
    }

    [Fact]
    public async Task Cancellation_EndsTheEnumerationBeforeTheNextPage()
    {
        using var source = new CancellationTokenSource();
        var asked = 0;
        var pages = ApiPages.Follow(Operation, null, (_, token) => Task.FromResult($"{++asked}"), page => page);
        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in pages.WithCancellation(source.Token))
            {
                source.Cancel();
            }
        });
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task PlaceThatTheCallerBeganWith_IsPartOfTheCircle()
    {
        var error = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var _ in ApiPages.Follow(Operation, "planted", (_, _) => Task.FromResult(0), _ => "planted"))
            {
            }
        });
        Assert.DoesNotContain("planted", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, null, "0 2 4")]
    [InlineData(0, 0, 4L, "0 2")]
    [InlineData(0, 0, 0L, "0 2 4")]
    [InlineData(0, 0, -1L, "0 2 4")]
    [InlineData(3, 0, null, "3 5")]
    [InlineData(5, 0, null, "5")]
    public async Task Offsets_GoByWhatCame(int first, int start, long? total, string expected)
    {
        Assert.Equal(expected, await PlacesAsync((get, items) => ApiPages.ByOffset<int[], int, Int32Codec>(Operation, first + start, get, items, _ => total), place => place));
    }

    [Theory]
    [InlineData(0, 0, null, "0 1 2")]
    [InlineData(1, 1, null, "1 2 3")]
    [InlineData(1, 1, 4L, "1 2")]
    [InlineData(2, 1, 4L, "2")]
    public async Task Numbers_GoByOne(int first, int start, long? total, string expected)
    {
        Assert.Equal(expected, await PlacesAsync((get, items) => ApiPages.ByNumber<int[], int, Int32Codec>(Operation, first, start, get, items, _ => total), place => (place - start) * 2));
    }

    [Fact]
    public async Task PageThatIsShorterThanTheFirst_EndsNothingWhereTheTotalSaysThatThereIsMore()
    {
        int[][] answers = [[1, 2], [3], [4, 5], []];
        var read = new List<int>();
        var asked = 0;
        await foreach (var page in ApiPages.ByOffset<int[], int, Int32Codec>(Operation, 0, (_, _) => Task.FromResult(answers[asked++]), page => page, _ => 5))
        {
            read.AddRange(page);
        }

        Assert.Equal([1, 2, 3, 4, 5], read);
        Assert.Equal(3, asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2L)]
    [InlineData(1L)]
    public async Task TotalOfThePageAlone_EndsNothing(long? size)
    {
        Assert.Equal("0 2 4", await PlacesAsync((get, items) => ApiPages.ByOffset<int[], int, Int32Codec>(Operation, 0, get, items, page => page.Length, size), place => place));
        Assert.Equal("1 2 3", await PlacesAsync((get, items) => ApiPages.ByNumber<int[], int, Int32Codec>(Operation, 1, 1, get, items, page => page.Length, size), place => (place - 1) * 2));
    }

    [Theory]
    [InlineData(3L, "0")]
    [InlineData(2L, "0 2")]
    [InlineData(null, "0 2")]
    public async Task TotalOfAFirstPageThatMayBeFull_IsNoProof_AndTheEmptyPageBehindItIsNone(long? size, string expected)
    {
        var places = new List<long>();
        var pages = new List<int[]>();
        await foreach (var page in ApiPages.ByOffset<int[], int, Int32Codec>(Operation, 0, GetAsync, page => page, _ => 2, size))
        {
            pages.Add(page);
        }

        Assert.Equal([1, 2], Assert.Single(pages));
        Assert.Equal(expected, string.Join(' ', places));

        Task<int[]> GetAsync(long place, CancellationToken cancellationToken)
        {
            places.Add(place);
            return Task.FromResult<int[]>(place == 0 ? [1, 2] : []);
        }
    }

    [Fact]
    public async Task FirstPageOnceMore_BehindATotalOfAsMany_WasAll()
        => Assert.Equal([1, 2], await ItemsAsync(_ => [1, 2], total: 2));

    [Theory]
    [InlineData(400, true)]
    [InlineData(404, true)]
    [InlineData(416, true)]
    [InlineData(422, true)]
    [InlineData(401, false)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(null, false)]
    public async Task ServerThatRefusesAPageBehindItsTotal_HasNone(int? status, bool isEnd)
    {
        var items = ItemsAsync(place => place == 0 ? [1, 2] : throw new ApiException("refused") { Operation = Operation, StatusCode = status }, total: 2);

        if (isEnd)
        {
            Assert.Equal([1, 2], await items);
        }
        else
        {
            await Assert.ThrowsAsync<ApiException>(() => items);
        }
    }

    [Fact]
    public async Task RefusalOfAPageThatTheTotalPromises_IsThrown()
        => await Assert.ThrowsAsync<ApiException>(() => ItemsAsync(place => place == 0 ? [1, 2] : throw new ApiException("refused") { Operation = Operation, StatusCode = 404 }, total: 3));

    [Fact]
    public async Task ServerThatIgnoresTheParameter_IsFoundOutByItems_WhateverTheyHold()
    {
        // Lists are equal by reference only: each answer makes new ones.
        static Task<IReadOnlyList<int>[]> GetAsync(long place, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<int>[]>([[1, 2], [3]]);
        var pages = 0;

        await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var _ in ApiPages.ByOffset<IReadOnlyList<int>[], IReadOnlyList<int>, ListCodec<int, Int32Codec>>(Operation, 0, GetAsync, page => page))
            {
                Assert.InRange(++pages, 1, 10);
            }
        });
        Assert.Equal(1, pages);
    }

    private static async Task<List<int>> ItemsAsync(Func<long, int[]> answer, long total)
    {
        var items = new List<int>();
        await foreach (var page in ApiPages.ByOffset<int[], int, Int32Codec>(Operation, 0, (place, _) => Task.FromResult(answer(place)), page => page, _ => total))
        {
            items.AddRange(page);
        }

        return items;
    }

    /// <summary>A server with five items that gives two at most.</summary>
    private static async Task<string> PlacesAsync(
        Func<Func<long, CancellationToken, Task<int[]>>, Func<int[], IReadOnlyList<int>?>, IAsyncEnumerable<int[]>> follow, Func<long, long> skipped)
    {
        var places = new List<long>();
        await foreach (var _ in follow(
            (place, _) =>
            {
                places.Add(place);
                return Task.FromResult(Enumerable.Range(0, 5).Skip((int)skipped(place)).Take(2).ToArray());
            },
            page => page))
        {
        }

        return string.Join(' ', places);
    }
}
