"""pluggy's own benchmark, `test_call_hook`, timed: prints a line for each row of its grid, the
nanoseconds of one call. The best of several rounds, as other work on the machine only adds time."""

import sys
import time

import pluggy

ROWS = [
    (1, 1, 0),
    (1, 1, 1),
    (1, 1, 5),
    (1, 5, 1),
    (1, 5, 5),
    (5, 1, 1),
    (5, 1, 5),
    (5, 5, 1),
    (5, 5, 5),
    (20, 20, 0),
    (100, 100, 0),
]

hookspec = pluggy.HookSpecMarker("example")
hookimpl = pluggy.HookImplMarker("example")


class HookSpec:
    @hookspec
    def fun(self, hooks, nesting: int):
        pass


class Plugin:
    @hookimpl
    def fun(self, hooks, nesting: int) -> None:
        if nesting:
            hooks.fun(hooks=hooks, nesting=nesting - 1)


class PluginWrap:
    @hookimpl(wrapper=True)
    def fun(self):
        return (yield)


def called(plugins, wrappers, nesting):
    manager = pluggy.PluginManager("example")
    manager.add_hookspecs(HookSpec)
    for number in range(plugins):
        manager.register(Plugin(), name=f"plug_{number}")
    for number in range(wrappers):
        manager.register(PluginWrap(), name=f"wrap_plug_{number}")
    return lambda: manager.hook.fun(hooks=manager.hook, nesting=nesting)


def nanoseconds(call, seconds):
    """The shortest time of a call, over rounds of about a hundredth of the seconds."""
    begun = time.perf_counter_ns()
    call()
    once = time.perf_counter_ns() - begun
    calls = max(1, int(seconds * 1e7 / once))
    best = float("inf")
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        begun = time.perf_counter_ns()
        for _ in range(calls):
            call()
        best = min(best, (time.perf_counter_ns() - begun) / calls)
    return best


if __name__ == "__main__":
    seconds = float(sys.argv[1])
    for number, row in enumerate(ROWS):
        print(f"pluggy/row_{number} {nanoseconds(called(*row), seconds):.1f}", flush=True)
