"""Letters with typst's Python binding, all in one document that is compiled once; each letter starts on a new page."""
import json, os
import typst
from timed_letters import timed_once

compiler = typst.Compiler(os.environ["BENCH_TYPST_ONCE"], font_paths=json.loads(os.environ["BENCH_FONTS"]))


def make(inputs):
    return compiler.compile(format="pdf", sys_inputs={"letters": json.dumps(inputs)}, pdf_standards=["ua-1"])


timed_once("typst-python-once", make)
