namespace ContainerSecurity.Tools.Acquisition;

/// <summary>How tools are acquired.</summary>
internal sealed record ToolSourceSettings
{
    /// <summary>The user's cache; tools are in its folder <c>tools</c>.</summary>
    public required string Cache { get; init; }

    /// <summary>
    /// The platform of the executables, such as <c>linux-x64</c>: this machine's by default, the image's for tools that go into an image.
    /// </summary>
    public string Platform { get; init; } = HostPlatform.Name;

    /// <summary>Never touch the network.</summary>
    public bool Offline { get; init; }

    /// <summary>Also try hosts that did not respond recently.</summary>
    public bool RetryUnreachable { get; init; }

    public IProgress<DownloadProgress>? Progress { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
