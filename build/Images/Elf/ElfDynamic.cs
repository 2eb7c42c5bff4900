using System.Collections.Immutable;

namespace ContainerSecurity.Images.Elf;

/// <summary>What the dynamic section requires of the loader.</summary>
internal sealed record ElfDynamic(ImmutableArray<string> Needed, bool BindsNow, bool IsPie)
{
    /// <summary>Where the loader looks for libraries first: DT_RPATH and DT_RUNPATH.</summary>
    public ImmutableArray<string> SearchPaths { get; init; } = [];

    private const int MostTags = 65536;
    private const ulong TagNeeded = 1;
    private const ulong TagStringTable = 5;
    private const ulong TagRpath = 15;
    private const ulong TagBindNow = 24;
    private const ulong TagRunpath = 29;
    private const ulong TagFlags = 30;
    private const ulong TagFlags1 = 0x6ffffffb;
    private const ulong FlagBindNow = 8;
    private const ulong Flag1Now = 1;
    private const ulong Flag1Pie = 0x08000000;

    public static ElfDynamic Read(ElfBytes bytes, IReadOnlyList<ElfSegment> segments)
    {
        var tags = new List<(ulong Tag, ulong Value)>();
        foreach (var segment in segments.Where(segment => segment.Type == ElfSegment.Dynamic))
            ReadTags(bytes, segment, tags);

        return new ElfDynamic(
            TextsOf(bytes, segments, tags, [TagNeeded]),
            tags.Any(tag => tag.Tag == TagBindNow || Has(tag, TagFlags, FlagBindNow) || Has(tag, TagFlags1, Flag1Now)),
            tags.Any(tag => Has(tag, TagFlags1, Flag1Pie)))
        {
            SearchPaths = TextsOf(bytes, segments, tags, [TagRpath, TagRunpath]),
        };
    }

    private static ImmutableArray<string> TextsOf(
        ElfBytes bytes, IReadOnlyList<ElfSegment> segments, List<(ulong Tag, ulong Value)> tags, ReadOnlySpan<ulong> wanted)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var (tag, offset) in tags)
        {
            if (wanted.Contains(tag))
                texts.Add(TextAt(bytes, segments, tags, offset));
        }

        return texts.ToImmutable();
    }

    private static bool Has((ulong Tag, ulong Value) entry, ulong tag, ulong flag) => entry.Tag == tag && (entry.Value & flag) != 0;

    private static void ReadTags(ElfBytes bytes, ElfSegment segment, List<(ulong, ulong)> tags)
    {
        var word = bytes.IsWide ? 8UL : 4UL;
        for (var at = 0UL; at < segment.Size; at += 2 * word)
        {
            var tag = bytes.Address(segment.Offset + at);
            if (tag == 0)
                return;
            if (tags.Count == MostTags)
                throw bytes.Damaged($"more than {MostTags} dynamic entries");

            tags.Add((tag, bytes.Address(segment.Offset + at + word)));
        }
    }

    /// <summary>The text, or its offset where the string table cannot be found, so that no required library is lost.</summary>
    private static string TextAt(ElfBytes bytes, IReadOnlyList<ElfSegment> segments, List<(ulong Tag, ulong Value)> tags, ulong offset)
    {
        foreach (var (_, table) in tags.Where(tag => tag.Tag == TagStringTable))
        {
            foreach (var load in segments.Where(segment => segment.Type == ElfSegment.Load && table - segment.Address < segment.Size))
                return bytes.Text(load.Offset + (table - load.Address) + offset);
        }

        return $"(name at offset {offset})";
    }
}
