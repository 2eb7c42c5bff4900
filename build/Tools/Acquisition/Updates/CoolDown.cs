using System.Collections.Immutable;

namespace ContainerSecurity.Tools.Acquisition.Updates;

/// <summary>Lets others find a bad release first: the compromised Trivy releases of March 2026 lived 3 to 12 hours (gates.md 3.1, 3.2).</summary>
internal static class CoolDown
{
    public static readonly TimeSpan Period = TimeSpan.FromDays(7);

    /// <summary>The newest version above the current one that is old enough, and those above it that are refused because they are not.</summary>
    public static (PublishedVersion? Chosen, ImmutableArray<PublishedVersion> TooYoung) Choose(
        Version current, IEnumerable<PublishedVersion> published, DateTimeOffset now)
    {
        var newer = published.Where(offered => offered.Version > current).OrderByDescending(offered => offered.Version).ToList();
        var chosen = newer.Find(offered => now - offered.PublishedAt >= Period);
        return (chosen, [.. newer.TakeWhile(offered => offered != chosen)]);
    }
}
