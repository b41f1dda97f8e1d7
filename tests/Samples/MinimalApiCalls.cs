using System.Net;
using System.Text;
using Specwright.Tests;

namespace Specwright.Samples;

/// <summary>Calls the API of the sample, whichever way it was compiled: generated types go out and come in without reflection.</summary>
internal static class MinimalApiCalls
{
    public static string[] Arguments(LoopbackServer acme) => ["--urls", "http://127.0.0.1:0", "--Acme:BaseAddress", acme.Address.ToString(), "--Acme:Token", "t0ken"];

    /// <param name="program">Started with <see cref="Arguments"/>.</param>
    /// <param name="isEmpty">Whether the account is, so that the server behind the API refuses to pay.</param>
    public static async Task CheckAsync(SampleProgram program, bool isEmpty)
    {
        using var client = new HttpClient { BaseAddress = new Uri((await program.LineWithAsync("Now listening on: ")).Split("on: ")[1]) };
        using var body = new StringContent("""{"payee":"alice","amount":12.50}""", Encoding.UTF8, "application/json");
        var balance = await client.GetStringAsync(new Uri("/balance", UriKind.Relative));
        using var answer = await client.PostAsync(new Uri("/payments", UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(AcmeServer.Balance, balance);
        if (isEmpty)
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Equal("""{"reason":"the money does not suffice"}""", text);
        }
        else
        {
            Assert.Equal((HttpStatusCode.Created, "/payments/p1"), (answer.StatusCode, answer.Headers.Location?.ToString()));
            Assert.Equal("""{"id":"p1","state":"pending"}""", text);
        }
    }
}
