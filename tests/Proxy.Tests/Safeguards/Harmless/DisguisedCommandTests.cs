using ClaudeCodeProxy.Safeguards.Facts;

namespace Proxy.Tests.Safeguards.Harmless;

/// <summary>Commands that hide in what looks harmless. A ⏎ stands for a line end.</summary>
public sealed class DisguisedCommandTests
{
    public static TheoryData<string> Disguises => Judging.Rows(
        """
        ls $(rm -rf x)
        ls "$(rm -rf x)"
        ls `rm -rf x`
        ls <(rm -rf x)
        ls > $(rm x)
        ls > "$(mktemp)"
        PATH=/tmp/x ls
        export PATH=/tmp/x; ls
        PATH=/tmp/x; ls
        LD_PRELOAD=./x.so ls
        IFS=/; ls
        GIT_PAGER='sh -c x' git log
        GIT_EXTERNAL_DIFF=./x git diff
        PAGER=./x git log
        BASH_ENV=x ls
        path=/tmp/x; ls
        for PATH in /tmp/x; do ls; done
        read PATH < file.txt; ls
        ls() { rm -rf x; }; ls
        function ls { rm -rf x; }; ls
        alias ls=rm; ls x
        echo $((a[$(rm x)]))
        echo ${x:=$(rm x)}
        echo ${x@P}
        echo ${!x}
        x='a[$(rm x)]'; [[ $x -eq 1 ]]
        x='a[$(rm x)]'; [[ "$x" -eq 1 ]]
        [ "$(cat f)" -eq 1 ]
        test -v 'a[$(rm x)]'
        [ -v 'a[$(rm x)]' ]
        let 'a[$(rm x)]=1'
        declare -i x='a[$(rm x)]'
        printf -v PATH x
        printf '%n' PATH
        printf '%d' 'a[$(rm x)]'
        printf '%*s' 'a[$(rm x)]' x
        cat <<EOF⏎$(rm x)⏎EOF
        cat <<EOF⏎`rm x`⏎EOF
        cat <<'EOF'⏎x⏎EOF ⏎rm -rf x⏎EOF
        cat <<'EOF'⏎x⏎EOF⏎rm -rf x
        cat > build.sh <<'EOF'⏎#!/bin/sh⏎rm -rf x⏎EOF
        cat > .git/hooks/pre-commit <<'EOF'⏎x⏎EOF
        echo x | tee .git/config
        echo 'rm x' | sh
        echo x | xargs rm
        ls | xargs cat
        less README.md
        man ls
        vim x
        jq -n '$ENV.PATH'
        env ls
        env
        printenv
        set
        echo $AWS_SECRET_ACCESS_KEY
        echo "${GITHUB_TOKEN}"
        command rm x
        \rm x
        r\m x
        "rm" x
        r'm' x
        /usr/bin/../../tmp/ls
        ./ls
        bin/ls
        /tmp/ls
        timeout 5 rm x
        exec rm x
        eval 'rm x'
        source x
        . ./x
        trap 'rm x' EXIT
        shopt -s expand_aliases
        set -f; ls
        nohup ls
        time ls
        coproc ls
        while true; do ls; done
        yes
        ls &>(rm x)
        ls &> ~/.bashrc
        ls >& /etc/x
        ls 3> x
        ls {fd}> x
        ls <> x
        ls ; rm x
        ls && rm x
        ls || rm x
        ls | rm x
        ls & rm x
        (ls; rm x)
        { ls; rm x; }
        if rm x; then ls; fi
        if ls; then rm x; fi
        if ls; then ls; else rm x; fi
        if ls; then ls; elif rm x; then ls; fi
        while rm x; do ls; done
        while read -r l; do rm "$l"; done < f
        until rm x; do ls; done
        for f in $(rm x); do ls; done
        for f in a b; do rm $f; done
        case x in x) rm x;; esac
        [ -f x ⏎rm x ]
        [ -f⏎reboot ]
        [ -f x && reboot ]
        [ x > out ]
        [[ x > $(rm x) ]]
        [ $(rm x) ]
        [p]oweroff = y ]
        [[ -f x || $(rm x) ]]
        ls # x⏎rm x
        ls #\⏎rm x
        ls \⏎;rm x
        echo "a⏎$(rm x)"
        echo "$\⏎(rm x)"
        l\⏎s; rm x
        echo $'\x72m' x; $'\x72m' x
        $'rm' x
        $"rm" x
        $(echo rm) x
        $X x
        ${X} x
        X=rm; $X x
        X=r; Y=m; $X$Y x
        x=ls; x=rm; $x y
        {rm,x}
        r{m,x} y
        *
        r? x
        x=$(cat f); cat "$x"
        f=/etc/shadow; cat $f
        false && f=src/a; cat $f
        f=src/a & cat $f
        f=a b; cat $f
        (f=src/a); cat $f
        f+=x; cat $f
        f[0]=x; cat $f
        f=(a b); cat $f
        for f in src/*.ts; do f=/etc/shadow; cat $f; done
        for f in a; do cat $f; f=/etc/shadow; cat $f; done
        сat README.md
        саt README.md
        ls​ -la
        echo hi >x;rm x
        ls $(printf '%s' x > /etc/y)
        ls "$(cat <<EOF⏎$(rm x)⏎EOF⏎)"
        cat <<EOF | sh⏎rm x⏎EOF
        bash <<'EOF'⏎rm x⏎EOF
        bash -c 'rm x'
        rm x
        kill 1
        echo "$(<.env)"
        ls --color=$(rm x)
        echo ${x/a/$(rm x)}
        echo ${x:-$(rm x)}
        echo ${x:-`rm x`}
        echo ${x:?$(rm x)}
        x=$(rm x)
        x="$(rm x)" ls
        ls *(e:'rm x':)
        ls *(rm)
        ls !(x)
        echo @(a|b)
        ls;;rm x
        ! rm x
        if [ -f x ]; then⏎ rm x⏎fi
        echo a >b >(rm x)
        ls 2>&1 >(rm x)
        printf '%s' "$(rm x)"
        read x y < <(rm x)
        read -a x < f
        read 'x[$(rm y)]' < f
        echo hi; }; rm x
        ls) ; rm x
        find $(cat f) -name x
        find "$x" -name y
        find . $x
        x='-delete'; find . $x
        sed $x f
        sed -n "$x" f
        awk "$x" f
        while IFS= read -r PATH; do ls; done < f
        IFS=x ls
        echo ~/.ssh/*; cat ~/.ssh/*
        select x in a; do rm x; done
        exit 'a[$(rm x)]'
        break 'a[$(rm x)]'
        cd +1 && ls
        git log --format= --nonsense
        """);

    [Theory]
    [MemberData(nameof(Disguises))]
    public void What_is_hidden_is_not_cleared(string command) => Assert.NotEqual(Judgement.Clear, Judging.Bash(command).Judgement);
}
