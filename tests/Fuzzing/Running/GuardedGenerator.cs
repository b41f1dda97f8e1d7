using System.Reflection;
using Specwright.Planning;

namespace Specwright.Fuzzing.Running;

/// <summary>Makes the files of a description; the generator's own way, or a test's that is broken on purpose.</summary>
internal delegate Generation Generator(string fileName, string text, ClientOptions options, CancellationToken cancellationToken);

/// <summary>Runs a generator as the compiler would have to: on a small stack, with a token, and without waiting for ever.</summary>
internal sealed class GuardedGenerator(Generator generator, TimeSpan limit)
{
    /// <summary>That of a compiler's thread on the platform where it is smallest.</summary>
    private const int StackBytes = 1024 * 1024;

    /// <summary>How long a cancelled run may take to notice.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <returns>The files, or none and the failure.</returns>
    public (Generation? Generation, MutantResult Result) Run(Mutant mutant)
    {
        (Generation?, MutantResult)? answer = null;
        using var cancellation = new CancellationTokenSource();
        var token = cancellation.Token;
        var thread = new Thread(() => answer = Twice(mutant, token), StackBytes) { IsBackground = true };
        thread.Start();
        if (thread.Join(limit))
        {
            return answer!.Value;
        }

        cancellation.Cancel();
        return (null, thread.Join(Grace)
            ? new MutantResult(MutantOutcome.Hung, "slow", $"not done after {limit.TotalSeconds} s; it ended when it was cancelled")
            // The thread is left behind: nothing ends it from outside.
            : new MutantResult(MutantOutcome.Hung, "hung", $"not done after {limit.TotalSeconds} s, and it does not listen to its cancellation token"));
    }

    /// <summary>Namespace of everything that the mutant of a seed generates, so that many stand in one compilation.</summary>
    public static string NamespaceOf(int seed) => seed < 0 ? $"Fuzzing.N{-(long)seed}" : $"Fuzzing.S{seed}";

    private (Generation?, MutantResult) Twice(Mutant mutant, CancellationToken token)
    {
        try
        {
            var options = OptionsOf(mutant.Seed);
            var generation = generator(mutant.FileName, mutant.Text, options, token);
            var again = generator(mutant.FileName, mutant.Text, options, token);
            var result = generation.Carelessness is { } careless ? new MutantResult(MutantOutcome.Careless, careless.Split('#')[0], careless)
                : !generation.Findings.SequenceEqual(again.Findings) ? new MutantResult(MutantOutcome.Unstable, "findings", string.Join('\n', generation.Findings.Except(again.Findings)))
                : !generation.Files.SequenceEqual(again.Files) ? new MutantResult(MutantOutcome.Unstable, "files", generation.Files.Except(again.Files).Select(file => file.HintName).FirstOrDefault() ?? "another number of files")
                : new MutantResult(generation.IsRefused ? MutantOutcome.Refused : MutantOutcome.Client);
            return (generation, result);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return (null, new MutantResult(MutantOutcome.Hung, "slow"));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var frames = exception.StackTrace?.Split('\n').Select(frame => frame.Trim().Split(" in ")[0]).ToList() ?? [];
            var own = frames.Find(frame => frame.Contains("Specwright", StringComparison.Ordinal)) ?? frames.FirstOrDefault() ?? "";
            return (null, new MutantResult(MutantOutcome.Threw, $"{exception.GetType().Name} {own}", exception.ToString()));
        }
    }

    /// <summary>Every choice of the build that has a few values, by the seed, so that a choice added later is tried as well.</summary>
    private static ClientOptions OptionsOf(int seed)
    {
        var random = new Random(~seed);
        var options = new ClientOptions { SpecName = "fuzz.json", Namespace = NamespaceOf(seed), ClientName = "Fuzz" };
        foreach (var property in typeof(ClientOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (property.PropertyType.IsEnum)
            {
                var values = Enum.GetValues(property.PropertyType);
                property.SetValue(options, values.GetValue(random.Next(values.Length)));
            }
            else if (property.PropertyType == typeof(bool))
            {
                property.SetValue(options, random.Next(2) == 0);
            }
        }

        return options;
    }
}
