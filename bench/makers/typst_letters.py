"""Letters with typst's Python binding: the compiler is kept, the recipient's words are its inputs."""
import hashlib, json, os, resource, sys
from pathlib import Path
import typst

folder, first, last, warm_up = Path(sys.argv[1]), *map(int, sys.argv[2:5])
folder.mkdir(parents=True, exist_ok=True)
source = Path(os.environ["BENCH_TYPST"])
compiler = typst.Compiler(str(source), font_paths=json.loads(os.environ["BENCH_FONTS"]))


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return (usage.ru_utime + usage.ru_stime) * 1000


started, size = cpu(), 0
with open(os.environ["BENCH_PARTS"], encoding="utf-8") as lines:
    for number, line in enumerate(lines, 1):
        if number < first or number > last:
            continue
        if number == first + warm_up:
            started = cpu()
        letter = json.loads(line)
        pdf, markdown = compiler.compile(format="pdf", sys_inputs=letter["inputs"], pdf_standards=["ua-1"]), letter["markdown"].encode()
        for ending, content in (("md", markdown), ("pdf", pdf)):
            hashlib.sha256(content).hexdigest()
            (folder / f"{letter['id']}.{ending}").write_bytes(content)
        if number >= first + warm_up:
            size += len(pdf)
letters = last - first + 1 - warm_up
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
print(json.dumps({"name": "typst-python", "letters": letters, "msPerLetter": (cpu() - started) / letters,
                  "bytesPerLetter": size // letters, "peakMb": peak}))
