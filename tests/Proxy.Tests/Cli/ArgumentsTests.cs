using ClaudeCodeProxy.Cli;
using ClaudeCodeProxy.Server.Exchanges;

namespace Proxy.Tests.Cli;

public sealed class ArgumentsTests
{
    [Theory]
    [InlineData("", Command.Serve, Verbosity.Quiet)]
    [InlineData("-s", Command.Serve, Verbosity.Simple)]
    [InlineData("--debug serve", Command.Serve, Verbosity.Debug)]
    [InlineData("start -d -s", Command.Start, Verbosity.Debug)]
    [InlineData("-s stop", Command.Stop, Verbosity.Simple)]
    [InlineData("status", Command.Status, Verbosity.Quiet)]
    [InlineData("health", Command.Health, Verbosity.Quiet)]
    [InlineData("config check", Command.ConfigCheck, Verbosity.Quiet)]
    [InlineData("config client", Command.ConfigClient, Verbosity.Quiet)]
    [InlineData("version", Command.Version, Verbosity.Quiet)]
    [InlineData("--version", Command.Version, Verbosity.Quiet)]
    [InlineData("help", Command.Help, Verbosity.Quiet)]
    [InlineData("-h", Command.Help, Verbosity.Quiet)]
    [InlineData("--help", Command.Help, Verbosity.Quiet)]
    internal void Commands_and_flags_come_in_any_order(string line, Command command, Verbosity verbosity)
    {
        var arguments = Arguments.Parse(Words(line));

        Assert.Equal((command, verbosity), (arguments.Command, arguments.Verbosity));
    }

    [Theory]
    [InlineData("stauts", "'stauts'")]
    [InlineData("--port 1", "'--port'")]
    [InlineData("start stop", "'stop'")]
    [InlineData("config", "'config'")]
    [InlineData("config chekc", "'config'")]
    [InlineData("check", "'check'")]
    public void What_is_not_known_is_an_error_that_names_it(string line, string named) =>
        Assert.Contains(named, Assert.Throws<UsageException>(() => Arguments.Parse(Words(line))).Message, StringComparison.Ordinal);

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
