namespace ContainerSecurity.Formats.Dockerfiles.Stages;

/// <summary>The ARGs that a builder sets itself (Dockerfile reference, "Automatic platform ARGs").</summary>
internal static class PlatformArguments
{
    /// <summary>The architecture that stands for any, where nothing is built.</summary>
    public const string AnyArchitecture = "amd64";

    /// <summary>The platform of that architecture.</summary>
    public const string AnyPlatform = $"linux/{AnyArchitecture}";

    private static readonly string[] Sides = ["BUILD", "TARGET"];

    /// <param name="architecture">Of the image, and here of the machine that builds it too: a build must not depend on it.</param>
    public static IEnumerable<KeyValuePair<string, string?>> For(string architecture) => Sides
        .SelectMany(side => new Dictionary<string, string?>
        {
            [$"{side}PLATFORM"] = $"linux/{architecture}",
            [$"{side}OS"] = "linux",
            [$"{side}OSVERSION"] = "",
            [$"{side}ARCH"] = architecture,
            [$"{side}VARIANT"] = "",
        })
        .Append(new("TARGETSTAGE", "default"));

}
