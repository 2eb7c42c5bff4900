namespace ContainerSecurity.Findings;

/// <summary>The exception that covers a finding, with its reason and expiry.</summary>
/// <param name="By">The file or pragma with the exception.</param>
/// <param name="Statement">The reason given there.</param>
/// <param name="ExpiresAt">The last day on which it is valid.</param>
public sealed record Suppression(string By, string? Statement = null, DateOnly? ExpiresAt = null);
