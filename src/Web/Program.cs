using PartyRealtime.Silo.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddPartyRealtimeSilo();
var app = builder.Build();
app.MapGet("/health/live", () => Results.Ok());
await app.RunAsync();
