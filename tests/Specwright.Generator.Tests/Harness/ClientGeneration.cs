using Specwright.Emission;
using Specwright.Model;
using Specwright.Planning;

namespace Specwright.Harness;

/// <summary>Plans, emits, compiles and calls the client of a model.</summary>
internal sealed class ClientGeneration
{
    private readonly PlanResult _result;

    public ClientGeneration(ApiDescription description, bool isPublic = true, SubClientChoice subClients = SubClientChoice.Auto)
        => _result = ClientPlanner.Plan(description, new ClientOptions
        {
            SpecName = "acme.openapi.yaml",
            Namespace = "Acme",
            ClientName = "Acme",
            IsPublic = isPublic,
            SubClients = subClients,
        });

    public ApiPlan Plan => _result.Plan;

    public ClientPlan Client => _result.Plan.Client;

    public OperationPlan Operation => Assert.Single(Client.Operations);

    /// <summary>Rule ids of all findings, in order.</summary>
    public IReadOnlyList<string> RuleIds => _result.Findings.Select(finding => finding.RuleId).ToList();

    public EquatableArray<Finding> Findings => _result.Findings;

    public IReadOnlyList<GeneratedFile> Emit() => FilePlanner.FilesOf(Plan).Select(FileEmitter.Emit).ToList();

    public string Text(string part) => Emit().Single(file => file.HintName == $"Acme.{part}.g.cs").Text;

    /// <summary>Compiles as a strict consumer does; fails with the compiler's words.</summary>
    public void Compile(params string[] ownSources) => Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(Emit(), ownSources)));

    /// <summary>Compiles and runs statements that have a <c>client</c> over the wire; the value they return comes back as text.</summary>
    /// <param name="wire">Answers the requests.</param>
    /// <param name="statements">With <c>client</c> and <c>options</c> in scope.</param>
    /// <param name="settings">Statements over <c>options</c>, before the client is made.</param>
    /// <param name="ownSources">Hand-written halves.</param>
    public async Task<string?> RunAsync(FakeWire wire, string statements, string settings = "", params string[] ownSources)
    {
        var scenario = $$"""
            namespace Acme;

            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Net.Http;
            using System.Threading.Tasks;
            using Specwright;

            public static class Scenario
            {
                public static async Task<object?> Run(HttpMessageHandler wire)
                {
                    var options = new AcmeOptions();
                    {{settings}}
                    var client = AcmeClient.Create(options, wire);
                    await Task.Yield();
                    {{statements}}
                }
            }
            """;
        var assembly = CompilationHarness.Load(Emit(), [scenario, .. ownSources]);
        var result = await (Task<object?>)assembly.Call("Acme.Scenario", "Run", wire)!;
        return result is null ? null : Convert.ToString(result, System.Globalization.CultureInfo.InvariantCulture);
    }
}
