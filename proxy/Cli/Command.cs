namespace ClaudeCodeProxy.Cli;

/// <summary>What the program can be told to do.</summary>
internal enum Command
{
    Serve,
    Start,
    Run,
    Status,
    Stop,
    Health,
    ConfigCheck,
    ConfigClient,
    Judge,
    Version,
    Help,
}
