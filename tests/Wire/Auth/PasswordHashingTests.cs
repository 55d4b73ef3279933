using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Auth;

namespace PartyRealtime.WireTests.Auth;

public sealed class PasswordHashingTests
{
    [Fact]
    public async Task More_than_may_wait_are_told_to_come_back_and_the_others_are_answered()
    {
        using var hashing = new PasswordHashing();
        var hash = hashing.Hash("đúng");
        var answers = await Task.WhenAll(Enumerable.Range(0, PasswordHashing.WaitingMax + 20)
            .Select(_ => hashing.Verify(hash, "đúng", CancellationToken.None)));
        Assert.Equal(PasswordHashing.WaitingMax, answers.Count(answer => answer.IsOk && answer.Value));
        Assert.Equal(20, answers.Count(answer => answer.Refusal?.Code == RefusalCode.Busy));
        Assert.True((await hashing.Verify(hash, "đúng", CancellationToken.None)).Value);
    }

    [Fact]
    public async Task Without_a_hash_the_answer_is_no()
    {
        using var hashing = new PasswordHashing();
        Assert.False((await hashing.Verify(null, "gì cũng được", CancellationToken.None)).Value);
    }
}
