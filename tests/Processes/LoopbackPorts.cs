using System.Net;
using System.Net.Sockets;

namespace PartyRealtime.Processes;

/// <summary>
/// Ports of loopback that nobody listens on. None is handed out twice in one process: who was given one may not listen on it
/// yet, or be killed and come back to it.
/// </summary>
public static class LoopbackPorts
{
    private static readonly HashSet<int> Given = [];

    public static int Free() => Free(1)[0];

    /// <summary>So many of them, all different.</summary>
    public static int[] Free(int count)
    {
        var (ports, listeners) = (new List<int>(), new List<TcpListener>());
        lock (Given)
        {
            while (ports.Count < count)
            {
                // Open until there are enough: none of them comes a second time.
                var listener = new TcpListener(IPAddress.Loopback, 0);
                listeners.Add(listener);
                listener.Start();
                var port = ((IPEndPoint)listener.LocalEndpoint).Port;
                if (Given.Add(port))
                    ports.Add(port);
            }
        }

        listeners.ForEach(listener => listener.Dispose());
        return [.. ports];
    }
}
