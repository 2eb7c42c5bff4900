using Cake.Core;

namespace Cake.Frosting;

/// <summary>One target of the build, as the engine sees it.</summary>
public interface IFrostingTask
{
    Task RunAsync(ICakeContext context);

    bool ShouldRun(ICakeContext context);

    /// <summary>Why the task was skipped; shown when <see cref="ShouldRun"/> returns false.</summary>
    string SkippedMessage => string.Empty;

    void OnError(Exception exception, ICakeContext context);

    void Finally(ICakeContext context);
}
