using System.Collections.Immutable;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Acquisition;

namespace Build.Tests.Tools.Acquisition;

public sealed class ToolsListTests
{
    [Fact]
    public async Task Every_tool_is_listed_whatever_became_of_it()
    {
        var source = new FakeSource(new Dictionary<string, Func<AcquiredTool>>
        {
            ["first"] = () => new AcquiredTool("/cache/first", "1.0.0", "GitHub release a/first v1.0.0", null),
            ["second"] = () => new AcquiredTool("/cache/second", "dev", "npm second 2.0.0", null)
            {
                IsStandIn = true,
                Note = "GitHub release: no answer",
            },
            ["third"] = () => new AcquiredTool(null, "1.0.0", null, "no answer"),
            ["fourth"] = () => throw new ToolFailedException("another digest"),
        });

        var rows = await ToolsList.FetchAsync(Locked("first", "second", "third", "fourth"), source, CancellationToken.None);

        Assert.Equal(
            [
                new ToolsListRow("first", "1.0.0", "GitHub release a/first v1.0.0", "/cache/first", ToolState.Verified),
                new ToolsListRow("fourth", "1.0.0", null, null, ToolState.Refused) { Detail = "another digest" },
                new ToolsListRow("second", "dev", "npm second 2.0.0", "/cache/second", ToolState.VerifiedStandIn)
                {
                    Detail = "GitHub release: no answer",
                },
                new ToolsListRow("third", "1.0.0", null, null, ToolState.Unavailable) { Detail = "no answer" },
            ],
            rows.ToArray());
    }

    private static ToolsLock Locked(params string[] names) =>
        new(names.ToImmutableSortedDictionary(
            name => name, _ => new LockedTool("1.0.0", ImmutableSortedDictionary<string, ImmutableArray<ToolOrigin>>.Empty)));

    private sealed class FakeSource(Dictionary<string, Func<AcquiredTool>> tools) : IToolSource
    {
        public Task<AcquiredTool> AcquireAsync(string name, CancellationToken cancellation) => Task.FromResult(tools[name]());
    }
}
