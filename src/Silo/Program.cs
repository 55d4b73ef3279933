using PartyRealtime.Silo.Hosting;

var line = CommandLine.Parse(args);
if (line.Verb is { } verb)
    line.Refuse($"{verb} is no command of a silo: it only serves. Commands are those of the web program.");
if (HeadlessSettings.From(line) is not { } settings || line.Errors.Count > 0)
{
    foreach (var error in line.Errors)
        await Console.Error.WriteLineAsync(error);
    return ExitCode.WrongUse;
}

return await ProgramEnd.Of(async () =>
{
    await using var app = HeadlessNode.Build(settings);
    await NodeStart.Start(app);
    await Console.Out.WriteLineAsync(app.Urls.First());
    return await app.Services.GetRequiredService<NodeEnd>().Wait(app);
});
