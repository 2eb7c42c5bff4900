namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>What one object of an error body says: of several sentences the one that knows most, and what others add to it.</summary>
internal sealed class ProblemSentence
{
    /// <summary>The worth of <c>{"error":"Bad Request"}</c>, which often only names the status.</summary>
    public const int Name = 1;

    public const int Message = 2;

    public const int ErrorObject = 3;

    /// <summary>The words of the provider behind a gateway that has only "Provider returned error" to say itself.</summary>
    public const int Provider = 4;

    private const int MaxLength = 1000;

    private string _words = "";
    private string _further = "";
    private int _worth;

    /// <summary>The member of the request that the object is about; empty when it names none.</summary>
    public string Place { get; set; } = "";

    public void Add(string words, int worth)
    {
        if (words.Length > 0 && worth > _worth)
            (_words, _worth) = (words, worth);
    }

    public void AddFurther(string words) => _further = Join(_further, words, "; ");

    public override string ToString()
    {
        var words = Join(_words, _further, " ");
        return Place.Length > 0 && words.Length > 0 ? $"{Place}: {words}" : words;
    }

    /// <summary>Nothing is said twice, and not without end.</summary>
    public static string Join(string words, string further, string separator)
    {
        if (words.Length > MaxLength)
            return words;
        if (words.Length == 0 || further.Contains(words, StringComparison.Ordinal))
            return further;
        return further.Length == 0 || words.Contains(further, StringComparison.Ordinal) ? words : words + separator + further;
    }
}
