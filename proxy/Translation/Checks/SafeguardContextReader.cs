using System.Collections.Immutable;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Translation.Checks;

/// <summary>
/// Reads a <c>classifier_context</c> of Claude Code. Members that are not known are passed over and missing ones have their defaults; one that is of
/// another kind than it must be makes the whole unreadable, for it may have been what forbids a call.
/// </summary>
internal ref struct SafeguardContextReader
{
    private readonly ReadOnlySpan<byte> _source;
    private JsonCursor _cursor;
    private bool _isReadable = true;

    private SafeguardContextReader(ReadOnlySpan<byte> source, JsonValue context)
    {
        _source = source;
        _cursor = new JsonCursor(source, context.Start);
    }

    /// <returns>Null where it is missing or cannot be read.</returns>
    public static SafeguardContext? Read(ReadOnlySpan<byte> source, JsonValue context)
    {
        if (!context.IsPresent || context.In(source)[0] != '{')
            return null;
        var reader = new SafeguardContextReader(source, context);
        var read = reader.ReadContext();
        return reader._isReadable ? read : null;
    }

    private SafeguardContext ReadContext()
    {
        var context = new SafeguardContext();
        _cursor.BeginObject();
        while (_cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("platform"u8))
                context = context with { Platform = ReadText() is { Length: > 0 } platform ? platform : context.Platform };
            else if (name.SequenceEqual("live_cwd"u8))
                context = context with { WorkingDirectory = ReadText() };
            else if (name.SequenceEqual("home_dir"u8))
                context = context with { HomeDirectory = ReadText() };
            else if (name.SequenceEqual("trusted_directories"u8))
                context = ReadDirectories(context);
            else if (name.SequenceEqual("rules"u8))
                context = ReadRules(context);
            else
                _cursor.Skip();
        }

        return context;
    }

    /// <summary><c>{"primary":{"path":…,"resolved":[…]},"additional":[…],"block_reads_outside_working_directories":false}</c></summary>
    private SafeguardContext ReadDirectories(SafeguardContext context)
    {
        var directories = ImmutableArray.CreateBuilder<string>();
        var blocksReads = false;
        if (!TryBegin(JsonKind.Object))
            return context;
        while (_cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("primary"u8))
                ReadEntry(directories);
            else if (name.SequenceEqual("additional"u8))
                ReadEntries(directories);
            else if (name.SequenceEqual("block_reads_outside_working_directories"u8))
                blocksReads = ReadFlag();
            else
                _cursor.Skip();
        }

        return context with { TrustedDirectories = directories.DrainToImmutable(), BlocksReadsOutside = blocksReads };
    }

    private SafeguardContext ReadRules(SafeguardContext context)
    {
        if (!TryBegin(JsonKind.Object))
            return context;
        while (_cursor.NextMember(out var name))
        {
            var rules = ImmutableArray.CreateBuilder<string>();
            if (name.SequenceEqual("allow"u8))
                context = context with { Allow = ReadEntries(rules) };
            else if (name.SequenceEqual("ask"u8))
                context = context with { Ask = ReadEntries(rules) };
            else if (name.SequenceEqual("deny"u8))
                context = context with { Deny = ReadEntries(rules) };
            else
                _cursor.Skip();
        }

        return context;
    }

    private ImmutableArray<string> ReadEntries(ImmutableArray<string>.Builder into)
    {
        if (TryBegin(JsonKind.Array))
        {
            while (_cursor.NextElement())
                ReadEntry(into);
        }

        return into.ToImmutable();
    }

    /// <summary>
    /// <c>{"path":"/srv/app","resolved":["/mnt/app"]}</c>, <c>{"rule":"Bash(npm test:*)","source":"userSettings"}</c>, or the path or rule alone.
    /// </summary>
    private void ReadEntry(ImmutableArray<string>.Builder into)
    {
        if (_cursor.Peek() == JsonKind.Text)
        {
            Add(into, ReadText());
            return;
        }

        var isNamed = false;
        if (!TryBegin(JsonKind.Object))
            return;
        while (_cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("path"u8) || name.SequenceEqual("rule"u8))
                isNamed = Add(into, ReadText());
            else if (name.SequenceEqual("resolved"u8))
                ReadEntries(into);
            else
                _cursor.Skip();
        }

        _isReadable &= isNamed;
    }

    /// <summary>False, and the value passed over, where something else stands; null stands for nothing.</summary>
    private bool TryBegin(JsonKind kind)
    {
        if (_cursor.SkipNull())
            return false;
        if (_cursor.Peek() != kind)
        {
            Refuse();
            return false;
        }

        if (kind == JsonKind.Object)
            _cursor.BeginObject();
        else
            _cursor.BeginArray();
        return true;
    }

    private string ReadText()
    {
        if (_cursor.SkipNull())
            return "";
        if (_cursor.Peek() == JsonKind.Text)
            return _cursor.ReadText().ToString(_source);
        Refuse();
        return "";
    }

    private bool ReadFlag()
    {
        if (_cursor.SkipNull())
            return false;
        if (_cursor.Peek() is JsonKind.True or JsonKind.False)
            return _cursor.ReadBool();
        Refuse();
        return false;
    }

    private void Refuse()
    {
        _isReadable = false;
        _cursor.Skip();
    }

    private static bool Add(ImmutableArray<string>.Builder into, string text)
    {
        if (text.Length > 0 && !into.Contains(text))
            into.Add(text);
        return text.Length > 0;
    }
}
