using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>
/// Tells at a glance that a schema cannot have what is refused, by words without which there is none of it: most schemas of most requests need no
/// walk.
/// </summary>
internal static class SchemaSigns
{
    /// <summary>Its sign would be that something is missing.</summary>
    private const SchemaFeature Unmarked = SchemaFeature.UntypedSchemas | SchemaFeature.OpenObjects | SchemaFeature.OtherKeywords;

    public static bool MayHave(ReadOnlySpan<byte> source, JsonValue schema, SchemaFeature refused)
    {
        if (refused == SchemaFeature.None)
            return false;
        var text = schema.In(source);
        if ((refused & Unmarked) != 0 || MayHaveForm(text, refused))
            return true;
        foreach (var keyword in SchemaKeywords.All)
        {
            if ((refused & keyword.Feature) != 0 && text.IndexOf(keyword.Quoted) >= 0)
                return true;
        }

        // A name may be written in another way.
        if ((refused & ~SchemaFeature.RootWithoutProperties) != 0 && text.IndexOf("\\u"u8) >= 0)
            return true;
        return (refused & SchemaFeatures.OfToolsAlone) != 0
            && !IsPlainObject(source, schema, (refused & SchemaFeature.RootCombinators) != 0 && MayHaveCombinators(text));
    }

    private static bool MayHaveForm(ReadOnlySpan<byte> text, SchemaFeature refused) =>
        ((refused & SchemaFeature.ArraysWithoutItems) != 0 && HasArrayWithoutItems(text))
            || ((refused & (SchemaFeature.EcmaScriptPatterns | SchemaFeature.Lookaround)) != 0 && text.IndexOf("\"pattern"u8) >= 0)
            || ((refused & SchemaFeature.RequiredWithoutProperties) != 0 && text.IndexOf("\"required\""u8) >= 0)
            || ((refused & SchemaFeature.TypeBesideBranches) != 0 && text.IndexOf("Of\""u8) >= 0)
            || ((refused & SchemaFeature.Tuples) != 0 && text.IndexOf("\"items\""u8) >= 0);

    private static bool MayHaveCombinators(ReadOnlySpan<byte> text) =>
        text.IndexOf("Of\""u8) >= 0 || text.IndexOf("\"not\""u8) >= 0 || text.IndexOf("\"enum\""u8) >= 0 || text.IndexOf("\"const\""u8) >= 0;

    /// <summary>As nearly everybody writes arrays, their items follow at once.</summary>
    private static bool HasArrayWithoutItems(ReadOnlySpan<byte> text)
    {
        var array = "\"array\""u8;
        for (var at = text.IndexOf(array); at >= 0; at = text.IndexOf(array))
        {
            text = text[(at + array.Length)..];
            if (!text.StartsWith(",\"items\":"u8))
                return true;
        }

        return false;
    }

    /// <summary>It names its type and its properties.</summary>
    private static bool IsPlainObject(ReadOnlySpan<byte> source, JsonValue schema, bool isWithoutCombinators)
    {
        if (!SchemaMembers.IsObject(source, schema))
            return true;
        var (hasType, hasProperties) = (false, false);
        var cursor = new JsonCursor(source, schema.Start);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            hasType |= name.SequenceEqual("type"u8);
            hasProperties |= name.SequenceEqual("properties"u8);
            if (hasType && hasProperties && !isWithoutCombinators)
                return true;
            if (isWithoutCombinators && SchemaKeywords.Find(name) is { IsCombinator: true })
                return false;
            cursor.Skip();
        }

        return hasType && hasProperties;
    }
}
