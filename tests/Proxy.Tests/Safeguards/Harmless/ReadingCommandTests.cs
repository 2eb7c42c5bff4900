using ClaudeCodeProxy.Safeguards.Facts;

namespace Proxy.Tests.Safeguards.Harmless;

/// <summary>What people and agents run to look around. A ⏎ stands for a line end.</summary>
public sealed class ReadingCommandTests
{
    public static TheoryData<string> LookingAround => Judging.Rows(
        """
        ls
        ls -la && pwd
        ls -la src/ docs/ 2>/dev/null
        ls -R | head -100
        cat README.md | head -20
        cat package.json | jq '.dependencies'
        cat src/a.ts src/b.ts
        head -50 src/main.ts
        tail -n +20 src/main.ts
        sed -n '1,80p' src/main.ts
        sed 's/foo/bar/g' src/a.ts | diff - src/b.ts
        grep -rn "TODO" src --include=*.ts
        grep -rn --include='*.cs' 'class Foo' .
        grep -E 'a|b' README.md || true
        grep -c . README.md; wc -l README.md
        rg -n "foo" src -g '*.ts' | head
        rg --files | head -20
        rg -l foo | xargs wc -l
        find . -type f -name '*.ts' | wc -l
        find src -name '*.ts' -not -path '*/node_modules/*' | xargs grep -l foo
        find . -type f \( -name '*.js' -o -name '*.ts' \) | sort | head
        find . -name '*.md' -exec wc -l {} +
        find . -name '*.md' -exec grep -l foo {} \;
        find . -maxdepth 2 -type d -print0 | xargs -0 ls -ld
        rg foo -g '*.{ts,tsx}' -g '!*.md' -g '!.env' --glob='src/**'
        grep -r foo . --include='*.y*ml' --include=.gitlab-ci.yml
        find . -name '.env*'
        find . -name .env -exec ls -l {} \;
        find . -type f -not -name .env -exec grep -l x {} +
        find . -name .env.example -exec cat {} \;
        find . -regex '.*\.\(c\|h\)' -exec wc -l {} +
        fd -e ts | xargs wc -l
        git diff HEAD@{1} main@{u}
        git log -L10,20:src/a.ts
        git grep -n foo -- '*.cs' ':!*.md'
        git tag -l 'v*' --sort=-v:refname
        git reflog -n 5
        tar tf a.tar
        tar -tzf a.tgz | head
        unzip -l a.zip
        zcat a.gz | head
        gh pr list --state open
        gh pr view 12 --comments
        gh run view 5 --log-failed
        docker compose ps
        docker compose logs --tail=50 web
        printenv HOME
        tail -f log.txt
        git status
        git diff HEAD~1 -- src/a.ts
        git log --oneline -10
        git log --oneline --graph --all | head -30
        git log -p -S foo -- src
        git show HEAD --stat
        git show HEAD:src/a.ts | head -20
        git blame -L 10,20 src/a.ts
        git branch -a
        git branch --show-current
        git remote -v
        git rev-parse HEAD
        git rev-parse --abbrev-ref HEAD
        git ls-files | wc -l
        git ls-files | xargs wc -l | tail -1
        git stash list
        git tag -l
        git describe --tags
        git diff --cached --name-only
        git diff main...HEAD --stat
        git --no-pager log -5
        git log --since="2 weeks ago" --author=me --pretty=format:'%h %s'
        git shortlog -sn
        git config --get remote.origin.url
        git worktree list
        git grep -n foo
        git cat-file -p HEAD
        git merge-base main HEAD
        GIT_PAGER=cat git log -3
        LC_ALL=C sort a.txt | uniq -c
        sort -k2 -t, data.csv | head
        cut -d: -f1 a.txt | sort -u
        awk '{print $1}' a.txt
        awk -F: '$3 > 100 {print $1, $3}' a.txt
        awk 'NR==10,NR==20' src/a.ts
        awk '/foo|bar/ {print NR": "$0}' src/a.ts
        awk '{s+=$1} END {print s/NR}' a.txt
        awk '{c[$1]++} END {for (k in c) print c[k], k}' a.txt | sort -rn | head
        tr 'a-z' 'A-Z' < a.txt
        echo "hello world"
        echo $HOME
        printf "hello\n"
        test -f README.md && echo yes || echo no
        [ -d src ] && ls src
        [[ -f README.md ]] && cat README.md
        if [ -d node_modules ]; then echo yes; fi
        if grep -q foo README.md; then echo found; else echo none; fi
        for f in src/*.ts; do echo "$f"; head -5 "$f"; done
        for i in 1 2 3; do echo $i; done
        for i in {1..5}; do echo "line $i"; done
        for d in src docs; do ls "$d"; wc -l $d/*.md; done
        for f in $(git ls-files); do echo "$f"; done
        while read -r a b; do echo "$a $b"; done < list.txt
        while IFS= read -r line; do echo "$line"; done < list.txt
        git ls-files | while read -r f; do echo "$f"; done
        cd src && ls
        cd /home/u/app && git status
        cd src; ls; cat a.ts
        (cd src && ls)
        pwd && ls -la && git status
        whoami; date; uname -a
        date +%Y-%m-%d
        date -u +"%Y-%m-%dT%H:%M:%SZ"
        node --version && npm --version
        python3 --version
        which node python3
        command -v rg
        type ls
        du -sh src | sort -h
        df -h
        ps aux | grep node
        tree -L 2
        stat -c %s README.md
        file README.md
        basename src/a.ts .ts
        dirname "$PWD"
        realpath src
        wc -l src/*.ts | sort -n | tail -5
        wc -l $(git ls-files '*.ts')
        diff src/a.ts src/b.ts
        diff -u a.txt b.txt | head -40
        diff <(git show HEAD:a.txt) a.txt
        comm -12 <(sort a.txt) <(sort b.txt)
        jq '.a' a.json
        jq -r '.x[] | select(.y == "z") | .name' a.json
        jq . < a.json
        xxd a.bin | head
        md5sum a.txt
        sha256sum src/*.ts
        base64 a.txt
        nl -ba src/a.ts | sed -n '10,20p'
        column -t -s, data.csv
        echo "a b" | tr ' ' '\n'
        echo abc | cut -c1-2
        seq 1 10
        sleep 1 && ls
        docker ps
        docker images
        docker ps -a --format '{{.Names}}'
        kubectl get pods
        npm ls --depth=0
        pip list
        true
        set -e; ls
        set -euo pipefail⏎ls
        x=src; ls "$x"; ls $x/util
        FILE=README.md⏎wc -l "$FILE"⏎head -3 "$FILE"
        n=$(wc -l < README.md); echo "lines: $n"
        echo "branch: $(git rev-parse --abbrev-ref HEAD)"
        echo "$(date): $(pwd)"
        ls; echo "exit: $?"
        ls missing 2>&1 | head
        ls > /dev/null 2>&1
        cat README.md >/dev/null && echo ok
        ls \⏎  -la \⏎  src
        # list files⏎ls -la
        ls -la  # comment
        echo "a"; # x
        { ls; pwd; } | head
        ! grep -q foo README.md
        grep -n 'rm -rf' README.md
        grep -n "sudo\|chmod" README.md
        echo "don't run \`rm -rf /\`"
        cat /etc/os-release
        ls /usr/include | head
        cat /proc/cpuinfo | grep -c processor
        timeout 10 git log
        git log --format='%an <%ae>' | sort | uniq -c | sort -rn
        git diff --stat && git diff
        f=src/a.ts && cat "$f"
        for f in a.txt b.txt; do echo "== $f"; cat "$f"; done
        for f in src/*.ts docs/*.md; do wc -l "$f"; done
        grep foo *.md
        cat *.md
        ls *.md
        echo *.md
        ls ~/app 2>/dev/null
        ls -d */
        ls src/[ab].ts
        find . -name "*.py" | head -5 | xargs head -20
        git status --porcelain | wc -l
        git log -1 --format=%H
        cat a.txt | sort | uniq -c | sort -rn | head -20
        [ "$(git status --porcelain)" = "" ] && echo clean
        echo "${PWD##*/}"
        for f in src/*.ts; do echo "${f%.ts}"; done
        git show HEAD@{1}
        git diff HEAD^ HEAD
        """);

    [Theory]
    [MemberData(nameof(LookingAround))]
    public void What_only_looks_is_cleared(string command) => Assert.Equal(Judgement.Clear, Judging.Bash(command).Judgement);
}
