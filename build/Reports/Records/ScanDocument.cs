using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports.Records;

/// <summary>The root of <c>scan.json</c>. Most runs check one image, in <c>image</c>; further platforms follow in a list.</summary>
internal sealed record ScanDocument
{
    public required int SchemaVersion { get; init; }

    public required Verdict Verdict { get; init; }

    public required int ExitCode { get; init; }

    public required bool Strict { get; init; }

    public string? Target { get; init; }

    public string? Command { get; init; }

    public SourceRevision? Source { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public ImmutableArray<ToolVersion> Tools { get; init; } = [];

    public string? Error { get; init; }

    public ImageIdentity? Image { get; init; }

    public ImmutableArray<ImageIdentity> OtherImages { get; init; } = [];

    public required ImmutableArray<GateResult> Gates { get; init; }

    public ImmutableArray<ClaimResult> Claims { get; init; } = [];

    public ImmutableArray<ControlResult> Controls { get; init; } = [];

    public static ScanDocument Of(ScanReport report) => new()
    {
        SchemaVersion = ScanReport.SchemaVersion,
        Verdict = report.Verdict,
        ExitCode = report.ExitCode,
        Strict = report.Strict,
        Target = report.Target,
        Command = report.Command,
        Source = report.Source,
        CreatedAt = report.CreatedAt,
        Tools = report.Tools,
        Error = report.Error,
        Image = report.Images.FirstOrDefault(),
        OtherImages = [.. report.Images.Skip(1)],
        Gates = report.Gates,
        Claims = report.Claims,
        Controls = report.Controls,
    };

    public ScanReport ToReport() => new(Image is null ? OtherImages : [Image, .. OtherImages], Gates, Strict)
    {
        Target = Target,
        Command = Command,
        Source = Source,
        CreatedAt = CreatedAt,
        Tools = Tools,
        Error = Error,
        Claims = Claims,
        Controls = Controls,
    };
}
