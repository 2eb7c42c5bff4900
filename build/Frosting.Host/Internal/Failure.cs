using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Internal;

/// <summary>Reports the exception that ended a run as one message and an exit code.</summary>
internal static class Failure
{
    /// <summary>The run could not be completed.</summary>
    private const int CouldNotRun = 2;

    /// <summary>The code of a <see cref="CakeException"/> that the program threw; 2 for everything else.</summary>
    public static int Report(ICakeLog log, Exception exception)
    {
        var cause = CauseOf(exception);
        log.Error("Error: {0}", log.Verbosity == Verbosity.Diagnostic ? cause : cause.Message);
        // Cake uses exit code 1 for its own errors; in this program it means that a gate failed.
        return cause is CakeException { Source: not ("Cake.Core" or "Cake.Common" or "Cake.Cli") } decided ? decided.ExitCode : CouldNotRun;
    }

    private static Exception CauseOf(Exception exception) => exception switch
    {
        CakeReportException { InnerException: { } inner } => CauseOf(inner),
        TargetInvocationException { InnerException: { } inner } => CauseOf(inner),
        AggregateException { InnerExceptions: [var only] } => CauseOf(only),
        _ => exception,
    };
}
