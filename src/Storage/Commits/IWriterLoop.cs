namespace PartyRealtime.Storage.Commits;

/// <summary>The running half of a writer: started once the schema stands, stopped with the process.</summary>
internal interface IWriterLoop
{
    void Start();

    /// <summary>Takes no more commands, writes what is queued, and ends.</summary>
    Task Stop();
}
