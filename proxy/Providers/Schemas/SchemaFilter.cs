using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>
/// Walks over a schema and notes the edits after which it has nothing that is refused. It goes where schemas are, so that neither a property that is
/// called like a keyword nor a value in an <c>enum</c> or <c>default</c> is taken for one.
/// </summary>
internal ref struct SchemaFilter(ReadOnlySpan<byte> source, SchemaFeature refused, ByteEdits edits)
{
    private static readonly SchemaKeyword Other = new("", SchemaFeature.OtherKeywords);

    private readonly ReadOnlySpan<byte> _source = source;
    private bool _hasBranches;

    /// <summary>What of the refused there was.</summary>
    public SchemaFeature Met { get; private set; }

    public void Visit(JsonValue schema)
    {
        _hasBranches = schema.In(_source).IndexOf("Of\""u8) >= 0 || schema.In(_source).IndexOf("\\u"u8) >= 0;
        var cursor = new JsonCursor(_source, schema.Start);
        Visit(ref cursor, isRoot: true, default);
    }

    /// <param name="cursor">Before the schema; after it when it returns.</param>
    /// <param name="inherited">The type that stood beside the branch that the schema is.</param>
    private void Visit(ref JsonCursor cursor, bool isRoot, JsonValue inherited)
    {
        if (cursor.Peek() != JsonKind.Object)
        {
            cursor.Skip();
            return;
        }

        var whole = new SchemaSpot(cursor.Position, isRoot);
        var (facts, cuts) = (default(SchemaFacts), new ElementCuts(edits));
        cursor.BeginObject();
        var before = cursor.Position;
        while (cursor.NextMember(out var name))
        {
            var start = NameAfter(before);
            var keyword = SchemaKeywords.Find(name) ?? Other;
            var kind = cursor.Peek();
            var value = cursor.Position;
            var isKept = !IsCut(keyword, whole, value);
            if (isKept && keyword.Shape != KeywordShape.Value)
                VisitValue(ref cursor, keyword, kind, start, whole);
            else if (isKept && keyword.Role == KeywordRole.Const && Refuses(SchemaFeature.Constants))
                WrapConstant(ref cursor, start);
            else
                cursor.Skip();
            before = cursor.Position;
            cuts.Add(isKept, start, before);
            if (isKept || keyword.Role == KeywordRole.Type)
                facts.Add(keyword.Role, _source, new JsonValue(value, before - value));
        }

        cuts.End();
        Complete(new MissingMembers(refused, facts, _source, isRoot, inherited), whole.Start, before, cuts.HasKept);
    }

    private readonly int NameAfter(int before) => before + _source[before..].IndexOf((byte)'"');

    private bool IsCut(SchemaKeyword keyword, SchemaSpot whole, int value)
    {
        if (whole.IsRoot && keyword.IsCombinator && Meets(SchemaFeature.RootCombinators))
            return true;
        return keyword.Role switch
        {
            KeywordRole.Type => Refuses(SchemaFeature.TypeBesideBranches) && KeepsBranches(whole) && Meets(SchemaFeature.TypeBesideBranches),
            KeywordRole.AdditionalProperties when Refuses(SchemaFeature.OpenObjects) => _source[value] != 'f' && Meets(SchemaFeature.OpenObjects),
            // These two can be said in other words.
            KeywordRole.OneOf => Meets(SchemaFeature.OneOf) && (Refuses(SchemaFeature.AnyOf) || Has(whole, "anyOf"u8)),
            KeywordRole.Const => Meets(SchemaFeature.Constants) && Has(whole, "enum"u8),
            _ => Meets(keyword.Feature) || (keyword.Shape == KeywordShape.Pattern && Meets(FindInPattern(value))),
        };
    }

    private readonly bool KeepsBranches(SchemaSpot whole) =>
        _hasBranches && !(whole.IsRoot && Refuses(SchemaFeature.RootCombinators))
            && ((!Refuses(SchemaFeature.AnyOf) && Has(whole, "anyOf"u8))
                || ((refused & (SchemaFeature.AnyOf | SchemaFeature.OneOf)) != (SchemaFeature.AnyOf | SchemaFeature.OneOf) && Has(whole, "oneOf"u8)));

    private void VisitValue(ref JsonCursor cursor, SchemaKeyword keyword, JsonKind kind, int name, SchemaSpot whole)
    {
        switch (keyword.Shape, kind)
        {
            case (KeywordShape.Schema or KeywordShape.SchemaOrList, JsonKind.Object): Visit(ref cursor, isRoot: false, default); break;
            case (KeywordShape.List, JsonKind.Array): VisitBranches(ref cursor, keyword.Role, name, whole); break;
            case (KeywordShape.SchemaOrList, JsonKind.Array): VisitTuple(ref cursor); break;
            case (KeywordShape.Map, JsonKind.Object): VisitMap(ref cursor, isPattern: false); break;
            case (KeywordShape.PatternMap, JsonKind.Object): VisitMap(ref cursor, isPattern: true); break;
            default: cursor.Skip(); break;
        }
    }

    /// <summary><c>"const":1</c> becomes <c>"enum":[1]</c>.</summary>
    private readonly void WrapConstant(ref JsonCursor cursor, int name)
    {
        edits.Rename(_source, name, "enum");
        edits.Insert(cursor.Position, "[");
        cursor.Skip();
        edits.Insert(cursor.Position, "]");
    }

    private void VisitBranches(ref JsonCursor cursor, KeywordRole keyword, int name, SchemaSpot whole)
    {
        if (keyword == KeywordRole.OneOf && Refuses(SchemaFeature.OneOf))
            edits.Rename(_source, name, "anyOf");
        var isMoved = Refuses(SchemaFeature.TypeBesideBranches) && keyword is KeywordRole.AnyOf or KeywordRole.OneOf;
        VisitList(ref cursor, isMoved ? SchemaMembers.Find(_source, whole.Value, "type"u8) : default);
    }

    private void VisitList(ref JsonCursor cursor, JsonValue inherited)
    {
        cursor.BeginArray();
        while (cursor.NextElement())
            Visit(ref cursor, isRoot: false, inherited);
    }

    /// <summary>Of a list of schemas, one for each place, the first stands for all where such lists are refused.</summary>
    private void VisitTuple(ref JsonCursor cursor)
    {
        if (!Meets(SchemaFeature.Tuples))
        {
            VisitList(ref cursor, default);
            return;
        }

        var start = cursor.Position;
        var list = cursor.ReadValue();
        if (SchemaMembers.Elements(_source, list) is not [var schema, ..])
        {
            edits.ReplaceRaw(start, cursor.Position, "{}");
            return;
        }

        edits.Cut(start, schema.Start);
        var first = new JsonCursor(_source, schema.Start);
        Visit(ref first, isRoot: false, default);
        edits.Cut(schema.Start + schema.Length, cursor.Position);
    }

    private void VisitMap(ref JsonCursor cursor, bool isPattern)
    {
        var cuts = new ElementCuts(edits);
        cursor.BeginObject();
        var before = cursor.Position;
        while (cursor.NextMember(out _))
        {
            var start = NameAfter(before);
            var isKept = !isPattern || !Meets(FindInPattern(start));
            if (isKept)
                Visit(ref cursor, isRoot: false, default);
            else
                cursor.Skip();
            before = cursor.Position;
            cuts.Add(isKept, start, before);
        }

        cuts.End();
    }

    private void Complete(MissingMembers missing, int start, int lastEnd, bool hasKept)
    {
        var first = missing.First();
        var last = missing.Last();
        Met |= missing.Met;
        if (first.Length > 0)
            edits.ReplaceRaw(start, start + 1, hasKept ? $"{{{first}," : $"{{{first}");
        if (last.Length > 0)
            edits.Insert(lastEnd, hasKept || first.Length > 0 ? $",{last}" : last);
    }

    private readonly bool Refuses(SchemaFeature feature) => (refused & feature) != 0;

    private bool Meets(SchemaFeature feature)
    {
        Met |= refused & feature;
        return Refuses(feature);
    }

    private readonly bool Has(SchemaSpot whole, ReadOnlySpan<byte> keyword) => SchemaMembers.Find(_source, whole.Value, keyword).IsPresent;

    private readonly SchemaFeature FindInPattern(int start)
    {
        if (!Refuses(SchemaFeature.EcmaScriptPatterns | SchemaFeature.Lookaround) || _source[start] != '"')
            return SchemaFeature.None;
        return new PatternScanner(new JsonCursor(_source, start).ReadText().ToString(_source)).Scan();
    }
}
