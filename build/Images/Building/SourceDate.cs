using ContainerSecurity.Tools;

namespace ContainerSecurity.Images.Building;

/// <summary>The time of the sources, which stands in for "now" wherever an image carries a time.</summary>
/// <param name="From">Where it was taken from, for the log.</param>
internal sealed record SourceDate(DateTimeOffset Time, string From)
{
    /// <summary><c>SOURCE_DATE_EPOCH</c>, else the time of the last commit, else 1970 (reproducible-builds.org, SOURCE_DATE_EPOCH).</summary>
    public static Task<SourceDate> ReadAsync(string root, IToolRunner tools, CancellationToken cancellation) => throw new NotImplementedException();
}
