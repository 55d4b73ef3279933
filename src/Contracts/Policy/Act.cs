namespace PartyRealtime.Contracts.Policy;

/// <summary>
/// What an endpoint lets a person do. Every endpoint names one; <see cref="ActTable"/> says who may. Whether the act
/// fits the state of its document is the workflow's business.
/// </summary>
public enum Act
{
    /// <summary>What anyone may read: health, the description of the API, the client's own files.</summary>
    ReadPublic = 1,
    SignIn = 2,
    ReadOwnSession = 3,
    EndOwnSession = 4,
    SetPreferences = 5,
    ReadInbox = 6,
    MarkInbox = 7,
    SendNote = 8,
    Listen = 9,
    ReadOrganisation = 10,
    ReadDocument = 11,
    ReadBoard = 12,
    ReadRegister = 13,
    Search = 14,
    ReadCommand = 15,
    AbandonCommand = 16,
    UploadFile = 17,
    ComposeDocument = 18,
    ReviewDocument = 19,
    SignDocument = 20,
    NumberDocument = 21,
    IssueDocument = 22,
    OpenDelivery = 23,
    RegisterDelivery = 24,
    AssignDelivery = 25,
    HandleStep = 26,

    /// <summary>Nodes and measurements; never a document's content.</summary>
    Operate = 27,
    RecallDocument = 28,
    AnswerRecall = 29,
    LinkDocument = 30,
    RemindUnits = 31,

    /// <summary>A ticket for one draft's text; what may be done with it says the draft.</summary>
    JoinDraft = 32,

    /// <summary>The socket that a draft is edited over. It carries no session: a ticket opens each draft on it.</summary>
    OpenDraftSocket = 33,

    /// <summary>To tell a node to stop.</summary>
    DrainNode = 34,

    /// <summary>To take a node's drain back.</summary>
    ResumeNode = 56,

    /// <summary>To comment and to suggest in a draft's text; in which one, and what, says the draft.</summary>
    DiscussDraft = 35,

    /// <summary>To have a file read as a text; nothing is kept of it.</summary>
    ReadWordFile = 40,

    /// <summary>To keep a draft as it stands under a name; the draft says whose it is to do.</summary>
    NameVersion = 45,

    /// <summary>Who holds which seat in the units that one manages.</summary>
    ReadStaff = 50,

    /// <summary>To give a seat to somebody, and to end a holding.</summary>
    ManageStaff = 51,

    /// <summary>To disable an account, and to enable it; whose, says <see cref="StaffScope"/>.</summary>
    SwitchAccount = 52,

    /// <summary>To set one's own password.</summary>
    ChangePassword = 53,
}
