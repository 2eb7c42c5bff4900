using System.Collections.Immutable;

namespace ContainerSecurity.Tools.Acquisition.Updates;

/// <summary>Lets others find a bad release first: the compromised Trivy releases of March 2026 were available for 3 to 12 hours.</summary>
internal static class CoolDown
{
    public static readonly TimeSpan Period = TimeSpan.FromDays(7);

    /// <summary>The newest version above the current one that is old enough, and the newer ones that are not.</summary>
    public static (PublishedVersion? Chosen, ImmutableArray<PublishedVersion> TooYoung) Choose(
        Version current, IEnumerable<PublishedVersion> published, DateTimeOffset now)
    {
        var newer = published.Where(offered => offered.Version > current).OrderByDescending(offered => offered.Version).ToList();
        var chosen = newer.Find(offered => now - offered.PublishedAt >= Period);
        return (chosen, [.. newer.TakeWhile(offered => offered != chosen)]);
    }
}
