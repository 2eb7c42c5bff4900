using System.Globalization;
using Bench;
using Bench.Fuzzing;
using Bench.Judging;
using Bench.Linting;
using Bench.Results;
using Bench.Servers;

// One thread for all sockets, on which what follows a read runs at once: the load core is not to be what is measured.
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT", "1");

switch (args)
{
    case ["upstream", var port]:
        await new Upstream().RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
        return 0;

    case ["compare", var proxy, var output, .. var options]:
        return await CompareCommand.RunAsync(proxy, output, options);

    case ["table", var results]:
        foreach (var line in ResultTable.Goals(BenchResults.Read(results)))
            Console.WriteLine(line);
        return 0;

    case ["lint", var output]:
        await LintBench.RunAsync(output);
        return 0;

    case ["judge", var output]:
        JudgeBench.Run(output);
        return 0;

    case ["fuzz", var seconds, var repository, var finds]:
        return await FuzzRun.RunAsync(seconds, repository, finds);

    case ["fuzz-instrumented", var target, var seconds, var repository, var finds]:
        return FuzzRun.Run(target, seconds, repository, finds);

    default:
        await Console.Error.WriteLineAsync(
            "usage: bench compare PROXY-BINARY RESULTS.json [--peer=NAME=COMMAND …] [--only=SCENARIO …] | bench table RESULTS.json | "
            + "bench lint RESULTS.json | bench judge RESULTS.json | bench fuzz SECONDS REPOSITORY OUTPUT");
        return 2;
}
