using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Acme;
using Specwright.Testing;
using Specwright.Tests.Responses;

namespace Specwright.Tests.Requests;

/// <summary>The time limit of a call serves later calls. None of them may notice, so the bodies here look at the token that they are read with.</summary>
public class TimeLimitTests
{
    private static readonly TimeSpan LongerThanAnyTest = TimeSpan.FromSeconds(30);

    private readonly AcmeOptions _options = new() { BearerAuth = "t0ken-value" };
    private readonly AcmeClient _client;

    /// <summary>While a body is read, with the token of its call.</summary>
    private Func<CancellationToken, Task> _reading = static _ => Task.CompletedTask;

    public TimeLimitTests()
        => _client = AcmeClient.Create(_options, new StubHandler(request => new HttpResponseMessage
        {
            Content = new StreamContent(new WatchedBody(request.RequestUri!.Segments[^1], token => _reading(token))),
        }));

    [Fact]
    public async Task CallAfterAnother_HasItsTimeLimit()
        => Assert.Equal(await TokenOfCallAsync(), await TokenOfCallAsync());

    [Fact]
    public async Task TimeLimitThatServesAgain_CountsForItsCallAndForNoneAfterIt()
    {
        var first = await TokenOfCallAsync();
        _options.Timeout = TimeSpan.FromMilliseconds(1);

        CancellationToken second = default;
        _reading = async token =>
        {
            second = token;
            await EndOf(token);
        };
        var error = await Assert.ThrowsAsync<ApiException>(() => _client.GetOrderAsync("1"));

        Assert.Equal("getOrder: the answer did not end within 0.001 s", error.Message);
        Assert.Equal(first, second);
        _options.Timeout = LongerThanAnyTest;
        Assert.NotEqual(first, await TokenOfCallAsync());
    }

    [Fact]
    public async Task CallersCancellation_EndsTheirCallAlone()
    {
        var first = await TokenOfCallAsync();
        using var caller = new CancellationTokenSource();
        _reading = async token =>
        {
            await caller.CancelAsync();
            await EndOf(token);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.GetOrderAsync("1", cancellationToken: caller.Token));

        Assert.NotEqual(first, await TokenOfCallAsync());
    }

    [Fact]
    public async Task CancellationThatCameTooLateForItsCall_EndsNoLaterOne()
    {
        using var caller = new CancellationTokenSource();
        _reading = async token =>
        {
            // The body is there all the same.
            await caller.CancelAsync();
            Assert.True(token.IsCancellationRequested);
        };
        await _client.GetOrderAsync("1", cancellationToken: caller.Token);

        _reading = static token =>
        {
            Assert.False(token.IsCancellationRequested);
            return Task.CompletedTask;
        };
        await _client.GetOrderAsync("1");
    }

    [Fact]
    public async Task CallerOfAnEarlierCall_EndsNoLaterOne()
    {
        using var earlier = new CancellationTokenSource();
        var first = await TokenOfCallAsync(earlier.Token);
        _reading = token =>
        {
            Assert.Equal(first, token);
            earlier.Cancel();
            Assert.False(token.IsCancellationRequested);
            return Task.CompletedTask;
        };

        await _client.GetOrderAsync("1");
    }

    [Fact]
    public async Task WhatABodyLeftAtTheToken_HearsOfNoLaterCall()
    {
        var isCalled = false;
        _reading = token =>
        {
            token.Register(() => isCalled = true);
            return Task.CompletedTask;
        };
        await _client.GetOrderAsync("1");

        using var caller = new CancellationTokenSource();
        _reading = async token =>
        {
            await caller.CancelAsync();
            await EndOf(token);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.GetOrderAsync("1", cancellationToken: caller.Token));

        Assert.False(isCalled);
    }

    [Fact]
    public async Task TwoCallsAtOnce_HaveALimitEach()
    {
        await TokenOfCallAsync();
        CancellationToken inner = default;
        var outer = await TokenOfCallAsync(default, async () => inner = await TokenOfCallAsync());
        Assert.NotEqual(outer, inner);
    }

    [Fact]
    public async Task ManyCallsAtOnce_HaveALimitAndAnAnswerEach()
    {
        var inUse = new ConcurrentDictionary<CancellationToken, bool>();
        _reading = async token =>
        {
            Assert.True(inUse.TryAdd(token, true), "Two calls have one time limit.");
            await Task.Yield();
            Assert.False(token.IsCancellationRequested);
            inUse.TryRemove(token, out _);
        };

        // Each caller gives up as soon as it has its answer, which nobody else may notice. More callers than limits are kept.
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            await Task.Yield();
            for (var call = 0; call < 20; call++)
            {
                using var caller = new CancellationTokenSource();
                var order = await _client.GetOrderAsync($"{number}-{call}", cancellationToken: caller.Token);
                Assert.Equal($"{number}-{call}", order.OrderId);
                await caller.CancelAsync();
            }
        }));
    }

    [Fact]
    public async Task CallsOfDifferentLimits_EndEachWithItsOwn()
    {
        // One timer serves them: set for the longest first, it must be set anew for each shorter one, and again when that has ended.
        _reading = EndOf;
        var calls = new[] { 40, 20, 1 }.Select(milliseconds =>
        {
            _options.Timeout = TimeSpan.FromMilliseconds(milliseconds);
            return _client.GetOrderAsync("1");
        }).ToList();

        foreach (var call in calls)
        {
            var error = await Assert.ThrowsAsync<ApiException>(() => call);
            Assert.IsType<TimeoutException>(error.InnerException);
        }
    }

    [Fact]
    public async Task ManyCallsAtOnceThatHang_AllEnd()
    {
        _options.Timeout = TimeSpan.FromMilliseconds(20);
        _reading = EndOf;

        // More than limits are shared.
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            var error = await Assert.ThrowsAsync<ApiException>(() => _client.GetOrderAsync("1"));
            Assert.IsType<TimeoutException>(error.InnerException);
        }));

        _options.Timeout = LongerThanAnyTest;
        _reading = static _ => Task.CompletedTask;
        Assert.Equal(await TokenOfCallAsync(), await TokenOfCallAsync());
    }

    [Fact]
    public async Task WithoutALimit_TheCallerEndsTheCall()
    {
        _options.Timeout = Timeout.InfiniteTimeSpan;
        using var caller = new CancellationTokenSource();
        _reading = async token =>
        {
            // Another call ends by its limit meanwhile: the timer has looked at this one, too.
            _options.Timeout = TimeSpan.FromMilliseconds(1);
            _reading = EndOf;
            await Assert.ThrowsAsync<ApiException>(() => _client.GetOrderAsync("2"));
            Assert.False(token.IsCancellationRequested);

            await caller.CancelAsync();
            await EndOf(token);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.GetOrderAsync("1", cancellationToken: caller.Token));
    }

    [Fact]
    public async Task ClientThatNobodyHasAnyMore_IsNotKeptUntilItsTimerIsDue()
    {
        var limit = await CallOfAnotherClientAsync();

        // What the call left on the stack or in a continuation goes within a few rounds.
        for (var round = 0; round < 50 && limit.IsAlive; round++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(limit.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static async Task<WeakReference> CallOfAnotherClientAsync()
        {
            // The limit itself cannot be seen; it alone holds this.
            return new WeakReference((await new TimeLimitTests().TokenOfCallAsync()).WaitHandle);
        }
    }

    [Fact]
    public async Task OpenBody_KeepsItsLimitFromOthers()
    {
        var body = new WatchedContent();
        var opened = await OpenBody.OpenAsync(
            new HttpClient(new StubHandler(_ => new HttpResponseMessage { Content = body })), _options, new ApiTelemetry("x"), static content => content.ReadStream(), static _ => true);
        await using (opened.Body)
        {
            Assert.NotEqual(body.OpenedWith, await TokenOfCallAsync());
        }
    }

    [Fact]
    public async Task AnotherClock_TakesNoLimitOfTheSystems()
    {
        await TokenOfCallAsync();
        var time = new ManualTimeProvider();
        _options.TimeProvider = time;
        _reading = token =>
        {
            time.Advance(_options.Timeout);
            return EndOf(token);
        };

        var error = await Assert.ThrowsAsync<ApiException>(() => _client.GetOrderAsync("1"));

        Assert.IsType<TimeoutException>(error.InnerException);
    }

    private async Task<CancellationToken> TokenOfCallAsync(CancellationToken caller = default, Func<Task>? meanwhile = null)
    {
        CancellationToken used = default;
        var reading = _reading;
        _reading = async token =>
        {
            used = token;
            _reading = reading;
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
        };
        await _client.GetOrderAsync("1", cancellationToken: caller);
        return used;
    }

    /// <summary>Until the token ends it; a token that does not is a failure, not an endless test.</summary>
    private static async Task EndOf(CancellationToken token)
    {
        await Task.Delay(LongerThanAnyTest, token);
        Assert.Fail("The token did not end the call.");
    }

    private sealed class WatchedBody(string orderId, Func<CancellationToken, Task> reading)
        : MemoryStream(Encoding.UTF8.GetBytes($$"""{"orderId":"{{orderId}}","amount":1}"""))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == 0)
            {
                await reading(cancellationToken);
            }

            return await base.ReadAsync(buffer, CancellationToken.None);
        }
    }

    private sealed class WatchedContent : HttpContent
    {
        public CancellationToken OpenedWith { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
        {
            OpenedWith = cancellationToken;
            return Task.FromResult<Stream>(new MemoryStream());
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
