using System.Reflection;
using Orleans.Serialization.Invocation;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.ClusterTests.Nodes;

/// <summary>A command whose grain's silo went away is sent again by the edge itself, and says so.</summary>
public sealed class SecondSendingTests
{
    [Fact]
    public async Task A_command_that_is_sent_again_says_that_it_was_sent_before()
    {
        var (call, sent) = Call(new CommandContext(new CommandKey(new OfficialId(1), new CommandId(Guid.NewGuid())), [1], Actor.System), failures: 2);
        await new SecondSending(TimeProvider.System).Invoke(call);
        Assert.Equal([false, true, true], sent.Select(argument => ((CommandContext)argument).SentBefore));
    }

    [Fact]
    public async Task Anything_else_is_its_callers_own_business()
    {
        var (call, sent) = Call("no command", failures: 1);
        await Assert.ThrowsAsync<SiloUnavailableException>(() => new SecondSending(TimeProvider.System).Invoke(call));
        Assert.Single(sent);
    }

    /// <summary>A call with this argument, to a silo that is away so many times; what was sent.</summary>
    private static (IOutgoingGrainCallContext Call, List<object> Sent) Call(object argument, int failures)
    {
        var sent = new List<object>();
        var request = Faked<IInvokable>((method, arguments) => method switch
        {
            nameof(IInvokable.GetArgumentCount) => 1,
            nameof(IInvokable.GetArgument) => argument,
            nameof(IInvokable.SetArgument) => argument = arguments![1]!,
            _ => throw new NotSupportedException(method),
        });
        var call = Faked<IOutgoingGrainCallContext>((method, _) => method switch
        {
            "get_Request" => request,
            nameof(IOutgoingGrainCallContext.Invoke) => Sending(),
            _ => throw new NotSupportedException(method),
        });
        return (call, sent);

        Task Sending()
        {
            sent.Add(argument);
            return sent.Count > failures ? Task.CompletedTask : Task.FromException(new SiloUnavailableException());
        }
    }

    private static T Faked<T>(Func<string, object?[]?, object?> answer)
        where T : class
    {
        var fake = DispatchProxy.Create<T, Fake>();
        ((Fake)(object)fake).Answer = answer;
        return fake;
    }

    /// <summary>Answers every member by its name.</summary>
    public class Fake : DispatchProxy
    {
        public Func<string, object?[]?, object?> Answer { get; set; } = (_, _) => null;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Answer(targetMethod!.Name, args);
    }
}
