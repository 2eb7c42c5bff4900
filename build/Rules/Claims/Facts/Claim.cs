namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>The check behind one measure of SECURITY.md.</summary>
/// <param name="Id">The measure's id, <c>CT-1.1</c>.</param>
/// <param name="Name">The measure's bold name, so that an id cannot be moved to another promise unseen.</param>
/// <param name="Check">Judges the facts and says all it saw; pure. A check that says nothing has seen nothing.</param>
internal sealed record Claim(string Id, string Name, Func<PolicyFacts, IEnumerable<Observation>> Check);
