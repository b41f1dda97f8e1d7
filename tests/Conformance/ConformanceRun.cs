namespace Specwright.Conformance;

/// <summary>Takes one document all the way: an independent reading, a generated client, and calls of every operation.</summary>
internal static class ConformanceRun
{
    /// <param name="slug">The name of the document.</param>
    /// <param name="path">Its file, for the form of the text.</param>
    /// <param name="text">Of the description.</param>
    /// <param name="wrongPatterns">Patterns that the document itself does not keep to.</param>
    /// <param name="alter">Changes the generated text: how the checks themselves are tested.</param>
    public static async Task<ConformanceResult> TakeAsync(string slug, string path, string text, IReadOnlyCollection<string> wrongPatterns, Func<string, string>? alter = null)
    {
        IndependentDocument document;
        try
        {
            document = await IndependentDocument.ReadAsync(text, Path.GetExtension(path) == ".json", wrongPatterns).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new ConformanceResult { Slug = slug, Failures = [new(slug, "*", FailureKind.NotGenerated, OneLine($"independent reader: {exception.GetType().Name}: {exception.Message}"))] };
        }

        try
        {
            using var wire = new CheckingHandler(document);
            var client = GeneratedClient.Load(path, text, wire, alter);
            return await CallAsync(slug, document, client, wire).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One document that the checks themselves stumble over is a row of the table, and the others are still called.
            return new ConformanceResult { Slug = slug, Reader = document.Reader, Operations = document.Operations.Count, Failures = [new(slug, "*", FailureKind.NotGenerated, OneLine($"{exception.GetType().Name}: {exception.Message}"))] };
        }
    }

    private static async Task<ConformanceResult> CallAsync(string slug, IndependentDocument document, GeneratedClient client, CheckingHandler wire)
    {
        var methods = client.Methods.GroupBy(method => $"{method.Operation.Method} {method.Operation.PathTemplate}", StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var failures = new List<OperationFailure>();
        var (called, calls, valid, readable, equal) = (0, 0, 0, 0, 0);
        var (errors, equalErrors, sequences, equalSequences, trees) = (0, 0, 0, 0, 0);
        foreach (var operation in document.Operations)
        {
            if (!methods.TryGetValue(operation.Name, out var same))
            {
                failures.Add(new(slug, operation.Name, FailureKind.NotGenerated, "the client has no such operation"));
                continue;
            }

            // An operation that offers a sequence and something else has a method for each.
            var found = new List<Failure>();
            var made = 0;
            foreach (var method in same)
            {
                var run = new OperationRun(document, client, wire, operation, method);
                var own = await run.RunAsync().ConfigureAwait(false);
                found.AddRange(own);
                made += run.Calls;
                errors += run.Errors;
                equalErrors += run.EqualErrors;
                trees += run.XmlTrees;
                sequences += method.GivesItems && run.Calls > 0 ? 1 : 0;
                equalSequences += method.GivesItems && run.Calls > 0 && !own.Any(failure => failure.Kind is FailureKind.Answer or FailureKind.RoundTrip) ? 1 : 0;
            }

            calls += made;
            called += made > 0 ? 1 : 0;
            var kinds = found.Select(failure => failure.Kind).ToHashSet();
            var isValid = made > 0 && !kinds.Any(kind => kind is not (FailureKind.Answer or FailureKind.RoundTrip or FailureKind.Error));
            var isReadable = made > 0 && !kinds.Overlaps([FailureKind.Answer, FailureKind.NoSample, FailureKind.Argument, FailureKind.Call]);
            valid += isValid ? 1 : 0;
            readable += isReadable ? 1 : 0;
            equal += isReadable && !kinds.Contains(FailureKind.RoundTrip) ? 1 : 0;
            failures.AddRange(found.GroupBy(failure => failure.Kind).Select(group => new OperationFailure(slug, operation.Name, group.Key, OneLine(group.First().Message))));
        }

        var (webhooks, equalWebhooks) = await ReadAsync(slug, document, client, failures).ConfigureAwait(false);
        return new ConformanceResult
        {
            Slug = slug,
            Reader = document.Reader,
            Operations = document.Operations.Count,
            Errors = errors,
            EqualErrors = equalErrors,
            Sequences = sequences,
            EqualSequences = equalSequences,
            Webhooks = webhooks,
            EqualWebhooks = equalWebhooks,
            XmlTrees = trees,
            Called = called,
            Calls = calls,
            ValidRequests = valid,
            ReadableAnswers = readable,
            EqualRoundTrips = equal,
            LeftOutPatterns = document.LeftOutPatterns,
            Failures = failures,
        };
    }

    /// <summary>Reads the requests that the server sends.</summary>
    private static async Task<(int All, int Equal)> ReadAsync(string slug, IndependentDocument document, GeneratedClient client, List<OperationFailure> failures)
    {
        var (all, equal) = (0, 0);
        foreach (var run in document.Webhooks.Select(webhook => new WebhookRun(document, client, webhook)).Where(run => run.IsReadable))
        {
            var found = await run.RunAsync().ConfigureAwait(false);
            all++;
            equal += found.Count == 0 ? 1 : 0;
            failures.AddRange(found.GroupBy(failure => failure.Kind).Select(group => new OperationFailure(slug, run.Name, group.Key, OneLine(group.First().Message))));
        }

        return (all, equal);
    }

    private static string OneLine(string text)
    {
        var line = text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
        return line.Length <= 300 ? line : line[..300] + "…";
    }
}
