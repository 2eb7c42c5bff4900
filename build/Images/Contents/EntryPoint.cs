namespace ContainerSecurity.Images.Contents;

/// <summary>Finds the file that a container of the image starts.</summary>
internal static class EntryPoint
{
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <returns>Null when the image starts nothing, or a program that it does not contain.</returns>
    public static ImageFile? Find(ImageFacts image) =>
        image.Config.Entrypoint.Concat(image.Config.Command).FirstOrDefault() is { } program ? Find(image, program) : null;

    /// <summary>The file of a program by the name under which the image starts it.</summary>
    public static ImageFile? Find(ImageFacts image, string program) =>
        Candidates(image, program).Select(image.View.Resolve).FirstOrDefault(file => file is not null);

    /// <summary>A name with a slash is a path from the working directory; any other is looked up on PATH.</summary>
    private static IEnumerable<string> Candidates(ImageFacts image, string program)
    {
        if (program.StartsWith('/'))
            return [program];
        if (program.Contains('/'))
            return [$"{image.Config.WorkingDirectory}/{program}"];
        var path = image.Config.Environment.LastOrDefault(variable => variable.StartsWith("PATH=", StringComparison.Ordinal))
            ?? $"PATH={DefaultPath}";
        return path["PATH=".Length..].Split(':').Select(folder => $"{folder}/{program}");
    }
}
