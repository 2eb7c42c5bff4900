namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>What kind of line it is.</summary>
/// <param name="mark">As people read it.</param>
/// <param name="name">As collectors read it.</param>
internal sealed class LogLevel(string mark, string name)
{
    public string Mark => mark;

    public string Name => name;

    /// <summary>A request that was served.</summary>
    public static readonly LogLevel Request = new("REQ", "info");

    /// <summary>A tool call that was judged.</summary>
    public static readonly LogLevel Check = new("CHK", "info");

    public static readonly LogLevel Debug = new("DBG", "debug");

    public static readonly LogLevel Warning = new("WRN", "warning");

    public static readonly LogLevel Error = new("ERR", "error");
}
