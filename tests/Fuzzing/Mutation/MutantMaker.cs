using System.Text.Json.Nodes;
using Specwright.Fuzzing.Descriptions;

namespace Specwright.Fuzzing.Mutation;

/// <summary>Makes the mutant of a seed.</summary>
internal sealed class MutantMaker(DescriptionPool pool)
{
    private static readonly (string Name, Func<MutationContext, string?> Apply, int Weight)[] Mutations =
    [
        ("delete", TreeMutations.Delete, 4),
        ("duplicate", TreeMutations.Duplicate, 3),
        ("swap", TreeMutations.Swap, 3),
        ("retarget", TreeMutations.Retarget, 3),
        ("wrong kind", TreeMutations.WrongKind, 3),
        ("rename", TreeMutations.Rename, 5),
        ("text", TreeMutations.Text, 5),
        ("number", TreeMutations.Number, 1),
        ("schema", SchemaMutations.Replace, 5),
        ("schema keyword", SchemaMutations.Keyword, 8),
        ("keyword", SchemaMutations.KeywordAnywhere, 5),
        ("cycle", SchemaMutations.Cycle, 5),
        ("compose", SchemaMutations.Compose, 6),
        ("wrap", SchemaMutations.Wrap, 4),
        ("named", SchemaMutations.AddNamed, 5),
        ("operation keyword", OperationMutations.Keyword, 6),
        ("parameter", OperationMutations.AddParameter, 6),
        ("body", OperationMutations.AddBody, 4),
        ("response", OperationMutations.AddResponse, 4),
        ("media type", OperationMutations.MediaType, 3),
        ("path", OperationMutations.AddPath, 3),
        ("identity", OperationMutations.Identity, 4),
        ("version", OperationMutations.Version, 2),
        ("security", OperationMutations.Security, 2),
        ("inbound", OperationMutations.Inbound, 2),
    ];

    private static readonly int TotalWeight = Mutations.Sum(mutation => mutation.Weight);

    /// <summary>What can be done to a tree.</summary>
    public static IEnumerable<string> Names => Mutations.Select(mutation => mutation.Name);

    public Mutant Make(int seed)
    {
        // Neighbouring seeds give neighbouring first numbers: a few are thrown away.
        var random = new Random(seed);
        random.NextBytes(new byte[32]);
        var (name, root) = pool.Choose(random);
        var slice = DescriptionSlice.Of(root, random);
        var steps = new List<string> { name };
        for (var count = CountOf(random); count > 0; count--)
        {
            steps.Add(Mutate(new MutationContext(slice, random)));
        }

        var isYaml = random.Next(3) == 0;
        var text = isYaml ? DescriptionText.Yaml(slice) : DescriptionText.Json(slice);
        if (random.Next(8) == 0)
        {
            (text, var step) = TextMutations.Apply(text, random);
            steps.Add("text: " + step);
        }

        return new Mutant { Seed = seed, FileName = isYaml ? "fuzz.yaml" : "fuzz.json", Text = text, Steps = steps };
    }

    /// <summary>Versions of one description, as somebody makes them who edits it: each has a change or two more than the one before, and sometimes one is taken back.</summary>
    /// <param name="seed">Chooses the description and the changes.</param>
    /// <param name="count">Of the versions.</param>
    public IReadOnlyList<(string Text, string Step)> Versions(int seed, int count)
    {
        var random = new Random(seed);
        random.NextBytes(new byte[32]);
        var (name, root) = pool.Choose(random);
        var tree = random.Next(2) == 0 ? DescriptionSlice.Of(root, random) : (JsonObject)root.DeepClone();
        var versions = new List<(string Text, string Step)> { (DescriptionText.Json(tree), name) };
        while (versions.Count < count)
        {
            if (versions.Count > 1 && random.Next(6) == 0)
            {
                versions.Add((versions[^2].Text, "back to the one before"));
                continue;
            }

            var step = Mutate(new MutationContext(tree, random));
            if (random.Next(3) == 0)
            {
                step += "; " + Mutate(new MutationContext(tree, random));
            }

            versions.Add((DescriptionText.Json(tree), step));
        }

        return versions;
    }

    /// <summary>Mostly a few: many changes at once hide each other.</summary>
    private static int CountOf(Random random)
    {
        var count = 1;
        while (count < 12 && random.Next(3) > 0)
        {
            count++;
        }

        return count;
    }

    private static string Mutate(MutationContext context)
    {
        var chosen = context.Random.Next(TotalWeight);
        foreach (var (name, apply, weight) in Mutations)
        {
            if (chosen < weight)
            {
                return $"{name}: {apply(context) ?? "nothing to change"}";
            }

            chosen -= weight;
        }

        throw new InvalidOperationException("The weights do not add up.");
    }
}
