using ClaudeCodeProxy.Safeguards.Facts;

namespace Proxy.Tests.Safeguards.Harmless;

/// <summary>Programs that only read, but for these words. A ⏎ stands for a line end.</summary>
public sealed class DangerousOptionTests
{
    public static TheoryData<string> Options => Judging.Rows(
        """
        grep -r KEY . --include=.env
        grep -r KEY . --include .env
        grep -r KEY . --include='.env*'
        grep -rn KEY --include='*.pem' .
        grep -r KEY . --include='?env'
        grep -r KEY . --include='[.]env'
        grep -r KEY . --include='*env'
        grep -r KEY . --include='.e*'
        rg KEY -g .env
        rg KEY -g'.env*'
        rg KEY --hidden --iglob '.ENV'
        rg KEY --glob='{.env,*.md}'
        rg KEY --glob='*.{md,pem}'
        rg KEY --glob='\.env'
        find . -name .env -exec cat {} \;
        find . -name '*.pem' -exec grep x {} +
        find . -regex '.*\.env' -exec cat {} \;
        find . -path '*/.aws/*' -exec cat {} +
        find . -iname '.env*' | xargs cat
        cat $(find . -name .env)
        fd -H '^\.env$' | xargs cat
        git ls-files '*.env' | xargs cat
        git grep KEY -- '*.env'
        git grep KEY -- ':(icase).ENV'
        git diff -- '*.pem'
        git show HEAD:config/.env
        git log -p -- '.env*'
        git log -L1,9:.env
        git log -L 1,9:config/.env
        'git log'
        'pip list'
        tar tf host:x.tar
        tar tf x.tar --to-command=sh
        tar xf x.tar
        tar tf ~/x.tar
        unzip x.zip
        unzip -p x.zip
        zcat .env.gz
        zcat /var/log/x.gz
        gh pr merge 1
        gh pr view 1 --web
        gh pr view https://example.com/a/b/pull/1
        gh pr list --jq env
        gh api user
        printenv
        printenv OPENAI_API_KEY
        printenv HOME OPENAI_API_KEY
        docker compose up
        docker compose exec web sh
        docker compose config
        kubectl get
        kubectl get secrets
        tail -f .env
        find . -exec rm {} +
        find . -delete
        find . -fprint x
        find . -ok rm {} \;
        find . -execdir cat {} +
        find . -name x -exec sh -c 'rm x' \;
        find / -name x
        find . -name '*.c' -fls out
        sort -o out in
        sort --compress-program=./x in
        sort --output=x in
        sort --outp=x in
        sort *
        rg --pre ./x foo
        rg --pre=./x foo
        rg --pr ./x foo
        rg foo --search-zip
        git -c core.pager=./x log
        git -c core.fsmonitor=./x status
        git --exec-path=. log
        git -C /tmp/x status
        git diff --ext-diff
        git diff --output=x
        git log --output=x
        git log --outp=x
        git log -p --ext-diff
        git grep -O./x foo
        git grep --open-files-in-pager=./x foo
        git grep -Ovim foo
        git diff --no-index /dev/null /etc/shadow
        git diff /dev/null /home/u/.ssh/id_rsa
        git show HEAD:.env
        git config core.pager ./x
        git config --global user.name x
        git branch -D x
        git branch new
        git tag v1
        git stash
        git stash drop
        git remote add x y
        git checkout .
        git clean -fd
        git reflog expire --all
        sed -n 'w out' in
        sed 's/x/rm x/e' in
        sed '1e rm x' in
        sed 's/a/b/w out' in
        sed -n '/x/w out' in
        sed -i 's/a/b/' ~/.bashrc
        sed -i 's/a/b/' .git/config
        sed -i 's/a/b/' Makefile
        sed -f x in
        sed 's/[/]/x/;w out' in
        sed --in-place=x/../y s/a/b/ f.txt
        awk '{system("rm x")}' f
        awk '{print > "out"}' f
        awk '{print | "sh"}' f
        awk 'BEGIN{"rm x"|getline}' f
        awk '{ if (x) /"/ ; print "a" > "f" # " }' f
        awk '{ print "a",⏎"b" > "f" }' f
        awk -f x f
        awk -i inplace '{print}' f
        awk 'BEGIN{for(k in ENVIRON) print ENVIRON[k]}'
        awk '@load "x"; {print}' f
        awk 'BEGIN{ARGV[1]="/etc/shadow";ARGC=2} {print}'
        awk '{ x++ / 2; print "x" > "y"; z = 1 / 3 }' f
        find . -name x | xargs rm
        find . | xargs -I{} sh -c 'rm {}'
        find . | xargs -I{} rm {}
        date -s 12:00
        date 01010000
        date -u 01010000
        tar xf x.tar
        jq -n env
        jq -n 'import "x" as x; x'
        jq . /etc/shadow
        tree -o out
        tree -R -L 2
        grep x .env
        python3 -c 'import os'
        node -e 1
        npm run build
        npm test
        make
        make --version x
        node --version --eval x
        python3 --version -c 'x'
        docker run x
        docker ps --format '{{x}}' ; docker rm x
        kubectl get secrets
        kubectl delete pod x
        curl --version http://x
        curl http://x
        xxd -r a b
        xxd a b
        uniq a b
        base64 -i a -o b
        hostname evil
        file -C -m x
        wc --files0-from=/etc/shadow
        grep -f /etc/shadow x
        diff --to-file=x y
        du --files0-from=x
        git log | sh
        ps auxe
        ps eww
        which ls; which() { rm x; }
        git branch --edit-description
        git shortlog -n --output=x
        git log -n --output=x
        git show -U --output=x
        git -p log
        sort -k --output=x in
        head -n --foo x
        rg foo -f /etc/shadow
        git log --format=x > /etc/y
        xargs -a /etc/shadow echo
        xargs -I x x < f
        find . -newerXY x -delete
        find -D exec . -exec rm {} \;
        find . -name a -o -exec rm {} \;
        """);

    [Theory]
    [MemberData(nameof(Options))]
    public void What_does_more_than_read_is_not_cleared(string command) => Assert.NotEqual(Judgement.Clear, Judging.Bash(command).Judgement);
}
