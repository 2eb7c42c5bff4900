using System.Collections.Immutable;

namespace ContainerSecurity.Formats.SecurityPolicy;

/// <summary>SECURITY.md as the gate reads it: the measures, and the list items that should be one and are not.</summary>
/// <param name="Line">Where the measures begin, 1-based; 1 when the document has no such section.</param>
internal sealed record SecurityPolicyDocument(int Line, ImmutableArray<Measure> Measures, ImmutableArray<MalformedMeasure> Malformed)
{
    /// <summary>Its place in the repository.</summary>
    public const string Path = "SECURITY.md";
}

/// <summary>A list item among the measures that has no id, another form, the wrong section or an id that is taken.</summary>
internal sealed record MalformedMeasure(int Line, string Why);
