using System.Globalization;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Checks;

/// <summary>What a model says of one call.</summary>
internal sealed class ModelVerdict(bool isFlagged, string reason, string userWords)
{
    public bool IsFlagged => isFlagged;

    /// <summary>Never empty for a flagged call.</summary>
    public string Reason => reason;

    /// <summary>The user's words that a call is cleared by, as the model quotes them.</summary>
    public string UserWords => userWords;

    /// <summary>Reads one to its place by its id, from 1 on. Throws for anything but one whole verdict that is the first for its call.</summary>
    public static void Read(ref JsonCursor cursor, ReadOnlySpan<byte> source, ModelVerdict?[] into)
    {
        string? id = null, outcome = null, reason = null, userWords = null;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("id"u8))
                id = ReadOnce(ref cursor, source, id);
            else if (name.SequenceEqual("outcome"u8))
                outcome = ReadOnce(ref cursor, source, outcome);
            else if (name.SequenceEqual("reason"u8))
                reason = ReadOnce(ref cursor, source, reason);
            else if (name.SequenceEqual("user_words"u8))
                userWords = ReadOnce(ref cursor, source, userWords);
            else
                throw cursor.Fail("expected id, outcome, reason and user_words alone");
        }

        var isKnown = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= into.Length;
        if (!isKnown || into[number - 1] is not null)
            throw cursor.Fail("expected one verdict for each id");
        if (outcome is not ("flagged" or "not_flagged") || (outcome == "flagged" && string.IsNullOrWhiteSpace(reason)))
            throw cursor.Fail("expected an outcome with its reason");
        into[number - 1] = new ModelVerdict(outcome == "flagged", reason ?? "", userWords ?? "");
    }

    private static string ReadOnce(ref JsonCursor cursor, ReadOnlySpan<byte> source, string? known)
    {
        if (known is not null)
            throw cursor.Fail("a member stands there twice");
        return cursor.Peek() == JsonKind.Number ? System.Text.Encoding.UTF8.GetString(cursor.Take()) : cursor.ReadTextOrNull().ToString(source);
    }
}
