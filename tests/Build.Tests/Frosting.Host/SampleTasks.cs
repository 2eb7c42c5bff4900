using Cake.Core;
using Cake.Frosting;

namespace Build.Tests.Frosting.Host;

/// <summary>
/// A small build: <c>Release</c> needs <c>Test</c> and <c>Pack</c>, both need <c>Compile</c>, and <c>Sign</c> pushes itself before <c>Release</c>.
/// </summary>
internal static class SampleTasks
{
    public static readonly Type[] All = [typeof(Release), typeof(Sign), typeof(Pack), typeof(Test), typeof(Compile)];

    [TaskDescription("Compile the sources")]
    public sealed class Compile : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context) => context.Journal.Add("Compile");
    }

    [TaskName("Test"), TaskDescription("Run the tests")]
    [IsDependentOn(typeof(Compile))]
    public sealed class Test : AsyncFrostingTask<JournalContext>
    {
        public override async Task RunAsync(JournalContext context)
        {
            context.Journal.Add("Test begins");
            await Task.Yield();
            context.Journal.Add("Test ends");
        }
    }

    [TaskName("Pack")]
    [IsDependentOn(typeof(Compile))]
    public sealed class Pack : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context) => context.Journal.Add("Pack");
    }

    [TaskName("Sign")]
    [IsDependeeOf(typeof(Release))]
    public sealed class Sign(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add("Sign");
    }

    [TaskName("Release"), TaskDescription("Make it public")]
    [IsDependentOn(typeof(Test)), IsDependentOn(typeof(Pack))]
    public sealed class Release : FrostingTask;
}
