using ClaudeCodeProxy.Cli.Processes;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Server.Exchanges;

namespace ClaudeCodeProxy.Cli;

/// <summary>
/// <c>run</c>, and <c>ccp</c>: starts the proxy unless one answers, and becomes Claude Code with the settings that go with it, so that terminal,
/// signals and exit code are Claude Code's.
/// </summary>
internal static class RunCommand
{
    /// <summary>The program called by this name runs Claude Code, whatever its arguments are.</summary>
    public const string ShortName = "ccp";

    private const string Client = "claude";

    /// <summary>What counts as it is said here; of the others, what the user has set already.</summary>
    private static readonly string[] Decided = ["ANTHROPIC_BASE_URL", "ANTHROPIC_AUTH_TOKEN"];

    /// <param name="arguments">Claude Code's.</param>
    public static async Task<int> RunAsync(CommandContext context, IReadOnlyList<string> arguments, Verbosity verbosity)
    {
        var options = ProxyOptions.Read(Settings.Load(context.Environment, context.WorkingDirectory));
        if (FindProgram(context.Environment.GetValueOrDefault("PATH") ?? "") is not { } program)
            return Fail(context, $"{Client} is in no folder of PATH. Install Claude Code, or add its folder.");
        if (!await IsServedAsync(context, options.Listen, verbosity))
            return CommandLine.Failed;
        var error = Posix.Execute(program, [Client, .. arguments], CreateEnvironment(context.Environment, options));
        return Fail(context, $"{program} cannot be run: {error}.");
    }

    /// <summary>Claude Code's output is its own: what the start says goes to the other stream, and only when it fails.</summary>
    private static async Task<bool> IsServedAsync(CommandContext context, ListenAddress listen, Verbosity verbosity)
    {
        if (await HealthProbe.FindInstanceAsync(listen.LocalUrl) is not null)
            return true;
        var said = new StringWriter();
        var starting = new CommandContext(context.Environment, context.WorkingDirectory, said, said);
        if (await StartCommand.RunAsync(starting, verbosity) == CommandLine.Done)
            return true;
        // Another may have started one at the same moment.
        if (await HealthProbe.FindInstanceAsync(listen.LocalUrl) is not null)
            return true;
        context.Error.Write(said);
        return false;
    }

    private static Dictionary<string, string> CreateEnvironment(IReadOnlyDictionary<string, string> own, ProxyOptions options)
    {
        var environment = new Dictionary<string, string>(own);
        var situation = new ClientSituation(options);
        foreach (var setting in ConfigClientCommand.All)
        {
            if (setting.Find(situation) is { } value && (Decided.Contains(setting.Name) || !environment.ContainsKey(setting.Name)))
                environment[setting.Name] = value;
        }

        if (options.ClientKey is { } key)
            environment["ANTHROPIC_AUTH_TOKEN"] = key.Reveal();
        // The proxy's variable for that key; Claude Code would ask which of the two counts.
        environment.Remove(Variable.ClientKey.Name);
        return environment;
    }

    private static string? FindProgram(string path) =>
        path.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(static folder => Path.Combine(folder, Client)).FirstOrDefault(IsProgram);

    private static bool IsProgram(string file) => File.Exists(file) && (File.GetUnixFileMode(file) & AnyMayExecute) != 0;

    private const UnixFileMode AnyMayExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static int Fail(CommandContext context, string message)
    {
        context.Error.WriteLine($"claude-code-proxy: {message}");
        return CommandLine.Failed;
    }
}
