using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using Microsoft.AspNetCore.Http;

namespace Proxy.Tests.Server.Exchanges;

public sealed class RequestLogTests
{
    private static readonly Usage Used = new(100, 20, 3, 50, 0);

    [Fact]
    public void A_line_counts_all_input_and_the_speed_of_the_output() =>
        Assert.Equal("[00:00:00] [REQ] host:1 model=m in=123 out=50 tok/s=12.5 translated=250us\n",
            Print(Verbosity.Simple, log => log.Completed("host:1", Route("m"), Used, TimeSpan.FromSeconds(4), TimeSpan.FromMicroseconds(250.7))));

    [Fact]
    public void A_models_name_cannot_forge_a_line_or_fill_the_log()
    {
        var text = Print(Verbosity.Debug, log =>
        {
            log.Completed("host", Route("m\n[00:00:00] [REQ] forged\u001b[2J"), Used, TimeSpan.FromSeconds(1), TimeSpan.Zero);
            log.Refused("req_1", "GET", "/" + new string('x', 100_000), ApiError.NotFound("x"));
        });

        Assert.Equal(2, text.Count(letter => letter == '\n'));
        Assert.DoesNotContain('\u001b', text);
        Assert.True(text.Length < 500);
    }

    [Fact]
    public void Session_and_agents_are_named_as_far_as_they_are_told()
    {
        var headers = new HeaderDictionary
        {
            ["x-claude-code-session-id"] = "s-1",
            ["x-claude-code-agent-id"] = "a\n2",
            ["x-claude-code-parent-agent-id"] = "p3",
        };

        Assert.Equal("[00:00:00] [DBG] req_1 session=s-1 agent=a?2 parent=p3\n", Print(Verbosity.Debug, log => log.Received("req_1", headers)));
        Assert.Equal("", Print(Verbosity.Debug, log => log.Received("req_1", new HeaderDictionary())));
        Assert.Equal("", Print(Verbosity.Simple, log => log.Received("req_1", headers)));
    }

    [Fact]
    public void Without_a_flag_only_failures_are_printed()
    {
        var text = Print(Verbosity.Quiet, log =>
        {
            log.Translated("req_1", Route("m"), true, 1, 1);
            log.Completed("host", Route("m"), Used, TimeSpan.FromSeconds(1), TimeSpan.Zero);
            log.Refused("req_1", "GET", "/", ApiError.NotFound("x"));
            log.UpstreamFailed("req_1", "host", ApiError.BadGateway("no connection"));
            log.Failed("req_1", new InvalidOperationException("may quote a prompt"));
        });

        Assert.Equal("[00:00:00] [ERR] req_1 host: no connection\n[00:00:00] [ERR] req_1 unexpected InvalidOperationException\n", text);
    }

    [Fact]
    public void A_log_that_cannot_be_written_fails_nothing()
    {
        using var full = new StreamWriter(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0)) { AutoFlush = true };

        var log = new RequestLog(new LogOutput(full, full, LogFormat.Text, new ManualClock()), Verbosity.Simple);

        log.Completed("host", Route("m"), Used, TimeSpan.FromSeconds(1), TimeSpan.Zero);
    }

    private static Route Route(string model) => new(Provider.OpenAI, model, model);

    private static string Print(Verbosity verbosity, Action<RequestLog> act)
    {
        using var output = new StringWriter { NewLine = "\n" };
        act(new RequestLog(new LogOutput(output, output, LogFormat.Text, new ManualClock()), verbosity));
        return output.ToString();
    }
}
