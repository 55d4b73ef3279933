using System.Text.Json;

namespace PartyRealtime.FaultTests.Driving;

/// <summary>A document's way through the office, each step until it is acknowledged.</summary>
internal static class Documents
{
    /// <summary>Written, signed, numbered and sealed at the centre; ready to be issued.</summary>
    public static async Task<Guid> Sealed(Office office, string clerk, string leader, IReadOnlyList<string> files)
    {
        var composed = await office.Until(clerk, "/api/documents", new
        {
            type = "CT",
            @abstract = "Chỉ thị thử",
            body = "Nội dung",
            urgency = "urgent",
            secrecy = "normal",
            files = files.Select(hash => new { hash, name = "van-ban.pdf" }),
        });
        var id = composed.GetProperty("stream").GetGuid();
        await office.Until(clerk, $"/api/documents/{id}/submit");
        await office.Until(leader, $"/api/documents/{id}/clear");
        await Sign(office, leader, id);
        await office.Until(clerk, $"/api/documents/{id}/number");
        await office.Until(clerk, $"/api/documents/{id}/seal");
        return id;
    }

    private static Task<JsonElement> Sign(Office office, string leader, Guid id) =>
        office.Until(leader, $"/api/documents/{id}/sign", new { password = office.DemoPassword, capacity = "inPerson" });
}
