using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Cli;

/// <summary>What <c>help</c> prints.</summary>
internal static class HelpText
{
    public static string Text => $"""
        claude-code-proxy v{ProductVersion.Number}: lets Claude Code and Anthropic's SDKs talk to OpenAI-compatible models

        Usage: claude-code-proxy [command] [-s | -d]

        Commands
          serve          serve in the foreground (the default)
          start          serve in the background
          run [--] ARGS  serve in the background unless a proxy answers, and become Claude Code (claude on PATH) with the settings that go with
                         it; a link named ccp to this program does that with all its arguments
          status         say whether a proxy started with 'start' runs; exit 0 if so, else 1
          stop           end it
          health         ask the proxy on the configured port; exit 0 if it answers, else 1
          config check   read the configuration and show what counts, without keys
          config client  print the settings of Claude Code that go with it, for a shell
          judge COMMAND  say what the rules of auto mode's safety check think of a shell command, - for one on standard input; --cwd=DIR says
                         where it runs, --tool=NAME that it is another tool's input, as JSON; exit 0 clear, 1 flagged, 3 undecided
          version        print the version
          help           print this

        Flags
          -s, --simple  print one line of metadata a request
          -d, --debug   print more metadata; never keys, never what is said

        Configuration comes from the environment, then from the first of ./.env, ~/.claude/proxy.env and ~/.claude-code-proxy
        that sets one of these variables:

        {string.Join("\n\n", Variable.Documented.Select(Describe))}
        """;

    private static string Describe(VariableGroup group) =>
        string.Join('\n', group.Variables.Select(Describe).Prepend(group.Title));

    private static string Describe(Variable variable)
    {
        var standard = variable.Default.Length == 0 ? "" : $" [{variable.Default}]";
        return $"  {variable.Name,-30} {variable.Meaning}{standard}";
    }
}
