namespace Bench;

/// <summary>A plain nginx in front of the upstream: the reference for the cost of passing the bytes on.</summary>
internal static class Nginx
{
    public static MeasuredProcess Start(int core, int port, int upstream, string folder)
    {
        Directory.CreateDirectory(folder);
        var configuration = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(configuration, $$"""
            daemon off;
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body;
              proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi;
              scgi_temp_path {{folder}}/scgi;
              client_body_buffer_size 1m;
              keepalive_requests 1000000;
              upstream model { server 127.0.0.1:{{upstream}}; keepalive 64; keepalive_requests 1000000; }
              server {
                listen 127.0.0.1:{{port}};
                location / {
                  proxy_pass http://model;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_buffering off;
                }
              }
            }
            """);
        return MeasuredProcess.Start(core, port, "/usr/sbin/nginx", ["-p", folder, "-c", configuration]);
    }
}
