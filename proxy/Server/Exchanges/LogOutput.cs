using System.Text;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>Where the lines of a proxy that serves go. Any thread may write; a line is never mixed with another.</summary>
/// <param name="error">Takes warnings, as people read them; every line of JSON goes to the output.</param>
internal sealed class LogOutput(TextWriter output, TextWriter error, LogFormat format, TimeProvider clock)
{
    public bool IsJson => format == LogFormat.Json;

    /// <summary>What the proxy does.</summary>
    public void Say(string message)
    {
        if (IsJson)
            WriteJson("info", message);
        else
            WriteLine(output, message);
    }

    /// <summary>What the operator should do something about.</summary>
    public void Warn(string message)
    {
        if (IsJson)
            WriteJson("warning", message);
        else
            WriteLine(error, $"warning: {message}");
    }

    /// <summary>A line with the time of day, which belongs to a request or an upstream.</summary>
    public void Print(LogLevel level, string message)
    {
        if (IsJson)
            WriteJson(level.Name, message);
        else
            WriteLine(output, $"[{clock.GetLocalNow():HH:mm:ss}] [{level.Mark}] {message}");
    }

    /// <summary>A line of JSON: time and level come before what is written here, which begins with a comma.</summary>
    public void Write(string level, Action<PooledBuffer> write)
    {
        using var line = new PooledBuffer(512);
        var json = new JsonWriter(line, default);
        json.Raw("{\"time\":\""u8);
        json.Raw(Encoding.ASCII.GetBytes($"{clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ}"));
        json.Raw("\",\"level\":"u8);
        json.Text(level);
        json.Commit();
        write(line);
        line.Append("}"u8);
        WriteLine(output, Encoding.UTF8.GetString(line.WrittenSpan));
    }

    private void WriteJson(string level, string message) => Write(level, line =>
    {
        var json = new JsonWriter(line, default);
        json.Raw(",\"message\":"u8);
        json.Text(message);
        json.Commit();
    });

    private static void WriteLine(TextWriter writer, string line)
    {
        try
        {
            lock (writer)
                writer.WriteLine(line);
        }
        catch (IOException)
        {
            // A log that cannot be written (its disk is full, its reader gone) must not fail a request.
        }
    }
}
