using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>The two ways through <c>a &amp;&amp; b || c</c>: on which the last one so far succeeded, and on which it failed.</summary>
internal sealed class AndOrWays(FactLog log)
{
    private readonly int _mark = log.Mark;
    private List<Fact> _success = [];
    private List<Fact> _kept = [];
    private IReadOnlyList<Fact> _failure = [];
    private bool _canSucceed = true;
    private bool _canFail = true;
    private bool _isGuarded;
    private int _applied;
    private int _born;

    /// <summary>Before a member is walked: what is known there is known now.</summary>
    public void Enter(ShellConnector connector, bool isFirst, int born)
    {
        _born = born;
        if (isFirst)
            return;
        if (connector == ShellConnector.And)
        {
            log.Apply(_success, _applied);
            _applied = _success.Count;
        }
        else
        {
            log.UndoTo(_mark);
            log.Apply(_failure);
            _applied = 0;
        }
    }

    /// <param name="isTest">It only asks whether the rest is wanted at all.</param>
    public void Leave(ShellConnector connector, bool isFirst, Outcome outcome, bool isTest)
    {
        if (isFirst)
        {
            _success.AddRange(outcome.Success);
            (_failure, _canSucceed, _canFail) = (outcome.Failure, outcome.CanSucceed, outcome.CanFail);
            _kept = [.. outcome.Success];
        }
        else if (connector == ShellConnector.And)
        {
            And(outcome);
        }
        else
        {
            Or(outcome);
        }

        _isGuarded = isTest || (_isGuarded && connector == ShellConnector.And);
    }

    private void And(Outcome outcome)
    {
        var fails = _canSucceed && outcome.CanFail;
        if (!_canFail)
        {
            _failure = [.. _success, .. outcome.Failure];
            _kept.AddRange(outcome.Success);
        }
        else
        {
            _failure = !fails ? _failure : Outcome.Common(_failure, [.. outcome.Failure]);
            // A test that fails before it leaves out the check.
            _kept = _isGuarded ? [] : [.. outcome.Success];
        }

        _canFail |= fails;
        _success.AddRange(outcome.Success);
        _canSucceed &= outcome.CanSucceed;
    }

    private void Or(Outcome outcome)
    {
        // The right side stands on what held when the left one failed.
        var ways = new List<Way>();
        if (_canSucceed)
            ways.Add(new Way(_success, int.MaxValue));
        if (_canFail && outcome.CanSucceed)
            ways.Add(new Way([.. _failure, .. outcome.Success], _born));
        log.UndoTo(_mark);
        _applied = 0;
        _success = [.. Way.Meet(ways)];
        _failure = [.. _failure, .. outcome.Failure];
        (_canSucceed, _canFail) = (ways.Count > 0, _canFail && outcome.CanFail);
        _kept = [.. _success];
    }

    /// <param name="stops">A failure of the last member ends the script.</param>
    public Outcome Finish(bool stops)
    {
        log.UndoTo(_mark);
        var outcome = new Outcome(_success, _failure, _canSucceed, _canFail);
        return stops ? outcome.WithKept(_canFail ? _kept : _success) : outcome;
    }
}
