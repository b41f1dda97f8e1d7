using System.Buffers;
using System.Net;
using System.Net.Http.Json;
using BenchmarkDotNet.Attributes;
using Specwright.Benchmarks.Generated;
using Specwright.Benchmarks.Json.Annotated;
using Specwright.Benchmarks.Json.ByHand;

namespace Specwright.Benchmarks.Calls;

/// <summary>One call over loopback, from the method to the object: ours against <see cref="HttpClient"/> and the loop written by hand (the baseline), and against what most programs do.</summary>
[MemoryDiagnoser]
public class CallBenchmarks
{
    private LedgerServerProcess _server = null!;
    private LedgerClient _client = null!;
    private HttpClient _httpClient = null!;
    private Uri _address = null!;

    /// <summary>0.25 KB, 25 KB, 1 MB.</summary>
    public static IEnumerable<int> Lengths => [1, 100, 4_000];

    /// <summary>In the answer.</summary>
    [ParamsSource(nameof(Lengths))]
    public int Transactions { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _server = new LedgerServerProcess();
        _client = LedgerClient.Create(new LedgerOptions { BaseAddress = new Uri($"{_server.Address}{Transactions}") });
        // What the clients' own handler asks of the wire: the baseline asks the same.
        _httpClient = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All });
        _address = new Uri($"{_server.Address}{Transactions}/transactions");
    }

    [GlobalCleanup]
    public void Stop()
    {
        _httpClient.Dispose();
        _server.Dispose();
    }

    /// <summary>As somebody in a hurry for speed writes it: one pooled array of the announced length, and no care for anything else.</summary>
    [Benchmark(Baseline = true, Description = "HttpClient, pooled array, loop written by hand")]
    public async Task<TransactionPage> ByHand()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _address);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using var response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var length = (int)response.Content.Headers.ContentLength!.Value;
        var body = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            await stream.ReadExactlyAsync(body.AsMemory(0, length)).ConfigureAwait(false);
            return TransactionPageByHand.Read(body.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    [Benchmark(Description = "Specwright")]
    public Task<TransactionPage> Specwright() => _client.ListTransactionsAsync();

    [Benchmark(Description = "HttpClient, System.Text.Json source generator")]
    public Task<AnnotatedPage?> SourceGenerated() => _httpClient.GetFromJsonAsync(_address, AnnotatedContext.Default.AnnotatedPage);
}
