using System.Globalization;
using ClaudeCodeProxy.Cli.Processes;

namespace Proxy.Tests.Cli;

public sealed class OpenFilesTests
{
    [Fact]
    public void As_many_as_the_system_allows_may_be_open()
    {
        var allowed = OpenFiles.RaiseLimit();

        var limits = File.ReadLines("/proc/self/limits").First(line => line.StartsWith("Max open files", StringComparison.Ordinal));
        var (soft, hard) = limits.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., var first, var second, _] ? (first, second) : ("", "");
        Assert.Equal(hard, soft);
        Assert.Equal(soft, allowed.ToString(CultureInfo.InvariantCulture));
    }
}
