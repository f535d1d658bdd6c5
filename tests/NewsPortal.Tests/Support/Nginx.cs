using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NewsPortal.Tests.Support;

/// <summary>A real nginx that keeps what the paper's headers let it keep, as a CDN would; in a process of its own.</summary>
public sealed class Nginx : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newsportal-nginx-").FullName;
    private readonly Process process;

    private Nginx(Uri upstream)
    {
        var port = FreePort();
        Address = new Uri($"http://127.0.0.1:{port}");
        var configuration = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(configuration, $$"""
            daemon off; master_process off; worker_processes 1; pid {{folder}}/pid; error_log {{folder}}/error.log;
            events { worker_connections 64; }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/f; uwsgi_temp_path {{folder}}/u; scgi_temp_path {{folder}}/s;
              proxy_cache_path {{folder}}/cache keys_zone=paper:1m;
              server {
                listen 127.0.0.1:{{port}};
                location / {
                  proxy_pass {{upstream}};
                  proxy_http_version 1.1;
                  proxy_set_header Host $host;
                  proxy_set_header X-Forwarded-For $remote_addr;
                  proxy_set_header Connection "";
                  proxy_cache paper;
                  proxy_cache_revalidate on;
                  proxy_cache_background_update on;
                  add_header X-Kept $upstream_cache_status always;
                }
              }
            }
            """);
        process = Process.Start(new ProcessStartInfo("nginx", ["-c", configuration, "-p", folder]) { RedirectStandardError = true })!;
    }

    public Uri Address { get; }

    public static bool IsInstalled => File.Exists("/usr/sbin/nginx") || File.Exists("/usr/bin/nginx");

    public static async Task<Nginx> BeforeAsync(Uri upstream)
    {
        var nginx = new Nginx(upstream);
        for (var patience = 0; patience < 100; patience++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(nginx.Address.Host, nginx.Address.Port);
                return nginx;
            }
            catch (SocketException) when (!nginx.process.HasExited)
            {
                await Task.Delay(50);
            }
        }

        throw new TimeoutException("nginx did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
