using System.Diagnostics;

namespace Specwright.Tool;

/// <summary>A repository of one project in a folder of its own, deleted at the end.</summary>
internal sealed class TemporaryProject : IDisposable
{
    public const string Description = """
        openapi: 3.1.0
        info:
          title: Acme
          version: '1'
        servers:
        - url: https://api.example.com
        paths:
          /orders:
            get:
              operationId: listOrders
              responses:
                '200':
                  description: All orders.
                  content:
                    application/json:
                      schema:
                        type: array
                        items:
                          $ref: '#/components/schemas/Order'
        components:
          schemas:
            Order:
              description: An order.
              type: object
              properties:
                orderId:
                  type: string
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("specwright-");

    public TemporaryProject(string items = """<OpenApiSpec Include="specs/*.yaml" />""", string frameworks = "<TargetFramework>net10.0</TargetFramework>")
    {
        Write("Shop.sln", "");
        Write("specs/acme.openapi.yaml", Description, inProject: true);
        Write(
            "Shop.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{RepositoryFolder.PathOf("build", "Specwright.InRepository.props")}" />
              <PropertyGroup>{frameworks}</PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
              <Import Project="{RepositoryFolder.PathOf("build", "Specwright.InRepository.targets")}" />
            </Project>
            """,
            inProject: true);
    }

    public string Root => _folder.FullName;

    public string Path => System.IO.Path.Combine(ProjectFolder, "Shop.csproj");

    public string GeneratedFolder => System.IO.Path.Combine(ProjectFolder, "Generated");

    public string SpecPath => System.IO.Path.Combine(ProjectFolder, "specs", "acme.openapi.yaml");

    private string ProjectFolder => System.IO.Path.Combine(Root, "src", "Shop");

    public string Generated(string name) => System.IO.Path.Combine(GeneratedFolder, name);

    public void Write(string path, string text, bool inProject = false)
    {
        var file = System.IO.Path.Combine(inProject ? ProjectFolder : Root, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=Tests", "-c", "user.email=tests@acme.example", "-c", "commit.gpgsign=false", .. arguments])
        {
            WorkingDirectory = Root,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
