namespace ContainerSecurity.Images;

/// <summary>One line of the image's history.</summary>
internal sealed record HistoryEntry(string CreatedBy, bool EmptyLayer);
