using Specwright.Diagnostics;
using Specwright.Model;
using Xunit.Abstractions;

namespace Specwright.Reading;

/// <summary>Published descriptions with their publishers' mistakes, where they lie beside the repository.</summary>
public class RealDescriptionsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("oai-v3-0-petstore.yaml", 3)]
    [InlineData("azure-body-formdata.json", 3)]
    [InlineData("getkin-schema31refs.yaml", 0)]
    [InlineData("go-swagger-1111-arrayparam.json", 1)]
    [InlineData("hey-api-discriminator-object-self-mapped.json", 1)]
    [InlineData("mermade-malicious-rapid7-ruby.json", 1)]
    [InlineData("nexmo-call-recording.yaml", 1)]
    [InlineData("od-notion-com.json", 1)]
    [InlineData("lob-lob-api-bundled.yaml", 1)]
    [InlineData("od-stripe-com.json", 400)]
    public void PublishedDescription_GivesAModelOrAnError(string file, int operations)
    {
        var path = RepositoryFolder.PathOf("..", "shared", "corpus", file);
        if (!File.Exists(path))
        {
            output.WriteLine("skipped: no corpus");
            return;
        }

        var source = new DescriptionSource { Description = new SourceFile(path, File.ReadAllText(path)) };
        var result = DescriptionReader.Read(source, CancellationToken.None);

        Assert.Equal(result.Description is null, result.Findings.Any(finding => Rules.Get(finding.RuleId).Severity == RuleSeverity.Error));
        Assert.InRange(result.Description?.Operations.Count ?? operations, operations, int.MaxValue);
        Assert.All(result.Findings, finding => Assert.NotNull(result.Positions.Find(finding.Pointer)));
        AssertReferencesExist(result.Description);
    }

    private static void AssertReferencesExist(ApiDescription? description)
    {
        var known = (description?.Schemas ?? default).Select(named => named.Pointer).ToHashSet(StringComparer.Ordinal);
        Assert.All(SchemaWalk.All(description), schema => Assert.True(schema is not ReferenceSchema reference || known.Contains(reference.Target), schema.Pointer));
    }
}
