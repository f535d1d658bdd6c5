using NewsPortal.Bench.Bare;

namespace NewsPortal.Bench.PageCache;

/// <summary>nginx sending the same bytes from its disk, compressed beforehand, with the same headers: one worker, no access log.</summary>
internal static class Nginx
{
    /// <param name="folder">Of this one's own.</param>
    /// <param name="pages">File names, and the gzip answers to send for them.</param>
    /// <param name="keepsOpen">Whether it keeps the files open; as it is shipped it looks each up for each answer.</param>
    public static async Task<Child> ServeAsync(string folder, IReadOnlyDictionary<string, KeptAnswer> pages, bool keepsOpen, Surroundings around)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, answer) in pages)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.gz"), answer.Body);
            await File.WriteAllBytesAsync(Path.Combine(folder, name), Pages.Plain(answer.Body, "gzip"));
        }

        var configuration = Path.Combine(folder, "nginx.conf");
        var nginx = Child.Start("nginx", around, address =>
        {
            File.WriteAllText(configuration, Configuration(folder, $"{address}", pages, keepsOpen));
            return ["-c", configuration, "-e", "stderr"];
        });
        await nginx.ListeningAsync();
        return nginx;
    }

    // Without a master process there is one to pin, to measure and to end. The rest is as Debian ships it.
    private static string Configuration(string folder, string address, IReadOnlyDictionary<string, KeptAnswer> pages, bool keepsOpen) => $$"""
        daemon off;
        master_process off;
        pid {{folder}}/nginx.pid;
        events { worker_connections 1024; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          open_file_cache {{(keepsOpen ? "max=100" : "off")}};
          server_tokens off;
          etag off;
          gzip_static on;
          keepalive_requests 1000000000;
          client_body_temp_path {{folder}};
          proxy_temp_path {{folder}};
          fastcgi_temp_path {{folder}};
          uwsgi_temp_path {{folder}};
          scgi_temp_path {{folder}};
          server {
            listen {{address}};
            root {{folder}};
        {{string.Concat(pages.Select(page => Location(page.Key, page.Value)))}}
          }
        }
        """;

    // Content-Encoding is written by gzip_static and the type by default_type.
    private static string Location(string name, KeptAnswer answer)
    {
        var headers = answer.Without("Content-Encoding", "Content-Type", "Last-Modified").Headers
            .Select(header => $"add_header {header.Key} '{header.Value.Replace("'", "\\'", StringComparison.Ordinal)}'; ");
        return $"    location = /{name} {{ default_type '{answer.Headers["Content-Type"]}'; {string.Concat(headers)}}}\n";
    }
}
