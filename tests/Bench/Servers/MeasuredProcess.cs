using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bench.Servers;

/// <summary>A server under measurement, on one core, with 1,024 handles as a login has; ended with this object.</summary>
internal sealed class MeasuredProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private MeasuredProcess(Process process, int port, double startMs) => (_process, Port, StartMs) = (process, port, startMs);

    public int Port { get; }

    /// <summary>From exec to the first answer to GET /health.</summary>
    public double StartMs { get; }

    public double RssMb => ProcessFacts.Megabytes(_process.Id, "VmRSS");

    public double RssPeakMb => ProcessFacts.Megabytes(_process.Id, "VmHWM");

    public TimeSpan Cpu => ProcessFacts.Cpu(_process.Id);

    /// <param name="command">Of the shell: <c>"$@"</c> are the arguments.</param>
    /// <exception cref="InvalidOperationException">It ended, or answered nothing within half a minute.</exception>
    public static MeasuredProcess Start(
        int core, int port, string command, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("taskset") { RedirectStandardOutput = true };
        // The line says that exec comes next.
        string[] shell = ["-c", $"{core}", "/bin/sh", "-c", $"ulimit -S -n 1024; echo; exec {command}", "sh", .. arguments];
        foreach (var argument in shell)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");

        var process = Process.Start(start)!;
        var output = process.StandardOutput.BaseStream;
        _ = output.ReadByte();
        var clock = Stopwatch.GetTimestamp();
        _ = output.CopyToAsync(Stream.Null);
        try
        {
            WaitForAnswer(port, process, command);
            return new MeasuredProcess(process, port, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }
        catch
        {
            End(process);
            throw;
        }
    }

    public void Dispose() => End(_process);

    private static void End(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static void WaitForAnswer(int port, Process process, string command)
    {
        var request = System.Text.Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"GET /health HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\n\r\n"));
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < StartLimit && !process.HasExited;)
        {
            try
            {
                using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 30_000 };
                probe.Connect(IPAddress.Loopback, port);
                probe.Send(request);
                if (probe.Receive(new byte[512]) > 0)
                    return;
            }
            catch (SocketException)
            {
                Thread.Yield();
            }
        }

        throw new InvalidOperationException($"'{command}' did not answer GET /health on port {port}");
    }
}
