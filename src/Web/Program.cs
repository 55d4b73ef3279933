using PartyRealtime.Web.Hosting;

return await Verbs.Run(CommandLine.Parse(args));
