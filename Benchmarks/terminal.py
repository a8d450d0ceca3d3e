#!/usr/bin/env python3
"""Measures the workbench in a pseudo-terminal: processor time from start to first paint, the time
from a key to its echo (idle, and while a forest trains), and processor time when nothing happens.

    Benchmarks/terminal.py [ASSAY [SAMPLES]]

Processor time is user + system of the whole process, all threads. Ends with 1 when a figure
misses what it must reach. Only the standard library is used.
"""

import fcntl, os, pty, select, signal, statistics, struct, sys, termios, time

FIRST_PAINT_LIMIT = 25.0  # milliseconds of processor time, median
KEY_LIMIT = 30.0  # milliseconds, 99th percentile
IDLE_LIMIT = 1.0  # milliseconds of processor time in a second


class Terminal:
    """A program in a terminal of 80 by 24."""

    def __init__(self, arguments):
        self.output = b""
        self.process, self.control = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8", SWIFT_BACKTRACE="enable=no")
            os.execv(arguments[0], arguments)
        # The clock of all threads of a process, as clock_getcpuclockid gives it.
        self.clock = (~self.process << 3) | 2

    def processor_time(self):
        return time.clock_gettime(self.clock) * 1000

    def read(self, seconds):
        """What comes within the time; nothing when nothing came."""
        if not select.select([self.control], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self.control, 65536)
        except OSError:
            return b""
        self.output += data
        return data

    def wait(self, text, seconds=30):
        """Until the program has sent the text since the last wait."""
        start, end = len(self.output), time.monotonic() + seconds
        while text.encode() not in self.output[start:]:
            if time.monotonic() > end:
                raise TimeoutError(f"no {text!r} in {self.output[-600:]!r}")
            self.read(0.01)

    def settle(self, seconds=0.3):
        """Until it has sent nothing for so long."""
        while self.read(seconds):
            pass

    def send(self, text):
        os.write(self.control, text.encode())

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.control)


def first_paint(arguments, runs=15):
    times, walls = [], []
    for _ in range(runs):
        start = time.monotonic()
        terminal = Terminal(arguments)
        # The footer is the last row of the first picture.
        terminal.wait("Ctrl-P")
        times.append(terminal.processor_time())
        walls.append((time.monotonic() - start) * 1000)
        terminal.close()
    return times, walls


def key_times(terminal, count=200):
    """From a key to the first byte that it brings, in milliseconds, over keys of typing, moving
    and deleting."""
    times = []
    for number in range(count):
        while terminal.read(0.005):
            pass
        start = time.monotonic()
        if number % 2 == 0:
            terminal.send("qxzjk"[number // 2 % 5])
        else:
            terminal.send("\x7f")
        while not terminal.read(1.0):
            pass
        times.append((time.monotonic() - start) * 1000)
    return times


def key_times_in_training(terminal, count=200):
    """The same, while other bytes come all the time: the key is a letter that nothing else on the
    screen changes to."""
    times = []
    for number in range(count):
        letter = "~^"[number % 2]
        while terminal.read(0.002):
            pass
        start = time.monotonic()
        terminal.send(letter)
        seen = b""
        while letter.encode() not in seen:
            seen += terminal.read(0.5)
            if time.monotonic() - start > 5:
                break
        times.append((time.monotonic() - start) * 1000)
        terminal.send("\x7f")
        terminal.settle(0.003) if number % 5 else time.sleep(0.02)
    return times


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main():
    assay = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/assay")
    samples = os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else "samples")
    misses = []

    def report(name, value, limit, more=""):
        print(f"{name:<44} {value:8.2f} ms   (at most {limit:g}){more}", flush=True)
        if value > limit:
            misses.append(name)

    times, walls = first_paint([assay, f"{samples}/penguins_raw.csv"])
    report(
        "start to first paint, processor time",
        statistics.median(times),
        FIRST_PAINT_LIMIT,
        f"   {min(times):.1f} to {max(times):.1f}, wall {statistics.median(walls):.1f}",
    )

    terminal = Terminal([assay, f"{samples}/ohio_houses.csv"])
    terminal.settle(1)
    before = terminal.processor_time()
    time.sleep(2)
    report("idle for a second, processor time", (terminal.processor_time() - before) / 2, IDLE_LIMIT)
    times = key_times(terminal)
    report("key to picture, idle, 99th percentile", percentile(times, 0.99), KEY_LIMIT,
           f"   median {statistics.median(times):.2f}")

    for line in ["target price", "keep :number", "split 60/20/20", "train forest trees=4000"]:
        terminal.send(line + "\r")
        terminal.settle(0.5 if not line.startswith("train") else 0.0)
    terminal.wait("Ctrl-C stops", seconds=20)
    times = key_times_in_training(terminal)
    report("key to picture, training, 99th percentile", percentile(times, 0.99), KEY_LIMIT,
           f"   median {statistics.median(times):.2f}")
    start = time.monotonic()
    terminal.send("\x03")
    terminal.wait("stopped", seconds=10)
    print(f"{'Ctrl-C to the line stopped':<44} {(time.monotonic() - start) * 1000:8.2f} ms")
    terminal.close()

    for name in misses:
        print(f"missed: {name}", file=sys.stderr)
    return 1 if misses else 0


if __name__ == "__main__":
    sys.exit(main())
