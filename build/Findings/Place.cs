namespace ContainerSecurity.Findings;

/// <summary>Where something was found: a line of a file of the repository, a path in a layer of the image, or a part of its configuration.</summary>
internal sealed record Place(string? File, int? Line, string? Layer)
{
    /// <summary>The path in findings for something in an image's configuration instead of a file.</summary>
    public const string ConfigurationRoot = "/config";

    public static Place At(string file, int line) => new(file, line, null);

    public static Place InLayer(string layer, string path) => new(path, null, layer);

    /// <summary>In reports the configuration is shown as a layer: <c>/config/User</c> in the config's digest.</summary>
    public static Place InConfig(ImageIdentity image, string part) => new($"{ConfigurationRoot}/{part}", null, image.Id);

    /// <summary><c>Dockerfile:7</c>.</summary>
    public override string ToString() => Line is { } line ? $"{File}:{line}" : $"{File} in the image";
}
