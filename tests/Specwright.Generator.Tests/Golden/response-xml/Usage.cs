using Acme;

public static class Usage
{
    public static async Task AnswersBecomeTheSameRecordsAsJson(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(
            HttpStatusCode.OK,
            """
            <?xml version="1.0"?>
            <orders>
              <order id="7"><amount>214735.50</amount><paid>true</paid></order>
              <order id="8"><amount>1</amount><note xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/></order>
            </orders>
            """,
            "application/xml");

        var orders = await client.ListOrdersAsync();

        Assert.Equal("application/xml", wire.Field("Accept"));
        Assert.Equal([new Order { Id = 7, Amount = 214735.50m, IsPaid = true }, new Order { Id = 8, Amount = 1m, Note = null }], orders);
    }

    public static async Task WhatDoesNotFitIsNamedByItsPath(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, """<orders><order id="7"><amount>abc</amount></order></orders>""", "text/xml");

        var exception = await Assert.ThrowsAsync<ApiException>(() => client.ListOrdersAsync());

        Assert.Contains("""$[0].amount: expected a decimal, found "abc".""", exception.Message + ".");
    }

    public static async Task RequiredListWithoutAnElementAroundIsThereWithoutItems(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.OK, "<basket><codes/></basket>", "application/xml");

        var basket = await client.GetBasketAsync();

        Assert.Empty(basket.Lines);
        Assert.Empty(basket.Codes);
        Assert.Null(basket.Notes);

        // The element around says whether there is a list.
        wire.Answer(HttpStatusCode.OK, "<basket><line>a</line></basket>", "application/xml");
        var exception = await Assert.ThrowsAsync<ApiException>(() => client.GetBasketAsync());
        Assert.Contains("the required member \"codes\" is missing", exception.Message);
    }

    public static async Task ErrorsAreTyped(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions(), wire);
        wire.Answer(HttpStatusCode.Forbidden, "<Fault><Code>E1</Code><Message>No</Message></Fault>", "application/xml");

        var exception = await Assert.ThrowsAsync<ApiException<Fault>>(() => client.ListOrdersAsync());

        Assert.Equal(new Fault { Code = "E1", Message = "No" }, exception.Error);
    }
}
