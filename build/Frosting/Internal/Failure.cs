using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Internal;

/// <summary>Turns what ended a run into one message and an exit code.</summary>
internal static class Failure
{
    /// <summary>The run could not be done (design: exit codes).</summary>
    private const int CouldNotRun = 2;

    /// <summary>The code of the program's own exception type, if it derives one from <see cref="CakeException"/>; 2 for everything else.</summary>
    public static int Report(ICakeLog log, Exception exception)
    {
        var cause = CauseOf(exception);
        log.Error("Error: {0}", log.Verbosity == Verbosity.Diagnostic ? cause : cause.Message);
        return cause is CakeException decided && (decided.GetType() != typeof(CakeException) || decided.ExitCode > 1)
            ? decided.ExitCode
            : CouldNotRun;
    }

    private static Exception CauseOf(Exception exception) => exception switch
    {
        CakeReportException { InnerException: { } inner } => CauseOf(inner),
        TargetInvocationException { InnerException: { } inner } => CauseOf(inner),
        AggregateException { InnerExceptions: [var only] } => CauseOf(only),
        _ => exception,
    };
}
