using PartyRealtime.Silo.Hosting;
using PartyRealtime.Web.Hosting;

return await Verbs.Run(CommandLine.Parse(args));
