public static class Usage
{
    public static async global::System.Threading.Tasks.Task TypesOfTheFrameworkStayReachable(GoldenWire wire)
    {
        wire.Answer(HttpStatusCode.OK, """{"Task":{"Task":"b"},"String":{"String":"s"}}""");

        var order = await Acme.AcmeClient.Create(new Acme.AcmeOptions(), wire).PutOrderAsync("7", new Acme.Order
        {
            Task = new Acme.Task { TaskValue = "a" },
            System = new Acme.System { SystemValue = "s" },
        });

        Assert.Equal("""{"Task":{"Task":"a"},"System":{"System":"s"}}""", wire.Body);
        Assert.Equal("b", order.Task.TaskValue);
        Assert.Equal("s", order.String?.StringValue);
    }
}
