"""Letters with ReportLab, from parts that bench/run.mjs writes as lines of JSON; hashes and writes the same files."""
import json, os
from pathlib import Path
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate, Spacer
from io import BytesIO
from xml.sax.saxutils import escape
from timed_letters import timed

fonts = [next(Path(path).glob("*.ttf")) for path in json.loads(os.environ["BENCH_FONTS"])[:2]]
pdfmetrics.registerFont(TTFont("Serif", fonts[0]))
pdfmetrics.registerFont(TTFont("Serif-Bold", fonts[1]))
pdfmetrics.registerFontFamily("Serif", normal="Serif", bold="Serif-Bold", italic="Serif", boldItalic="Serif-Bold")
body = ParagraphStyle("body", fontName="Serif", fontSize=10.5, leading=15, spaceAfter=7.5, alignment=TA_LEFT)
plain = ParagraphStyle("plain", body, spaceAfter=0)
subject = ParagraphStyle("subject", body, fontName="Serif-Bold", fontSize=12.5, leading=17, spaceBefore=15)


def make(letter):
    def furniture(canvas, document):
        canvas.setFont("Serif", 8)
        canvas.drawString(105.64, A4[1] - 46, letter["notice"])
        if document.page > 1:
            canvas.drawCentredString(A4[0] / 2, 38, f"Page {document.page}")

    out = BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=99.64, rightMargin=99.64, topMargin=86, bottomMargin=66,
        title=letter["subject"], author=", ".join(letter["senders"]),
    )
    story = [Paragraph(f"<b>{escape(name)}</b>", plain) for name in letter["senders"]]
    story += [Spacer(1, 15), Paragraph(letter["date"], plain), Spacer(1, 15)]
    story += [Paragraph(escape(line), plain) for line in letter["address"]]
    story += [Paragraph(escape(letter["subject"]), subject), Paragraph(letter["salutation"], body)]
    for block in letter["blocks"]:
        if block["kind"] == "demands":
            items = [Paragraph(f"<b>{escape(d['title'])}</b>: {escape(d['text'])}", body) for d in letter["demands"]]
            story.append(ListFlowable(items, bulletType="1", bulletFormat="%s.", bulletFontName="Serif"))
        else:
            story.append(Paragraph(escape(block["text"]), body))
    story += [Paragraph(letter["close"], body), Spacer(1, 40), *[Paragraph(name, plain) for name in letter["senders"]]]
    document.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


timed("reportlab", make)
