using ContainerSecurity.Findings;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Policy;

/// <summary>What a check saw at one point: the claim holds there, is broken there, or cannot be judged.</summary>
internal abstract record Observation
{
    /// <summary>The claim holds here; the text is the evidence that the report shows.</summary>
    internal sealed record Held(string Evidence) : Observation;

    /// <summary>The claim is broken here.</summary>
    /// <param name="Help">How to mend it.</param>
    internal sealed record Broken(string Message, Place Place, string Help) : Observation
    {
        public Severity Severity { get; init; } = Severity.High;
    }

    /// <summary>What must be looked at cannot be seen; the gate is incomplete.</summary>
    internal sealed record Unseen(string Why) : Observation;
}

/// <summary>Where something was seen: a line of a file of the repository, a path in a layer of the image, or a part of its configuration.</summary>
internal sealed record Place(string? File, int? Line, string? Layer)
{
    public static Place At(string file, int line) => new(file, line, null);

    public static Place InLayer(string layer, string path) => new(path, null, layer);

    /// <summary>The configuration is a layer of its own for readers: <c>/config/User</c> in the config's digest.</summary>
    public static Place InConfig(ImageIdentity image, string part) => new($"{ConfigSecrets.Root}/{part}", null, image.Id);

    /// <summary><c>Dockerfile:7</c>.</summary>
    public override string ToString() => Line is { } line ? $"{File}:{line}" : $"{File} in the image";
}
