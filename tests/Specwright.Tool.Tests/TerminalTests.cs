using System.Diagnostics;
using Specwright.Tool.Terminal;

namespace Specwright.Tool;

/// <summary>Colour and progress, which a person at a terminal gets and nobody else.</summary>
public sealed class TerminalTests : IDisposable
{
    private const string Script = "/usr/bin/script";
    private const string Color = @"\e\[[0-9;]+m";

    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void WriterThatIsNoTerminal_GetsPlainText()
    {
        Assert.Equal("plain", TextStyle.Of(new StringWriter()).Error("plain"));
        Assert.Equal("\e[1;31mred\e[0m", TextStyle.Colored.Error("red"));
    }

    [Theory]
    [InlineData("lint", "src/Shop/specs/broken.yaml", "reading")]
    [InlineData("emit", "src/Shop/Shop.csproj", "evaluating src/Shop/Shop.csproj")]
    [InlineData("verify", "src/Shop/Shop.csproj", "evaluating src/Shop/Shop.csproj")]
    [InlineData("diff", "src/Shop/specs/acme.openapi.yaml other.yaml", "comparing")]
    public async Task Terminal_GetsProgressThatGoes_AndColorUnlessNoColorIsSet(string command, string arguments, string progress)
    {
        // A pseudo-terminal, where the system has the program that makes one.
        if (!OperatingSystem.IsLinux() || !File.Exists(Script))
        {
            return;
        }

        _project.Write("specs/broken.yaml", "openapi: 3.1.0\ninfo: [\n", inProject: true);
        _project.Write("other.yaml", TemporaryProject.Description.Replace("orderId:", "number:", StringComparison.Ordinal));

        var colored = await RunAsync($"{command} {arguments}", noColor: "");
        var plain = await RunAsync($"{command} {arguments}", noColor: "1");

        Assert.Contains("\r" + progress, colored, StringComparison.Ordinal);
        Assert.Contains(" \r", colored, StringComparison.Ordinal);
        Assert.Matches(Color, colored);
        Assert.DoesNotMatch(Color, plain);
    }

    private async Task<string> RunAsync(string arguments, string noColor)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(Script, ["--quiet", "--command", $"stty cols 120; '{dotnet}' '{typeof(Commands.SpecwrightCommand).Assembly.Location}' {arguments}", "/dev/null"])
        {
            WorkingDirectory = _project.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["NO_COLOR"] = noColor;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
