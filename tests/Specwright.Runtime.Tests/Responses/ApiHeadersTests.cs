using Microsoft.Extensions.Primitives;

namespace Specwright.Tests.Responses;

public class ApiHeadersTests
{
    [Fact]
    public void FieldsOfARequest_AreTakenFromWhateverHoldsThem()
    {
        using var request = new HttpRequestMessage();
        request.Headers.Add("X-A", ["1", "2"]);
        var framework = new Dictionary<string, StringValues> { ["x-a"] = new(["1", null, "2"]), ["X-B"] = StringValues.Empty };

        Assert.Equal("1, 2", ApiHeaders.From(request.Headers)["x-a"]);
        Assert.Equal("1, 2", ApiHeaders.From(framework)["X-A"]);
        Assert.Null(ApiHeaders.From(framework)["X-B"]);
    }
}
