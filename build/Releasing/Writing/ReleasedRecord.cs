using ContainerSecurity.Findings;

namespace ContainerSecurity.Releasing.Writing;

/// <summary>
/// The record of a run as it is released: without how long gates took and how old the database was by the clock, so that two runs of one commit with
/// one database say the same. When the database was published stays in it.
/// </summary>
internal static class ReleasedRecord
{
    private const string Published = "database";
    private const string Age = "databaseAgeHours";

    public static ScanReport Of(ScanReport report)
    {
        var lasting = report.WithoutDurations();
        return lasting with { Gates = [.. lasting.Gates.Select(WithoutAge)] };
    }

    private static GateResult WithoutAge(GateResult gate) => gate.Coverage.Facts.GetValueOrDefault(Age) is not { } age ? gate : gate with
    {
        Coverage = Coverage.Restore(
            gate.Coverage.Facts.Where(fact => fact.Key != Age),
            gate.Coverage.Summary.Replace($"database {age} h old", $"database of {gate.Coverage.Facts[Published]}", StringComparison.Ordinal)),
    };
}
