using PartyRealtime.Silo.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.AddPartyRealtimeSilo();
await builder.Build().RunAsync();
