using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Specwright.Benchmarks.Json.Annotated;
using Specwright.StartUp.Generated;

// The first call of a process, in one of the ways that are compared. Prints how long it took, in milliseconds.
if (args is not [var way, var address])
{
    Console.Error.WriteLine("Usage: specwright|context|reflection|bytes <base address>");
    return 2;
}

var started = Stopwatch.GetTimestamp();
var read = way switch
{
    "specwright" => await SpecwrightAsync(address),
    "context" => await ContextAsync(address),
#if !NATIVE
    "reflection" => await ReflectionAsync(address),
#endif
    "bytes" => await BytesAsync(address),
    _ => 0,
};
Console.WriteLine(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
return read > 0 ? 0 : 1;

static async Task<int> SpecwrightAsync(string address)
{
    var client = LedgerClient.Create(new LedgerOptions { BaseAddress = new Uri(address) });
    return (await client.ListTransactionsAsync()).Data.Count;
}

static async Task<int> ContextAsync(string address)
{
    using var client = new HttpClient();
    return (await client.GetFromJsonAsync(new Uri(address + "/transactions"), AnnotatedContext.Default.AnnotatedPage))!.Data.Count;
}

#if !NATIVE
static async Task<int> ReflectionAsync(string address)
{
    using var client = new HttpClient();
    return (await client.GetFromJsonAsync<AnnotatedPage>(new Uri(address + "/transactions")))!.Data.Count;
}
#endif

static async Task<int> BytesAsync(string address)
{
    using var client = new HttpClient();
    return (await client.GetByteArrayAsync(new Uri(address + "/transactions"))).Length;
}
