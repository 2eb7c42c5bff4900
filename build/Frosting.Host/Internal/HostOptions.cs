using System.ComponentModel;
using Cake.Cli;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

/// <summary>The options of the host itself; all others belong to the program and are passed on in <c>context.Arguments</c>.</summary>
internal sealed class HostOptions : CommandSettings
{
    [CommandOption("-t|--target|--Target <TARGET>")]
    [Description("The target to run.")]
    [DefaultValue(new[] { "Default" })]
    public string[] Targets { get; init; } = [];

    [CommandOption("-w|--working <PATH>")]
    [Description("The directory to run in.")]
    [TypeConverter(typeof(Cake.Core.IO.DirectoryPathConverter))]
    public DirectoryPath? WorkingDirectory { get; init; }

    [CommandOption("-v|--verbosity <VERBOSITY>")]
    [Description("How much to say: quiet, minimal, normal, verbose, diagnostic.")]
    [TypeConverter(typeof(VerbosityConverter))]
    [DefaultValue(Verbosity.Normal)]
    public Verbosity Verbosity { get; init; }

    [CommandOption("--description|--descriptions|--showdescription|--showdescriptions")]
    [Description("Show what each target does.")]
    public bool Description { get; init; }

    [CommandOption("--tree|--showtree")]
    [Description("Show which targets depend on which.")]
    public bool Tree { get; init; }

    [CommandOption("--dryrun|--noop|--whatif")]
    [Description("Show what would run, in order, and run nothing.")]
    public bool DryRun { get; init; }

    [CommandOption("-e|--exclusive")]
    [Description("Run the target without what it depends on.")]
    public bool Exclusive { get; init; }

    [CommandOption("--version|--ver")]
    [Description("Show the version.")]
    public bool Version { get; init; }

    [CommandOption("--info")]
    [Description("Show the versions of the program and of Cake.")]
    public bool Info { get; init; }
}
