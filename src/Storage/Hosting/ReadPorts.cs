using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PartyRealtime.Storage.Deliveries;
using PartyRealtime.Storage.Demo;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Drafting;
using PartyRealtime.Storage.Files;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.Storage.Jobs;
using PartyRealtime.Storage.Nodes;
using PartyRealtime.Storage.Registers;
using PartyRealtime.Storage.Search;
using PartyRealtime.Storage.Streams;

namespace PartyRealtime.Storage.Hosting;

/// <summary>The read ports, one a capability.</summary>
internal static class ReadPorts
{
    public static IServiceCollection AddReadPorts(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentReads, DocumentReads>();
        services.AddSingleton<IDocumentViews, DocumentViews>();
        services.AddSingleton<ISightReads, SightReads>();
        services.AddSingleton<IDraftReads, DraftReads>();
        services.AddSingleton<IDeliveryReads, DeliveryReads>();
        services.AddSingleton<IBoardReads, BoardReads>();
        services.AddSingleton<IInboxReads, InboxReads>();
        services.AddSingleton<NoteReads>();
        services.AddSingleton<INoteReads, AddresseeCache>();
        services.AddSingleton<IDueReads, DueReads>();
        services.AddSingleton<IStreamReads, StreamReads>();
        services.AddSingleton<IAssigneeReads, AssigneeReads>();
        services.AddSingleton<IJobReads, JobReads>();
        services.AddSingleton<ISearchReads, SearchReads>();
        services.AddSingleton<IOtherDeciders, OtherDeciders>();
        services.AddSingleton<ITrafficReads, TrafficReads>();
        services.AddSingleton<IRegisterReads, RegisterReads>();
        services.AddSingleton<IFileStore>(provider => new DiskFileStore(FilesOf(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IUploadParts>(provider => new DiskUploadParts(FilesOf(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<UploadSweep>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<UploadSweep>());
        return services;
    }

    private static string FilesOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<StoreOptions>();
        return options.FilesDirectory ?? Path.Combine(options.DataDirectory, "files");
    }
}
