using System.Text.Json;

namespace Bench.Judging;

/// <summary>All results of judging, as <c>artifacts/bench/judge.json</c> and as a table.</summary>
/// <param name="RequestBytes">Of the request whose reading is the yardstick.</param>
internal sealed record JudgeResults(int RequestBytes, double ParseMicroseconds, IReadOnlyList<JudgeResult> Calls)
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(this, Layout) + "\n");
    }

    public void Print(TextWriter output)
    {
        output.WriteLine($"{"judged call",-12} {"",-10} | {"µs",7} | {"ratio to reading",16}");
        foreach (var call in Calls)
            output.WriteLine($"{call.Name,-12} {call.Judgement,-10} | {call.Microseconds,7:0.0} | {call.Ratio,16:0.00}");
        output.WriteLine($"reading a request of {RequestBytes} bytes: {ParseMicroseconds:0} µs");
    }
}

/// <summary>One call; the time is the median of the rounds.</summary>
/// <param name="Ratio">To reading the request.</param>
internal sealed record JudgeResult(string Name, string Judgement, double Microseconds, double Ratio);
