namespace PartyRealtime.Web.Drafting;

/// <summary>
/// Which of a visit's updates are answered by "saved" at once. A client of Hocuspocus counts up by one for each update, down
/// by one for each "saved", and calls everything saved at none. With every first step its count begins anew at one, for the
/// second step that will hold everything; updates that it sends in between are partly ones that it made before, while it had
/// no connection, and no longer counts. A "saved" for those would be taken for one of the second step, whose text may still
/// be on its way. So what comes between the steps is answered only when the client has been silent for a while: then all
/// its text is here, and one "saved" too many changes nothing.
/// </summary>
internal sealed class SavedWords(TimeProvider time)
{
    /// <summary>Given back in one go; more would fill the socket's queue.</summary>
    public const int OwedAtOnceMax = 200;

    /// <summary>Nothing came for so long: what the client typed last is here, over any line that one can write on.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private bool _isBetweenSteps;
    private int _underWay;
    private int _doubtful;
    private int _owed;
    private long _tookAt;

    /// <summary>The client has sent a first step and is asked for its second.</summary>
    public void Asked()
    {
        lock (_lock)
        {
            _isBetweenSteps = true;
            _doubtful = _underWay;
        }
    }

    /// <summary>An update has come, or the second step.</summary>
    public void Took(bool isSecondStep)
    {
        lock (_lock)
        {
            _tookAt = time.GetTimestamp();
            _underWay++;
            if (isSecondStep)
                _isBetweenSteps = false;
            else if (_isBetweenSteps)
                _doubtful++;
        }
    }

    /// <summary>One of them, in the order they came, is durable or was not taken. True when a "saved" is to be sent.</summary>
    public bool Answered(bool isSaved)
    {
        lock (_lock)
        {
            _underWay--;
            if (_doubtful == 0)
                return isSaved;
            _doubtful--;
            _owed += isSaved ? 1 : 0;
            return false;
        }
    }

    /// <summary>How many times "saved" is to be sent now for what came between the steps; the others later.</summary>
    public int Release()
    {
        lock (_lock)
        {
            if (_owed == 0 || _underWay > 0 || _isBetweenSteps || time.GetElapsedTime(_tookAt) < Silence)
                return 0;
            var released = Math.Min(_owed, OwedAtOnceMax);
            _owed -= released;
            return released;
        }
    }
}
