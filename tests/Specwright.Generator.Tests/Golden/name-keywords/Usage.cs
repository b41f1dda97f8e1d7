using Acme;

public static class Usage
{
    public static async Task KeywordsAreOrdinaryNames(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"class":"b"}""");

        var answer = await Client(wire).ReturnAsync(
            "n/s",
            new Class { ClassValue = "a", New = Event.If, Record = "r", Field = "f", Required = true },
            @event: Event.Null,
            cancellationTokenValue: "c");

        Assert.Equal("PUT /class/n%2Fs?event=null&cancellationToken=c", wire.Target);
        Assert.Equal("""{"class":"a","new":"if","record":"r","field":"f","required":true}""", wire.Body);
        Assert.Equal("b", answer.ClassValue);
    }

    private static AcmeClient Client(GoldenWire wire) => AcmeClient.Create(new AcmeOptions(), wire);
}
