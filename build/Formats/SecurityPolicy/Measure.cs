namespace ContainerSecurity.Formats.SecurityPolicy;

/// <summary>One measure of SECURITY.md: what the project claims, under a stable id.</summary>
/// <param name="Id">Two capitals and two numbers: <c>CT-1.1</c>.</param>
/// <param name="Name">The bold name, without its asterisks.</param>
/// <param name="Text">What is claimed, continuation lines joined with a space.</param>
/// <param name="Line">1-based.</param>
internal sealed record Measure(string Id, string Name, string Text, int Line);
