"""What the makers in Python have in common: as `bench/timed.mjs` for those in JavaScript."""
import hashlib, json, os, resource, sys
from pathlib import Path


def timed(name, make):
    """Makes letters as the command line says, hashes and writes them; `make` gives a letter's PDF. Says what it took."""
    folder, first, last, warm_up = Path(sys.argv[1]), *map(int, sys.argv[2:5])
    folder.mkdir(parents=True, exist_ok=True)
    started, size = cpu(), 0
    with open(os.environ["BENCH_PARTS"], encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if number < first or number > last:
                continue
            if number == first + warm_up:
                started = cpu()
            letter = json.loads(line)
            pdf, markdown = make(letter), letter["markdown"].encode()
            for ending, content in (("md", markdown), ("pdf", pdf)):
                hashlib.sha256(content).hexdigest()
                (folder / f"{letter['id']}.{ending}").write_bytes(content)
            if number >= first + warm_up:
                size += len(pdf)
    letters = last - first + 1 - warm_up
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    print(json.dumps({"name": name, "letters": letters, "msPerLetter": (cpu() - started) / letters,
                      "bytesPerLetter": size // letters, "peakMb": peak}))


def cpu():
    """Milliseconds of this process, user and system."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return (usage.ru_utime + usage.ru_stime) * 1000
