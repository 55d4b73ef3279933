using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Drafting;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>The files of one person take one of the node's places.</summary>
public sealed class WordGateTests
{
    [Fact]
    public async Task The_second_file_of_a_person_waits_for_the_first_and_keeps_nobody_else_waiting()
    {
        using var gate = new WordGate(TimeSpan.FromMilliseconds(50));
        await using SlowFile first = new(), other = new();
        var running = Task.Run(() => gate.Read(new OfficialId(1), first, CancellationToken.None), TestContext.Current.CancellationToken);
        await first.Begun;

        Assert.Equal(RefusalCode.Busy, (await gate.Read(new OfficialId(1), Stream.Null, CancellationToken.None)).Refusal?.Code);
        var beside = Task.Run(() => gate.Read(new OfficialId(2), other, CancellationToken.None), TestContext.Current.CancellationToken);
        await other.Begun;

        first.End();
        other.End();
        foreach (var read in await Task.WhenAll(running, beside))
            Assert.NotEqual(RefusalCode.Busy, read.Refusal?.Code);
        Assert.NotEqual(RefusalCode.Busy, (await gate.Read(new OfficialId(1), Stream.Null, CancellationToken.None)).Refusal?.Code);
    }

    /// <summary>Is read until the test lets it end; there is no Word text in it.</summary>
    private sealed class SlowFile : MemoryStream
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _end = new();

        public SlowFile()
            : base(new byte[64])
        {
        }

        /// <summary>Somebody reads.</summary>
        public Task Begun => _begun.Task;

        public void End() => _end.Set();

        public override int Read(byte[] buffer, int offset, int count)
        {
            Wait();
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            Wait();
            return base.Read(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            _end.Dispose();
            base.Dispose(disposing);
        }

        private void Wait()
        {
            _begun.TrySetResult();
            _end.Wait();
        }
    }
}
