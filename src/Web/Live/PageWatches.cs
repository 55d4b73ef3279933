using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Streams;

namespace PartyRealtime.Web.Live;

/// <summary>
/// The document pages that are open on this node. An act elsewhere, such as a replacement, gives those who hold a copy no
/// inbox item; their open pages learn of it here. A hint only marks a page; the loop reads where all marked documents
/// stand in one read, at most four times a second, and every open one every few seconds without a hint. Rights to a document
/// end by acts on it that change nobody's session: before a move is told, one more read says who may still know of it.
/// </summary>
internal sealed partial class PageWatches(
    LiveMap map,
    IStreamReads streams,
    ISightReads sight,
    DocumentInterest interest,
    LiveOptions options,
    TimeProvider time,
    ILogger<PageWatches> log) : DocumentWatches<PageWatch>(static id => new PageWatch(id), map, interest)
{
    /// <summary>Documents in one read.</summary>
    private const int DocumentsMax = 1_000;

    /// <summary>Starts to watch: where the document stands is told first, and no position after it is left out.</summary>
    public async Task<bool> Watch(string connection, Actor person, DocumentId document, CancellationToken cancellation)
    {
        var watch = Join(connection, person, document);
        var position = await streams.Head(document.Stream, cancellation);
        watch.Begin(position);
        watch.Touch();
        Say(connection, client => client.DocumentChanged(new DocumentChanged(document, position)));
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.BoardPeriodMin, time);
        var lookedAtAll = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var all = time.GetElapsedTime(lookedAtAll) >= options.BoardPollPeriod;
            if (all)
                lookedAtAll = time.GetTimestamp();
            foreach (var watches in Open.Where(watch => all || watch.IsTouched).Chunk(DocumentsMax))
                await Look(watches, stoppingToken);
        }
    }

    private async Task Look(PageWatch[] watches, CancellationToken stopping)
    {
        try
        {
            foreach (var watch in watches)
                watch.Untouch();
            var heads = await streams.Heads([.. watches.Select(watch => watch.Document.Stream)], stopping);
            PageWatch[] moved = [.. watches.Where(watch => heads.TryGetValue(watch.Document.Stream, out var position) && watch.IsBefore(position))];
            if (moved.Length == 0)
                return;
            await CloseToStrangers(moved, stopping);
            foreach (var watch in moved)
            {
                var position = heads[watch.Document.Stream];
                watch.Told(position);
                SayToAll(watch, client => client.DocumentChanged(new DocumentChanged(watch.Document, position)));
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The store is away: the documents are compared again in the next period.
            LookFailed(error.GetType().Name);
        }
    }

    /// <summary>Who may not open a page any more is told that, and nothing after it.</summary>
    private async Task CloseToStrangers(PageWatch[] moved, CancellationToken stopping)
    {
        var watchers = moved.SelectMany(watch => watch.Watchers.Select(watcher => (watch.Document, watcher.Person, watcher.Connection))).ToList();
        var allowed = await sight.MaySee([.. watchers.Select(watcher => (watcher.Document, watcher.Person))], stopping);
        foreach (var (watcher, _) in watchers.Zip(allowed).Where(pair => !pair.Second))
        {
            Unwatch(watcher.Connection, watcher.Document);
            Say(watcher.Connection, client => client.DocumentClosed(new DocumentClosed(watcher.Document)));
        }
    }

    [LoggerMessage(5104, LogLevel.Warning, "Where open documents stand could not be read: {Error}")]
    private partial void LookFailed(string error);
}
