using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Web.Drafting;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>A client that counts as Hocuspocus does never comes to nothing while text of its is on its way.</summary>
public sealed class SavedWordsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly SavedWords _words;

    public SavedWordsTests() => _words = new SavedWords(_time);

    [Fact]
    public void After_the_second_step_each_update_is_answered_at_once()
    {
        _words.Asked();
        _words.Took(isSecondStep: true);
        _words.Took(isSecondStep: false);
        Assert.True(_words.Answered(isSaved: true));
        Assert.True(_words.Answered(isSaved: true));
        _words.Took(isSecondStep: false);
        Assert.False(_words.Answered(isSaved: false));
        _time.Advance(SavedWords.Silence);
        Assert.Equal(0, _words.Release());
    }

    [Fact]
    public void What_came_between_the_steps_is_answered_when_the_client_was_silent()
    {
        _words.Asked();
        _words.Took(isSecondStep: false);
        _words.Took(isSecondStep: false);
        Assert.False(_words.Answered(isSaved: true));
        _time.Advance(SavedWords.Silence);
        Assert.Equal(0, _words.Release());

        _words.Took(isSecondStep: true);
        Assert.False(_words.Answered(isSaved: true));
        Assert.True(_words.Answered(isSaved: true));
        Assert.Equal(0, _words.Release());
        _time.Advance(SavedWords.Silence);
        Assert.Equal(2, _words.Release());
        Assert.Equal(0, _words.Release());
    }

    [Fact]
    public void Nothing_late_is_said_while_something_is_on_its_way()
    {
        _words.Asked();
        _words.Took(isSecondStep: false);
        _words.Took(isSecondStep: true);
        _words.Answered(isSaved: true);
        _words.Answered(isSaved: true);
        _words.Took(isSecondStep: false);
        _time.Advance(SavedWords.Silence);
        Assert.Equal(0, _words.Release());
        Assert.True(_words.Answered(isSaved: true));
        Assert.Equal(1, _words.Release());
    }

    [Fact]
    public void A_first_step_in_the_middle_begins_the_count_anew()
    {
        _words.Took(isSecondStep: false);
        _words.Asked();
        _words.Took(isSecondStep: true);
        Assert.False(_words.Answered(isSaved: true));
        Assert.True(_words.Answered(isSaved: true));
        _time.Advance(SavedWords.Silence);
        Assert.Equal(1, _words.Release());
    }

    [Fact]
    public void Many_late_answers_are_given_in_several_goes()
    {
        _words.Asked();
        for (var update = 0; update <= SavedWords.OwedAtOnceMax; update++)
            _words.Took(isSecondStep: false);
        _words.Took(isSecondStep: true);
        for (var update = 0; update <= SavedWords.OwedAtOnceMax; update++)
            Assert.False(_words.Answered(isSaved: true));
        Assert.True(_words.Answered(isSaved: true));
        _time.Advance(SavedWords.Silence);
        Assert.Equal(SavedWords.OwedAtOnceMax, _words.Release());
        Assert.Equal(1, _words.Release());
    }

    /// <summary>Random clients: what one takes for saved is durable, and each comes to nothing in the end.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_the_order_nothing_false_is_said(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
            new CountingClient(random, _time).Live();
    }
}
