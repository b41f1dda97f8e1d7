using Acme;

public static class Usage
{
    public static async Task AnExtensionSaysWhereThePagesAre(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """{"data": ["a"], "next_page": {"offset": "x"}}""");
        wire.Answer(HttpStatusCode.OK, """{"data": ["b"], "next_page": null}""");

        var tasks = new List<string>();
        await foreach (var task in client.ListTasksAllAsync())
        {
            tasks.Add(task);
        }

        Assert.Equal(["a", "b"], tasks);
        Assert.Equal("GET /tasks?offset=x", wire.Target);
    }

    public static async Task SoDoesTheOneOfMicrosoft(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """{"people": ["a"], "odata.nextLink": "/people?page=2"}""");

        await foreach (var person in client.ListPeopleAllAsync())
        {
            Assert.Equal("a", person);
            break;
        }
    }

    public static void WhatIsForbiddenOrCannotBeFollowedHasNoSuchMethods()
        => Assert.Equal(
            ["ListLettersAsync", "ListLettersResponseAsync", "ListNotesAsync", "ListNotesResponseAsync", "ListPeopleAllAsync", "ListPeopleAsync", "ListPeoplePagesAsync", "ListPeopleResponseAsync",
                "ListTasksAllAsync", "ListTasksAsync", "ListTasksPagesAsync", "ListTasksResponseAsync"],
            typeof(IAcmeClient).GetMethods().Select(method => method.Name).Order(StringComparer.Ordinal));
}
