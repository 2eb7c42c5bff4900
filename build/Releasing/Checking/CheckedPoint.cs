namespace ContainerSecurity.Releasing.Checking;

/// <summary>One thing that was checked of a release.</summary>
/// <param name="What">In few words: <c>checksums</c>.</param>
/// <param name="Holds">Null when it could not be checked.</param>
/// <param name="Detail">What was seen, or why it does not hold, or why it was not checked.</param>
internal sealed record CheckedPoint(string What, bool? Holds, string Detail);
