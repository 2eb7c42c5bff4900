namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Commands of git that only show what the repository holds.</summary>
/// <remarks>In the form that <see cref="ReadingPrograms"/> reads.</remarks>
internal static class GitCommands
{
    public static ReadOnlySpan<byte> All =>
        """
        @Diff
         -puszabwWRMCBDU0123456789 patch no-patch raw stat? numstat shortstat dirstat? summary name-only name-status color? no-color
         word-diff? color-words? no-renames check full-index binary abbrev? text ignore-space-change ignore-all-space ignore-blank-lines
         ignore-space-at-eol function-context exit-code quiet no-ext-diff no-textconv cached staged merge-base minimal patience histogram
         diff-filter= diff-algorithm= unified= inter-hunk-context= find-renames? find-copies? relative? no-prefix submodule?
         compact-summary patch-with-stat pickaxe-regex pickaxe-all color-moved? word-diff-regex= find-copies-harder ignore-cr-at-eol
         src-prefix= dst-prefix=
        @Log
         @Diff -imcgtEFPqr -nSG= -L< oneline graph decorate? no-decorate all branches? tags? remotes? follow max-count= since= until=
         after= before= author= committer= grep= all-match invert-grep regexp-ignore-case extended-regexp fixed-strings perl-regexp
         pretty? format= date= abbrev-commit no-abbrev-commit no-merges merges first-parent reverse topo-order date-order
         author-date-order left-right cherry-pick cherry cherry-mark merge boundary simplify-by-decoration full-history skip= walk-reflogs
         no-walk? relative-date parents children left-only right-only count ancestry-path? min-parents= max-parents= no-notes notes?
         source
        git log|show|whatchanged|rev-list: Texts
         @Log
        git stash|reflog list|show: Texts
         @Log
        git reflog: Nothing
         @Log
        git diff|diff-tree|diff-files|diff-index|range-diff: Files
         @Diff -rtmcv -SGl= root no-commit-id
        git shortlog: Texts
         -snec summary numbered email committer all no-merges since= until= after= before= author=
        git status: Texts
         -sbuvznoal short branch porcelain? long verbose untracked-files? ignored? show-stash no-renames ahead-behind no-ahead-behind
         column?
        git blame|annotate: Texts
         -lcestfnwbpkMC -L= porcelain line-porcelain date= abbrev= reverse root show-email show-name show-number ignore-rev=
        git grep: Texts
         -iIwvhHEGPFnlLcopqrazW -eABCm= ignore-case word-regexp invert-match full-name extended-regexp basic-regexp perl-regexp
         fixed-strings line-number column files-with-matches name-only count only-matching quiet heading break show-function
         function-context after-context= before-context= context= cached untracked max-depth= all-match and or not max-count= color?
         no-color text recursive null
        git ls-files: Texts
         -cdoismkutzfv -x= cached deleted others ignored stage modified unmerged killed exclude-standard exclude= full-name error-unmatch
         eol directory no-empty-directory deduplicate abbrev?
        git ls-tree: Texts
         -drtlz name-only name-status long full-name full-tree abbrev? object-only
        git rev-parse: Texts
         -q show-toplevel abbrev-ref? short? verify git-dir git-common-dir absolute-git-dir is-inside-work-tree is-inside-git-dir
         is-bare-repository show-prefix show-cdup symbolic-full-name symbolic all branches? tags? remotes? quiet is-shallow-repository
        git cat-file: Texts
         -tpse
        git describe: Texts
         all tags contains abbrev= long always dirty? match= exact-match first-parent candidates= exclude=
        git merge-base: Texts
         -a all is-ancestor fork-point independent octopus
        git show-ref: Texts
         -dqs head heads tags branches verify hash? abbrev? quiet dereference
        git for-each-ref: Texts
         count= sort= format= points-at= merged? no-merged? contains? no-contains? ignore-case omit-empty
        git name-rev: Texts
         tags all name-only always refs=
        git count-objects: Texts
         -vH verbose human-readable
        git check-ignore: Texts
         -vnqz verbose non-matching quiet no-index
        git version: Texts
         build-options
        @Branch
         -arvl all remotes list verbose show-current merged no-merged sort= format= contains no-contains column? color? points-at=
        git branch: Nothing
         @Branch
        git branch --contains|--merged|--no-merged|--list: Texts once
         @Branch
        @Tag
         -ln list sort= format= column? contains merged no-merged points-at=
        git tag: Nothing
         @Tag
        git tag -l|--list: Texts once
         @Tag
        git remote: Nothing
         -v verbose
        git remote get-url: Texts
        git worktree|notes list: Texts
         -v
        git notes show: Texts
        git bisect log: Texts
        """u8;
}
