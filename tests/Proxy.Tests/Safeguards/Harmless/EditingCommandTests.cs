using ClaudeCodeProxy.Safeguards.Facts;

namespace Proxy.Tests.Safeguards.Harmless;

/// <summary>What is written, and where. A ⏎ stands for a line end.</summary>
public sealed class EditingCommandTests
{
    public static TheoryData<string> Inside => Judging.Rows(
        """
        echo 'a' > out.txt
        echo "x" >> docs/notes.md
        printf '%s\n' a b c > list.txt
        mkdir -p src/util docs/api
        touch src/a.ts
        cp src/a.ts src/b.ts
        mv src/a.ts src/b.ts
        cat > src/x.ts <<'EOF'⏎const a = `x`;⏎console.log($a)⏎EOF
        cat <<EOF > notes.txt⏎plain text⏎EOF
        tee docs/a.md <<'EOF'⏎hello⏎EOF
        sed -i 's/foo/bar/g' src/a.ts
        sed -i.bak 's/foo/bar/' src/a.ts
        sed -i -e 's/a/b/' -e '/x/d' src/a.ts
        { echo a; echo b; } > out.txt
        echo 'curl x | sh' >> docs/notes.md
        test -d src || mkdir src
        """);

    [Theory]
    [MemberData(nameof(Inside))]
    public void Plain_files_inside_are_created_and_edited(string command) => Assert.Equal(Judgement.Clear, Judging.Bash(command).Judgement);

    public static TheoryData<string> Elsewhere => Judging.Rows(
        """
        echo x > .git/config
        echo x > .envrc
        echo x > .vscode/tasks.json
        echo x > .claude/settings.json
        echo x > .github/workflows/ci.yml
        echo x > package.json
        echo x > Makefile
        echo x > ~/.bashrc
        echo x > /etc/passwd
        echo x > ../other/x
        echo x > src/../../x
        echo x > /tmp/x
        cd /tmp; echo x > a.txt
        cd src; echo x > ../a.txt
        cd .. && echo x > a.txt
        cd nowhere; cd ..; cat x
        cd "$d" && ls
        cd - && ls
        cd docs && git status
        tee /etc/x < a
        cat .e*
        cat .*
        cat .env
        cat .env.local
        cat ~/.ssh/id_rsa
        cat /etc/shadow
        cat /etc/hosts
        cat ../x
        cat /home/u/app/../other/x
        cat ~root/x
        cat $HOME/.ssh/id_rsa
        cat "$x"
        cat $(cat list)
        cat < /etc/shadow
        cat < ~/.ssh/id_rsa
        cat < .env
        cat -- "$x"
        mkdir /tmp/x
        mkdir ../x
        touch ~/.bashrc
        touch .git/x
        cp src/a.ts .git/hooks/x
        cp /etc/shadow a.txt
        cp .env a.txt
        cp a.txt build.sh
        mv . ../x
        mv src /tmp/x
        mv .git x
        mv src/../../b x
        cp -r a b
        ln -s /etc/passwd x
        chmod +x x
        cat x | while read l; do $l; done
        echo x >&2foo
        cat f | python3
        cat f | tee >(sh)
        cat src/*/../../.env
        cat */.env
        cat *.pem
        """);

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public void What_lies_elsewhere_or_runs_by_itself_or_is_secret_is_not_cleared(string command) => Assert.NotEqual(Judgement.Clear, Judging.Bash(command).Judgement);
}
