"""The loop of the makers in Python, like that of `bench/timed.mjs` for those in JavaScript."""
import hashlib, json, os, resource, sys
from itertools import islice
from pathlib import Path


def timed(name, make):
    """Makes, hashes and writes the letters that the arguments name, and prints the cost; `make` returns one PDF."""
    def files(letters):
        for letter in letters:
            yield f"{letter['id']}.pdf", make(letter)
            yield f"{letter['id']}.md", letter["markdown"].encode()

    measure(name, files)


def timed_once(name, make):
    """Like `timed`, but with one PDF of all letters: `make` returns it for a list of their inputs.

    `make` is called twice. The first call, for warming up, reads the fonts and fills the compiler's cache with the
    words that letters share; the second is measured. In ordinary use there is no first call, so it takes a little
    longer.
    """
    def files(letters):
        inputs = []
        for letter in letters:
            inputs.append(letter["inputs"])
            yield f"{letter['id']}.md", letter["markdown"].encode()
        yield "letters.pdf", make(inputs)

    measure(name, files)


def measure(name, files):
    """Writes the `files` of the letters for warming up, then those of the measured letters, and prints their cost."""
    folder, first, last, warm_up = Path(sys.argv[1]), *map(int, sys.argv[2:5])
    folder.mkdir(parents=True, exist_ok=True)
    with open(os.environ["BENCH_PARTS"], encoding="utf-8") as lines:
        letters = map(json.loads, islice(lines, first - 1, last))
        write(folder, files(islice(letters, warm_up)))
        started = cpu()
        size = write(folder, files(letters))
        took = cpu() - started
    count = last - first + 1 - warm_up
    print(json.dumps({"name": name, "letters": count, "msPerLetter": took / count,
                      "bytesPerLetter": size // count, "peakMb": peak_mb()}))


def write(folder, files):
    """Hashes and writes each file as soon as it is made. Returns the total size of the PDFs in bytes."""
    size = 0
    for name, content in files:
        hashlib.sha256(content).hexdigest()
        (folder / name).write_bytes(content)
        size += len(content) if name.endswith(".pdf") else 0
    return size


def peak_mb():
    """Returns the peak resident memory in MB. On Linux, `getrusage` includes the peak of the parent until the start."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) // 1000
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000


def cpu():
    """Returns the CPU time of this process (user and system) in milliseconds."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return (usage.ru_utime + usage.ru_stime) * 1000
