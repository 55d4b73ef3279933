using System.Collections.Frozen;
using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Policy;

/// <summary>The policy as one table: deny by default, an act without a line is a bug that stops the start.</summary>
public static class ActTable
{
    private static readonly ImmutableArray<SeatRole> Anyone = [];

    /// <summary>Who handles documents; the operator does not.</summary>
    private static readonly ImmutableArray<SeatRole> Office = [SeatRole.Clerk, SeatRole.Leader, SeatRole.Specialist, SeatRole.UnitAdmin];

    private static readonly ImmutableArray<SeatRole> Writers = [SeatRole.Specialist, SeatRole.Leader, SeatRole.Clerk];

    private static readonly ImmutableArray<SeatRole> Clerks = [SeatRole.Clerk];

    private static readonly ImmutableArray<SeatRole> Leaders = [SeatRole.Leader];

    private static readonly ImmutableArray<SeatRole> Operators = [SeatRole.Operator];

    private static readonly ImmutableArray<SeatRole> Admins = [SeatRole.UnitAdmin];

    /// <summary>Every line, in the order of the acts.</summary>
    public static ImmutableArray<ActRule> Rules { get; } =
    [
        new(Act.ReadPublic, NeedsSession: false, Anyone, IsCommand: false),
        new(Act.SignIn, NeedsSession: false, Anyone, IsCommand: false),
        Read(Act.ReadOwnSession, Anyone),
        Read(Act.EndOwnSession, Anyone),
        Command(Act.SetPreferences, Anyone),
        Read(Act.ReadInbox, Anyone),
        Command(Act.MarkInbox, Anyone),
        Command(Act.SendNote, Anyone),
        Read(Act.Listen, Anyone),
        Read(Act.ReadOrganisation, Anyone),
        Read(Act.ReadDocument, Office),
        Read(Act.ReadBoard, Office),
        Read(Act.ReadRegister, [SeatRole.Clerk, SeatRole.Leader]),
        Read(Act.Search, Office),
        Read(Act.ReadCommand, Anyone),
        Read(Act.AbandonCommand, Anyone),
        Read(Act.UploadFile, Writers),
        Command(Act.ComposeDocument, Writers),
        Command(Act.ReviewDocument, Writers),
        Command(Act.SignDocument, Leaders),
        Command(Act.NumberDocument, Clerks),
        Command(Act.IssueDocument, Clerks),
        Command(Act.OpenDelivery, Office),
        Command(Act.RegisterDelivery, Clerks),
        Command(Act.AssignDelivery, Leaders),
        Command(Act.HandleStep, Office),
        Command(Act.RecallDocument, Clerks),
        Command(Act.AnswerRecall, Clerks),
        Command(Act.LinkDocument, Clerks),
        Command(Act.RemindUnits, Clerks),
        Read(Act.JoinDraft, Office),
        new(Act.OpenDraftSocket, NeedsSession: false, Anyone, IsCommand: false),
        Read(Act.Operate, Operators),
        Command(Act.DrainNode, Operators),
        Command(Act.ResumeNode, Operators),
        Command(Act.DiscussDraft, Office),
        Read(Act.ReadWordFile, Office),
        Command(Act.NameVersion, Office),
        Read(Act.ReadStaff, Admins),
        Command(Act.ManageStaff, Admins),
        Command(Act.SwitchAccount, [SeatRole.UnitAdmin, SeatRole.Operator]),
        Command(Act.ChangePassword, Anyone),
    ];

    private static readonly FrozenDictionary<Act, ActRule> ByAct = Rules.ToFrozenDictionary(rule => rule.Act);

    /// <summary>The act's line.</summary>
    public static ActRule Of(Act act) => ByAct[act];

    private static ActRule Read(Act act, ImmutableArray<SeatRole> roles) => new(act, NeedsSession: true, roles, IsCommand: false);

    private static ActRule Command(Act act, ImmutableArray<SeatRole> roles) => new(act, NeedsSession: true, roles, IsCommand: true);
}
