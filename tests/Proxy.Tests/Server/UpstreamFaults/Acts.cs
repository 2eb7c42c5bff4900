namespace Proxy.Tests.Server.UpstreamFaults;

internal static class Acts
{
    /// <summary>What an upstream does after it has done another thing.</summary>
    public static async Task Then(this Task first, Action next)
    {
        await first;
        next();
    }

    public static async Task Then(this Task first, Func<Task> next)
    {
        await first;
        await next();
    }
}
