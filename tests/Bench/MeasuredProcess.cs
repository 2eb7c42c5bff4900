using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bench;

/// <summary>A server under measurement, alone on one core; ended with this object.</summary>
internal sealed class MeasuredProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private MeasuredProcess(Process process, int port, double coldStartMs)
    {
        _process = process;
        Port = port;
        ColdStartMs = coldStartMs;
    }

    public int Port { get; }

    /// <summary>From the start of the process to the first accepted connection.</summary>
    public double ColdStartMs { get; }

    /// <summary>Resident memory now, of the process and its children.</summary>
    public double RssMb => Tree().Sum(pid => StatusKilobytes(pid, "VmRSS")) / 1024;

    public double RssPeakMb => Tree().Sum(pid => StatusKilobytes(pid, "VmHWM")) / 1024;

    /// <summary>User and system time used so far, of the process and its children. The kernel counts in ticks of 10 ms.</summary>
    public TimeSpan Cpu => TimeSpan.FromMilliseconds(Tree().Sum(CpuTicks) * 10);

    public static MeasuredProcess Start(
        int core, int port, string executable, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("taskset") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["-c", core.ToString(CultureInfo.InvariantCulture), executable, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");

        var clock = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        WaitForPort(port, process, executable);
        return new MeasuredProcess(process, port, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static void WaitForPort(int port, Process process, string executable)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < StartLimit && !process.HasExited;)
        {
            try
            {
                using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                probe.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                Thread.Yield();
            }
        }

        throw new InvalidOperationException($"{executable} did not open port {port}");
    }

    private IEnumerable<int> Tree()
    {
        yield return _process.Id;
        foreach (var child in File.ReadAllText($"/proc/{_process.Id}/task/{_process.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            yield return int.Parse(child);
    }

    /// <summary>Fields utime and stime of proc(5) stat, the 14th and 15th, counted behind the name in parentheses.</summary>
    private static long CpuTicks(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return long.Parse(fields[11]) + long.Parse(fields[12]);
    }

    private static double StatusKilobytes(int pid, string field)
    {
        var line = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(text => text.StartsWith(field, StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line.Split(':')[1].Replace("kB", "").Trim());
    }
}
