namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>Makes an instruction of a logical line and says what a builder would refuse about it.</summary>
internal static class InstructionReader
{
    public static Instruction Read(LogicalLine line, char escape, SyntaxErrors errors)
    {
        var (instruction, wrong) = Split(line, line.Text, escape, errors);
        wrong ??= FlagGrammar.Check(instruction) ?? ArgumentGrammar.Check(instruction);
        if (wrong is null)
            return instruction.Keyword == "ONBUILD" ? WithTriggered(instruction, line, escape, errors) : instruction;
        errors.Refuse(line.Line, line.Column, wrong);
        return instruction;
    }

    private static (Instruction Instruction, string? Wrong) Split(LogicalLine line, string text, char escape, SyntaxErrors errors)
    {
        var parts = InstructionParts.Split(text, escape);
        var arguments = ArgumentReader.Read(parts.Keyword, parts.Rest, escape);
        if (arguments.Objection is { } objection)
            errors.Object(line.Line, line.Column, objection);
        var instruction = new Instruction
        {
            Keyword = parts.Keyword,
            Written = parts.Written,
            Line = line.Line,
            EndLine = line.EndLine,
            Flags = parts.Flags,
            Text = parts.Rest,
            EndsInBlank = line.Text is [.., ' ' or '\t'],
            ExecForm = arguments.ExecForm,
            Arguments = arguments.Words,
            RawArguments = arguments.RawWords,
            IsOldForm = arguments.IsOldForm,
        };
        return (instruction, arguments.Refused);
    }

    // BuildKit looks no further into a trigger than its first word: what it triggers is judged in the build that it triggers.
    private static Instruction WithTriggered(Instruction onbuild, LogicalLine line, char escape, SyntaxErrors errors)
    {
        var (triggered, wrong) = Split(line, onbuild.Text, escape, errors);
        if (wrong is not null)
            errors.Refuse(line.Line, line.Column, wrong);
        if (triggered.Keyword is "FROM" or "MAINTAINER" or "ONBUILD")
            errors.Object(line.Line, line.Column, $"`ONBUILD {triggered.Keyword}` is not allowed: no builder runs it");
        return onbuild with { Triggered = triggered };
    }
}
