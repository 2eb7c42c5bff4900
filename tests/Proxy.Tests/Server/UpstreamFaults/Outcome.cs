namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>What a client may see of an answer.</summary>
internal sealed record Outcome(bool MayBeWhole, params (int Status, string Type)[] Errors)
{
    public static Outcome Whole { get; } = new(true);

    /// <summary>By status when nothing has been sent yet, else by an event.</summary>
    public static Outcome Broken { get; } = new(false, (502, "api_error"));

    public static Outcome TimedOut { get; } = new(false, (504, "timeout_error"));

    /// <summary>The standards leave it to the reader: but what is taken is whole, and what is refused is told.</summary>
    public static Outcome WholeOrBroken { get; } = new(true, (502, "api_error"));

    public static Outcome Error(int status, string type) => new(false, (status, type));

    public void Check(Seen seen)
    {
        if (seen.ErrorType is { } type)
        {
            Assert.False(seen.IsComplete, $"complete, and an error: {seen}");
            Assert.True(Errors.Any(error => error.Type == type && (seen.Status == 200 || seen.Status == error.Status)), $"{seen}");
            Assert.True(Scene.Text.StartsWith(seen.Text, StringComparison.Ordinal), $"{seen}");
        }
        else
        {
            Assert.True(MayBeWhole, $"taken for whole: {seen}");
            Assert.Equal(new Seen(200, null, Scene.Text, true), seen);
        }
    }
}
