"""Letters with typst's Python binding: one compiler for all; the inputs are the values of a recipient."""
import json, os
import typst
from timed_letters import timed

compiler = typst.Compiler(os.environ["BENCH_TYPST"], font_paths=json.loads(os.environ["BENCH_FONTS"]))

timed("typst-python", lambda letter: compiler.compile(format="pdf", sys_inputs=letter["inputs"], pdf_standards=["ua-1"]))
