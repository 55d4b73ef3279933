using System.Collections.Frozen;
using R = PartyRealtime.Contracts.Refusals.Recourse;

namespace PartyRealtime.Contracts.Refusals;

/// <summary>The one table of refusals: code → HTTP status (RFC 9110) → recourse.</summary>
public static class RefusalTable
{
    private static readonly FrozenDictionary<RefusalCode, (int Status, R Recourse)> Rows =
        new Dictionary<RefusalCode, (int, R)>
        {
            [RefusalCode.NotInScope] = (404, R.Final),
            [RefusalCode.SignInRequired] = (401, R.MustSignIn),
            [RefusalCode.SignInFailed] = (401, R.Final),
            [RefusalCode.StepUpRequired] = (403, R.MustSignIn),
            [RefusalCode.TooManyRequests] = (429, R.MayRetry),
            [RefusalCode.NotAllowedNow] = (409, R.MustReload),
            [RefusalCode.NotYourRole] = (403, R.Final),
            [RefusalCode.FieldMissing] = (400, R.Final),
            [RefusalCode.FieldTooLong] = (400, R.Final),
            [RefusalCode.FieldInvalid] = (400, R.Final),
            [RefusalCode.TypeNotAllowed] = (422, R.Final),
            [RefusalCode.NoRecipients] = (400, R.Final),
            [RefusalCode.TooManyRecipients] = (400, R.Final),
            [RefusalCode.UnknownUnit] = (400, R.Final),
            [RefusalCode.UnitDoesNotReceive] = (422, R.Final),
            [RefusalCode.RecipientCountDiffers] = (409, R.MustReload),
            [RefusalCode.AssigneeNotAllowed] = (422, R.Final),
            [RefusalCode.LeadMissing] = (400, R.Final),
            [RefusalCode.UnknownFile] = (400, R.Final),
            [RefusalCode.FileTooLarge] = (413, R.Final),
            [RefusalCode.FileTypeDiffers] = (415, R.Final),
            [RefusalCode.CommandIdMissing] = (400, R.Final),
            [RefusalCode.CommandIdReused] = (409, R.Final),
            [RefusalCode.CommandAbandoned] = (409, R.Final),
            [RefusalCode.ChangedMeanwhile] = (409, R.MustReload),
            [RefusalCode.TopSecretRefused] = (422, R.Final),
            [RefusalCode.OriginRefused] = (403, R.Final),
            [RefusalCode.UnknownOutcome] = (503, R.MayRetry),
            [RefusalCode.Unavailable] = (503, R.MayRetry),
            [RefusalCode.Busy] = (503, R.MayRetry),
            [RefusalCode.Malformed] = (400, R.Final),
            [RefusalCode.NothingToRemind] = (409, R.MustReload),
            [RefusalCode.LastReadyNode] = (409, R.Final),
            [RefusalCode.OldWordFile] = (415, R.Final),
            [RefusalCode.EncryptedFile] = (415, R.Final),
            [RefusalCode.BrokenFile] = (400, R.Final),
            [RefusalCode.ContentTooLarge] = (413, R.Final),
            [RefusalCode.TooManyVersions] = (422, R.Final),
            [RefusalCode.NothingToChange] = (409, R.MustReload),
            [RefusalCode.TooMany] = (400, R.Final),
            [RefusalCode.TextChanged] = (409, R.MustReload),
        }.ToFrozenDictionary();

    public static int HttpStatus(RefusalCode code) => Rows[Known(code)].Status;

    public static R Recourse(RefusalCode code) => Rows[Known(code)].Recourse;

    /// <summary>
    /// The code itself. One that only a newer version has, which a grain of that version gives while nodes are replaced one by
    /// one, is Unavailable: nothing was changed, and soon this node has that version too.
    /// </summary>
    public static RefusalCode Known(RefusalCode code) => Rows.ContainsKey(code) ? code : RefusalCode.Unavailable;
}
