using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PartyRealtime.StorageTests.Faults;

/// <summary>
/// A writer's node that stops while it is sending: it has locked a head, and the rest of its batch never comes. Speaks
/// the protocol itself, since a driver always sends a batch to its end.
/// </summary>
internal sealed class StoppedWriter : IDisposable
{
    private readonly TcpClient client = new() { NoDelay = true };

    public static async Task<StoppedWriter> Holding(int port, string database, string lockingQuery)
    {
        var writer = new StoppedWriter();
        await writer.client.ConnectAsync(IPAddress.Loopback, port);
        await writer.Send(null, Int(196_608), Text("user"), Text("postgres"), Text("database"), Text(database), Text("application_name"), Text("partyrealtime-writer"), [0]);
        await writer.ReadUntil('Z');
        await writer.Send('P', Text(""), Text(lockingQuery), Short(0));
        await writer.Send('B', Text(""), Text(""), Short(0), Short(0), Short(0));
        await writer.Send('E', Text(""), Int(0));
        // Flush, not Sync: the transaction stays open and the server waits for the next message.
        await writer.Send('H');
        await writer.ReadUntil('C');
        return writer;
    }

    /// <summary>Returns when the server has ended the session.</summary>
    public async Task Ended()
    {
        try
        {
            var buffer = new byte[1024];
            while (await client.GetStream().ReadAsync(buffer) > 0)
            {
                // The farewell.
            }
        }
        catch (IOException)
        {
            // Ended without one.
        }
    }

    public void Dispose() => client.Dispose();

    private static byte[] Text(string text) => [.. Encoding.UTF8.GetBytes(text), 0];

    private static byte[] Int(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Short(short value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteInt16BigEndian(bytes, value);
        return bytes;
    }

    private async Task Send(char? type, params byte[][] parts)
    {
        byte[] body = [.. parts.SelectMany(part => part)];
        byte[] message = [.. type is { } letter ? [(byte)letter] : Array.Empty<byte>(), .. Int(body.Length + 4), .. body];
        await client.GetStream().WriteAsync(message);
    }

    private async Task ReadUntil(char type)
    {
        var header = new byte[5];
        do
        {
            await client.GetStream().ReadExactlyAsync(header);
            await client.GetStream().ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1)) - 4]);
        }
        while (header[0] != type);
    }
}
