using System.Text.RegularExpressions;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;

namespace Specwright.Emission;

/// <summary>What <c>JsonSerializer</c> asks for generated types.</summary>
public sealed class JsonResolverEmitterTests
{
    private const string Search = """
        namespace Acme;

        using System;
        using System.Linq;
        using System.Text.Json;

        public static class Search
        {
            public static string Missed()
            {
                var options = new JsonSerializerOptions { TypeInfoResolver = AcmeJson.Default };
                var types = typeof(AcmeJson).Assembly.GetTypes().Where(type => type.GetNestedType("JsonCodec") is not null).ToArray();
                var missed = types.Where(type => AcmeJson.Default.GetTypeInfo(type, options)?.Type != type).Select(type => type.Name);
                var strangers = new[] { typeof(int), typeof(string), typeof(Search) }.Where(type => AcmeJson.Default.GetTypeInfo(type, options) is not null).Select(type => type.Name);
                return types.Length + " types: " + string.Join(", ", missed.Concat(strangers));
            }
        }
        """;

    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    public void EachType_IsFound(int count)
    {
        var generation = new ClientGeneration(Api(
        [
            .. Enumerable.Range(0, count).Select(number => (new string('x', number % 40) + "Schema" + number, (Schema)Object(Required("id")))),
            ("event", Enum("a", "b")),
        ]));

        Assert.Equal($"{count + 1} types: ", CompilationHarness.Load(generation.Emit(), Search).Call("Acme.Search", "Missed"));
    }

    [Fact]
    public void TypeNamedAsAMethodOfTheSearch_IsFoundToo()
    {
        var generation = new ClientGeneration(Api(
        [
            ("GetTypeInfoOfLength7", Object(Required("id"))),
            .. Enumerable.Range(10, 50).Select(number => ("Other" + number, (Schema)Object(Required("id")))),
        ]));

        Assert.Equal("51 types: ", CompilationHarness.Load(generation.Emit(), Search).Call("Acme.Search", "Missed"));
    }

    /// <summary>The compiler of the running program compiles a method whole when it is first called.</summary>
    [Fact]
    public void ManyTypes_AreNotComparedInOneMethod()
    {
        var text = new ClientGeneration(Api([.. Enumerable.Range(0, 400).Select(number => (new string('x', number % 40) + "Schema" + number, (Schema)Object(Required("id"))))])).Text("Json");

        var methods = Regex.Split(text, @"\n    (?:public|private static) JsonTypeInfo\?").Skip(1).Select(method => Regex.Count(method, @"typeof\("));
        Assert.Equal(400, methods.Sum());
        Assert.All(methods, comparisons => Assert.InRange(comparisons, 0, 40));
    }
}
