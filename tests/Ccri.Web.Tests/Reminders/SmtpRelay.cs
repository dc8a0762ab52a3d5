using System.Net;
using System.Net.Sockets;

namespace Ccri.Web.Tests.Reminders;

/// <summary>Stands before the mail server at an address of its own, and can be away: then connections are refused, as by a machine that is down.</summary>
public sealed class SmtpRelay : IDisposable
{
    private readonly int _behind;
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _connections;

    public SmtpRelay(int behind)
    {
        _behind = behind;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    public int Port { get; }

    /// <summary>How many were made since it was asked last.</summary>
    public int Connections => Interlocked.Exchange(ref _connections, 0);

    public void Leave() => _listener.Dispose();

    public void ComeBack()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _connections);
                _ = PassOnAsync(client);
            }
        }
        catch (Exception left) when (left is SocketException or ObjectDisposedException)
        {
            // it was told to leave
        }
    }

    private async Task PassOnAsync(TcpClient client)
    {
        using var _ = client;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _behind);
            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(client.GetStream()));
        }
        catch (Exception hungUp) when (hungUp is IOException or SocketException)
        {
            // one of the two has had enough
        }
    }
}
