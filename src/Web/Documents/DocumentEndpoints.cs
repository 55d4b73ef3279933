using PartyRealtime.Contracts.Documents;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Documents;
