namespace ContainerSecurity.Formats.Compose;

/// <summary>Values of a compose file whose variables are filled in.</summary>
internal static class ComposeText
{
    public static string Read(LocatedValue? value) => value?.Text ?? "";

    /// <summary>A switch that is not known to be off.</summary>
    public static bool IsOn(LocatedValue? value) => Read(value).ToLowerInvariant() is not ("" or "false" or "f" or "no" or "off" or "n" or "0");

    /// <summary>What a container is given: <c>$$</c> is a dollar that compose leaves alone.</summary>
    public static string Unescape(string text) => text.Replace("$$", "$", StringComparison.Ordinal);
}
