namespace ContainerSecurity.Findings;

/// <summary>Who excused a finding, why, and until when.</summary>
/// <param name="By">The file or pragma that holds the exception.</param>
/// <param name="Statement">The reason given there.</param>
/// <param name="ExpiresAt">The last day on which it counts.</param>
public sealed record Suppression(string By, string? Statement = null, DateOnly? ExpiresAt = null);
