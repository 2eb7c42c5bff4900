using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace Build.Tests.Shell;

public sealed class ShellScriptTests
{
    [Theory]
    [InlineData("apt-get update && apt-get install -y curl; rm -rf /x", "apt-get apt-get rm")]
    [InlineData("a | b |& c || d & e", "a b c d e")]
    [InlineData("(a; b) && { c; d; }", "a b c d")]
    [InlineData("if [ -f x ]; then a; elif b; then c; else d; fi", "a b c d")]
    [InlineData("for f in $(a) b; do c; done", "a c")]
    [InlineData("for ((i=0; i<3; i++)); do a; done", "a")]
    [InlineData("while a; do b; done < c", "a b")]
    [InlineData("until ! a; do b; done", "a b")]
    [InlineData("case $(a) in x|y) b ;; *) c;; esac", "a b c")]
    [InlineData("f() { a; }; function g { b; }; f", "a b f")]
    [InlineData("[[ $x =~ ^(a|b)+$ && -n $(c) ]] && d", "c d")]
    [InlineData("A=1 B=\"$(x)\" a", "a x")]
    [InlineData("echo $(a $(b)) `c` \"$(d)\"", "echo a b c d")]
    [InlineData("diff <(a) <(b) > >(c)", "diff c a b")]
    [InlineData("exec -a n a; command b; builtin c; busybox d; command -v e", "a b c d command")]
    [InlineData("time -p a | b", "time a b")]
    [InlineData("coproc a", "a")]
    [InlineData("! a", "a")]
    [InlineData("\\ls 'ap't\"-get\" x", "ls")]
    [InlineData("'ap't\"-get\" x", "apt-get")]
    [InlineData("a # b; c\nd", "a d")]
    [InlineData("a \\\n b; c", "a c")]
    [InlineData("((x = 1 + 2)) && a", "a")]
    [InlineData("((a); b)", "a b")]
    [InlineData("echo $((1 + $(a))) $((b); c)", "echo a b c")]
    [InlineData("a &> x; &> y b", "a b")]
    [InlineData("export A=(1 $(b)); c", "export b c")]
    [InlineData("a > x 2>&1 < y <<< z; b", "a b")]
    [InlineData("${ a; }; b", "a b")]
    public void Every_command_is_seen(string text, string names)
    {
        var script = ShellScript.Parse(text);

        Assert.True(script.IsReadable, text);
        Assert.Equal(names, string.Join(' ', script.Commands.Select(command => command.Name).OfType<string>()));
    }

    [Theory]
    [InlineData("echo 'a")]
    [InlineData("echo \"a")]
    [InlineData("echo $(a")]
    [InlineData("echo ${a")]
    [InlineData("if a; then b")]
    [InlineData("if a; b; fi")]
    [InlineData("for a in b; c; done")]
    [InlineData("while a; do b")]
    [InlineData("case a in b) c")]
    [InlineData("{ a; b")]
    [InlineData("(a; b")]
    [InlineData("a (b)")]
    [InlineData("a && ")]
    [InlineData("| a")]
    [InlineData("a ;; b")]
    [InlineData("a; fi")]
    [InlineData("a)")]
    [InlineData("a > ")]
    [InlineData("cat <<E\nb\n")]
    [InlineData("a \\")]
    [InlineData("[ -f x")]
    [InlineData("f() a")]
    public void What_no_shell_reads_has_no_commands(string text)
    {
        var script = ShellScript.Parse(text);

        Assert.False(script.IsReadable);
        Assert.Empty(script.Commands);
    }

    [Fact]
    public void Steps_of_a_pipeline_stay_together()
    {
        var pipeline = ShellScript.Parse("cd /x && curl -fsSL $URL | (cd /; sh -s)").Pipelines[1];

        Assert.Equal("curl", pipeline.Steps[0].Command!.Name);
        Assert.Null(pipeline.Steps[1].Command);
        Assert.Equal(["cd", "sh"], pipeline.Steps[1].AllCommands().Select(command => command.Name));
    }

    [Fact]
    public void What_runs_inside_a_word_belongs_to_the_word()
    {
        var words = ShellScript.Parse("bash -c \"$(curl x)\" <(wget y)").Commands[0].Words;

        Assert.Equal(
            [SubstitutionKind.Output, SubstitutionKind.FileToRead], words.SelectMany(word => word.Substitutions).Select(inside => inside.Kind));
        Assert.Equal("curl", words[2].Substitutions[0].Pipelines[0].Steps[0].Command!.Name);
        Assert.Equal(4, words.Length);
    }

    [Theory]
    [InlineData("a b", true)]
    [InlineData("'a b'", true)]
    [InlineData("\"a\\$b\"", true)]
    [InlineData("$b", false)]
    [InlineData("\"a$b\"", false)]
    [InlineData("*.deb", false)]
    [InlineData("[a-z]", false)]
    [InlineData("a[", true)]
    [InlineData("{a,b}", false)]
    [InlineData("{a}", true)]
    [InlineData("`b`", false)]
    public void A_word_is_literal_when_nothing_in_it_changes(string word, bool literal) =>
        Assert.Equal(literal, ShellScript.Parse($"x {word}").Commands[0].Words[1].IsLiteral);

    [Theory]
    [InlineData("a\\ b'c d'\"e f\"", "a bc de f")]
    [InlineData("\"$A-${B:-c}\"", "${A}-${B:-c}")]
    [InlineData("$(cat v)=$((1+2))`x`", "${catv}=${VAR}${VAR}")]
    [InlineData("\"a\\\"\\n\"", "a\"\\n")]
    [InlineData("x{a,b}y", "xy")]
    [InlineData("*.deb", "*.deb")]
    public void The_text_of_a_word_has_its_quotes_resolved(string word, string text) =>
        Assert.Equal(text, ShellScript.Parse($"x {word}").Commands[0].Arguments[0]);

    [Fact]
    public void Options_are_the_long_names_and_each_short_letter()
    {
        var command = ShellScript.Parse("apt-get -yqq --no-install-recommends --target-release=x install - -- a").Commands[0];

        Assert.Equal([("y", 0), ("q", 0), ("q", 0), ("no-install-recommends", 1), ("target-release", 2)],
            command.Flags.Select(flag => (flag.Name, flag.Index)));
    }

    [Fact]
    public void Assignments_and_redirections_are_kept()
    {
        var command = ShellScript.Parse("A=1 B+=x <in cmd 2>>err >&2").Commands[0];

        Assert.Equal([("A", "1"), ("B", "x")], command.Assignments.Select(assignment => (assignment.Name, assignment.Value.Text)));
        Assert.Equal([("", "<", "in"), ("2", ">>", "err"), ("", ">&", "2")],
            command.Redirections.Select(redirection => (redirection.Source, redirection.Operator, redirection.Target.Text)));
    }

    [Fact]
    public void Here_documents_are_read_where_they_lie()
    {
        var script = ShellScript.Parse("cat <<A > x && sh <<-'B'\n$(curl y)\nA\n\techo $(no)\n\tB\nlast");

        Assert.Equal(["cat", "curl", "sh", "last"], script.Commands.Select(command => command.Name));
        Assert.Equal("\techo $(no)\n", script.Commands[2].Redirections[0].Target.Text);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("$(")]
    [InlineData("$((")]
    [InlineData("((")]
    [InlineData("{")]
    [InlineData("{,")]
    [InlineData("[")]
    [InlineData("${a:-")]
    [InlineData("`")]
    [InlineData("if ")]
    [InlineData("@(")]
    [InlineData("\"$(")]
    [InlineData("a=(")]
    public void Deep_nesting_ends_soon(string piece)
    {
        var script = ShellScript.Parse(string.Concat(Enumerable.Repeat(piece, 20_000)));

        Assert.True(script.Commands.Length <= 1);
    }
}
