using System.Diagnostics;
using ContainerSecurity.Findings;
using ContainerSecurity.Processes;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Gates;

/// <summary>A named judgement over facts. A gate never throws for findings; what breaks it becomes verdict <c>error</c> here, in one place.</summary>
internal sealed record Gate(GateDescription Description, Func<GateInput, CancellationToken, Task<GateResult>> Judge)
{
    public string Name => Description.Name;

    /// <summary>Judges, measures, and fails closed.</summary>
    public async Task<GateResult> RunAsync(GateInput input, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            return await Judge(input, cancellation) with { Duration = clock.Elapsed };
        }
        catch (Exception broken) when (broken is InputException or ToolFailedException or IOException or UnauthorizedAccessException)
        {
            return GateResult.CouldNotRun(Name, SecretMask.Apply(broken.Message)) with { Duration = clock.Elapsed };
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // A defect of one gate must neither pass nor keep the others from reporting.
            return GateResult.CouldNotRun(
                Name, $"the gate itself broke: {defect.GetType().Name}: {SecretMask.Apply(defect.Message)} Please report this.")
                with
            { Duration = clock.Elapsed };
        }
    }
}
