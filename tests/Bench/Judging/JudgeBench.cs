using System.Diagnostics;
using Bench.Results;
using Bench.Scenarios;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Safeguards;

namespace Bench.Judging;

/// <summary>
/// Judges usual tool calls by rules, round by round in turn, and reads the request of Claude Code that they would answer. Its time is the yardstick,
/// as it is measured in the same run.
/// </summary>
internal static class JudgeBench
{
    private const int Rounds = 9;

    private static readonly TimeSpan Warmth = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(40);

    public static void Run(string output)
    {
        var request = ClaudeCodeRequest.Write(stream: true);
        var works = new List<(string Name, Action Work)> { ("parse", () => MessagesRequest.Parse(request)) };
        foreach (var usual in UsualCall.All)
            works.Add((usual.Name, () => RuleJudge.Judge(UsualCall.Place, usual.Call)));

        var times = Measure(works);
        var judgements = UsualCall.All.Select((usual, index) => new JudgeResult(
            usual.Name, $"{RuleJudge.Judge(UsualCall.Place, usual.Call).Judgement}", times[index + 1], times[index + 1] / times[0])).ToList();
        var results = new JudgeResults(request.Length, times[0], judgements);
        results.Print(Console.Out);
        results.Write(output);
    }

    /// <summary>Microseconds of each, the median of the rounds.</summary>
    private static double[] Measure(List<(string Name, Action Work)> works)
    {
        foreach (var (_, work) in works)
            Repeat(work, Warmth);
        var rounds = works.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var index = 0; index < works.Count; index++)
                rounds[index].Add(Repeat(works[index].Work, RoundTime));
        }

        return [.. rounds.Select(Statistics.Median)];
    }

    /// <returns>Microseconds of one time: of the processor, for others may use this machine too.</returns>
    private static double Repeat(Action work, TimeSpan time)
    {
        var count = 0;
        var before = Environment.CpuUsage.TotalTime;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time; count++)
            work();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / count;
    }
}
