namespace Bench.Servers;

/// <summary>A plain nginx in front of the upstream: the reference for the cost of passing the bytes on.</summary>
internal static class Nginx
{
    public const string Program = "/usr/sbin/nginx";

    /// <summary>Writes a configuration, and returns the arguments that use it.</summary>
    public static string[] Arguments(int port, int upstream, string folder)
    {
        Directory.CreateDirectory(folder);
        var configuration = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(configuration, $$"""
            daemon off;
            worker_processes 1;
            worker_rlimit_nofile 16384;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { worker_connections 8192; }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body;
              proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi;
              scgi_temp_path {{folder}}/scgi;
              client_max_body_size 0;
              client_body_buffer_size 33m;
              keepalive_requests 1000000;
              upstream model { server 127.0.0.1:{{upstream}}; keepalive 64; keepalive_requests 1000000; }
              server {
                listen 127.0.0.1:{{port}} backlog=4096;
                location = /health { return 200; }
                location / {
                  proxy_pass http://model;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_buffering off;
                }
              }
            }
            """);
        return ["-p", folder, "-c", configuration];
    }
}
