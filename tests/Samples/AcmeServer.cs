using Specwright.Tests;

namespace Specwright.Samples;

/// <summary>What the samples' description promises, answered on loopback.</summary>
internal static class AcmeServer
{
    public const string Balance = """{"currency":"INR","available":"214735.50"}""";

    public static LoopbackServer Start(bool isEmpty = false) => new(request => request.Split(' ')[0] switch
    {
        "GET" => LoopbackServer.Answer("200 OK", Balance),
        _ when isEmpty => LoopbackServer.Answer("409 Conflict", """{"reason":"the money does not suffice"}"""),
        _ => LoopbackServer.Answer("201 Created", """{"id":"p1","state":"pending"}"""),
    });
}
