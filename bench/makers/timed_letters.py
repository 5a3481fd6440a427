"""What the makers in Python have in common: as `bench/timed.mjs` for those in JavaScript."""
import hashlib, json, os, resource, sys
from itertools import islice
from pathlib import Path


def timed(name, make):
    """Makes letters as the command line says, hashes and writes them; `make` gives a letter's PDF. Says what it took."""
    def files(letters):
        for letter in letters:
            yield f"{letter['id']}.pdf", make(letter)
            yield f"{letter['id']}.md", letter["markdown"].encode()

    measure(name, files)


def timed_once(name, make):
    """As `timed`, but with one PDF of all letters: `make` gives it for a list of their inputs.

    It is called twice: for the letters that warm up, which reads the fonts and fills the compiler's cache with the words
    that letters share, and for those that count. Whoever makes letters once has no first call, and takes a little longer.
    """
    def files(letters):
        inputs = []
        for letter in letters:
            inputs.append(letter["inputs"])
            yield f"{letter['id']}.md", letter["markdown"].encode()
        yield "letters.pdf", make(inputs)

    measure(name, files)


def measure(name, files):
    """Writes the `files` of the letters that warm up, then of those that count, and says what the latter took."""
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
    """Hashes and writes each file as soon as it is made; gives the bytes of the PDFs."""
    size = 0
    for name, content in files:
        hashlib.sha256(content).hexdigest()
        (folder / name).write_bytes(content)
        size += len(content) if name.endswith(".pdf") else 0
    return size


def peak_mb():
    """The most memory that was resident. Linux counts the parent's in what `getrusage` says, up to the start."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) // 1000
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000


def cpu():
    """Milliseconds of this process, user and system."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return (usage.ru_utime + usage.ru_stime) * 1000
