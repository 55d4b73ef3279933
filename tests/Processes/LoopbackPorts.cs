using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PartyRealtime.Processes;

/// <summary>
/// Ports of loopback that nobody listens on. None is handed out twice in one process: who was given one may not listen on it
/// yet, or be killed and come back to it. They are none of those that the system hands out itself, where it leaves some: another
/// test's server on any free port would else be given a dead one's.
/// </summary>
public static class LoopbackPorts
{
    private const int Lowest = 12_000;

    /// <summary>Fewer are no choice.</summary>
    private const int ChoiceMin = 5_000;

    private static readonly HashSet<int> Given = [];
    private static readonly int Above = SystemsFirst();

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
                var listener = new TcpListener(IPAddress.Loopback, Above - Lowest < ChoiceMin ? 0 : Random.Shared.Next(Lowest, Above));
                listeners.Add(listener);
                if (!Listens(listener))
                    continue;
                var port = ((IPEndPoint)listener.LocalEndpoint).Port;
                if (Given.Add(port))
                    ports.Add(port);
            }
        }

        listeners.ForEach(listener => listener.Dispose());
        return [.. ports];
    }

    /// <summary>False where somebody else does.</summary>
    private static bool Listens(TcpListener listener)
    {
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>The lowest port that the system hands out itself; 0 where it does not say.</summary>
    private static int SystemsFirst()
    {
        const string Range = "/proc/sys/net/ipv4/ip_local_port_range";
        return File.Exists(Range) ? int.Parse(File.ReadAllText(Range).Split('\t', ' ')[0], CultureInfo.InvariantCulture) : 0;
    }
}
