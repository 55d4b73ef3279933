using System.Text.Json;

namespace PartyRealtime.FaultTests.Driving;

/// <summary>A document's way through the office, each step until it is acknowledged.</summary>
internal static class Documents
{
    /// <summary>Written, signed, numbered and sealed at the centre; ready to be issued.</summary>
    public static async Task<Guid> Sealed(Office office, string clerk, string leader, IReadOnlyList<string> files)
    {
        var id = await Composed(office, clerk, files);
        await office.Until(clerk, $"/api/documents/{id}/submit");
        await office.Until(leader, $"/api/documents/{id}/clear");
        await Sign(office, leader, id);
        await office.Until(clerk, $"/api/documents/{id}/number");
        await office.Until(clerk, $"/api/documents/{id}/seal");
        return id;
    }

    /// <summary>Written, and its author's own as yet.</summary>
    public static async Task<Guid> Composed(Office office, string clerk, IReadOnlyList<string> files)
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
        return composed.GetProperty("stream").GetGuid();
    }

    private static Task<JsonElement> Sign(Office office, string leader, Guid id) =>
        office.Until(leader, $"/api/documents/{id}/sign", new { password = office.DemoPassword, capacity = "inPerson" });
}
