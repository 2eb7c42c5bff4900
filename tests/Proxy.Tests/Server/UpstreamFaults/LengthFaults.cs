namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>A body's announced length that is not its length, or none at all (RFC 9112, 6.3).</summary>
internal static class LengthFaults
{
    public static IEnumerable<Fault> All =>
    [
        new("length too short", Outcome.Broken, scene => scene.Says(scene.Head($"Content-Length: {scene.FirstPart.Length}") + scene.Body)),
        new("length too short by a line's end", Outcome.Whole,
            scene => scene.Says(scene.Head($"Content-Length: {scene.Body.Length}") + scene.Body + "\r\n")),
        new("length too long", Outcome.Broken, scene => scene.SaysAndCloses(scene.Head($"Content-Length: {scene.Body.Length + 1}") + scene.Body))
            { OfStream = Outcome.Whole },
        new("length too long and silence", Outcome.TimedOut,
            scene => scene.Says(scene.Head($"Content-Length: {scene.Body.Length + 1}") + scene.Body)) { OfStream = Outcome.Whole, IsSilent = true },
        new("length in two headers that agree", Outcome.WholeOrBroken, scene => Lengths(scene, $"{scene.Body.Length}", $"{scene.Body.Length}"))
            { Connection = ConnectionFate.Open },
        new("length twice in one header", Outcome.WholeOrBroken, scene => Lengths(scene, $"{scene.Body.Length}, {scene.Body.Length}"))
            { Connection = ConnectionFate.Open },
        new("lengths in two headers that differ", Outcome.Broken, scene => Lengths(scene, $"{scene.Body.Length}", "5")),
        new("lengths in two headers that differ, the wrong one first", Outcome.Broken, scene => Lengths(scene, "5", $"{scene.Body.Length}")),
        new("different lengths in one header", Outcome.Broken, scene => Lengths(scene, $"{scene.Body.Length}, 5")),
        new("length with blanks and leading zeros", Outcome.Whole, scene => Lengths(scene, $"  000{scene.Body.Length} \t"))
            { Connection = ConnectionFate.Kept },
        Invalid("negative", "-1"),
        Invalid("with a plus", "+5"),
        Invalid("a word", "many"),
        Invalid("empty", ""),
        Invalid("hexadecimal", "0x20"),
        Invalid("a fraction", "1.5"),
        Invalid("two numbers", "5 5"),
        Invalid("a number and a word", "5 bytes"),
        Invalid("in digits that are no ASCII", "\u00b2\u00b3"),
        Invalid("more than 64 bits", "18446744073709551616"),
        Invalid("more than 63 bits", "9223372036854775808"),
        Invalid("a hundred digits", new string('9', 100)),
        new("length of exabytes", Outcome.Broken, scene => scene.SaysAndCloses(scene.Head("Content-Length: 9223372036854775807") + scene.FirstPart)),
        new("length none, until the connection closes", Outcome.Whole, scene => scene.Says(scene.Head() + scene.Body).Then(scene.Close)),
        new("length none, cut", Outcome.Broken, scene => scene.SaysAndCloses(scene.Head() + scene.FirstPart)),
        new("length none, reset", Outcome.Broken, scene => scene.SaysAndResets(scene.Head() + scene.FirstPart)),
    ];

    private static Fault Invalid(string how, string length) => new($"length {how}", Outcome.Broken, scene => Lengths(scene, length));

    private static Task Lengths(Scene scene, params string[] lengths) =>
        scene.Says(scene.Head([.. lengths.Select(length => $"Content-Length: {length}")]) + scene.Body);
}
