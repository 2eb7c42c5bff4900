namespace ContainerSecurity.Tools.Acquisition;

/// <summary>How tools are acquired.</summary>
internal sealed record ToolSourceSettings
{
    /// <summary>The user's cache; tools lie in its folder <c>tools</c>.</summary>
    public required string Cache { get; init; }

    /// <summary>Whose executables: <c>linux-x64</c> and so on. The machine's own by default; for what goes into an image the image's.</summary>
    public string Platform { get; init; } = HostPlatform.Name;

    /// <summary>Never touch the network.</summary>
    public bool Offline { get; init; }

    /// <summary>Ask hosts that did not answer a short while ago, too.</summary>
    public bool RetryUnreachable { get; init; }

    public IProgress<DownloadProgress>? Progress { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
