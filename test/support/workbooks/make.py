"""Writes the workbooks of this folder, with openpyxl and LibreOffice. Tests only read them.

    python3 -m venv venv && venv/bin/pip install openpyxl==3.1.5 msoffcrypto-tool
    venv/bin/python test/support/workbooks/make.py [<name>]        # needs soffice (LibreOffice Calc) too

Every workbook <name>-openpyxl.xlsx is also opened and saved by LibreOffice, as <name>-libreoffice.xlsx: formulas then
have results, styles and texts are written in another way, and merged cells, filters and sheets are as LibreOffice has
them. README.md has the versions of the programs.
"""

import csv
import datetime
import pathlib
import shutil
import subprocess
import sys
import tempfile

import msoffcrypto.format.ooxml
import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

FOLDER = pathlib.Path(__file__).parent
DAY = datetime.date(2026, 3, 2)

# The name of the case, the value of the cell, and its number format.
CELLS = [
    ("text", "Müller & Søn <x>", None),
    ("text with leading zeros", "00123", None),
    ("text that looks like a formula", "'=1+1", None),
    ("text in two lines", "one\ntwo", None),
    ("text with white space around it", "  Smith \u00a0", None),
    ("text in Arabic", "محمد", None),
    ("text in runs", CellRichText("Mr ", TextBlock(InlineFont(b=True), "John"), " Smith"), None),
    ("text with an escape", "a_x0041_b", None),
    ("text beyond the basic plane", "𝒜 😀", None),
    ("text in the format of text", "007", "@"),
    ("text with words around it by the format", "Smith", '"Mr "@'),
    ("text in the format of accounting", "Smith", '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)'),
    ("text that the format hides", "Smith", ";;;"),
    ("integer", 412, None),
    ("negative integer", -5, None),
    ("decimal", 1500.5, None),
    ("sum of decimals", 0.1 + 0.2, None),
    ("a third", 1 / 3, None),
    ("small decimal", 0.000012, None),
    ("integer of 11 digits", 32471234567, None),
    ("integer of 12 digits", 491701234567, None),
    ("integer of 12 digits with format 0", 491701234567, "0"),
    ("integer of 16 digits with format 0", 1234567890123456, "0"),
    ("number in the format of text", 123, "@"),
    ("postcode", 123, "00000"),
    ("postcode, negative", -123, "00000"),
    ("two decimals", 1500.5, "0.00"),
    ("two decimals that are fewer than there are", 1500.125, "0.00"),
    ("no decimals, of a number that has some", 1500.5, "0"),
    ("optional decimals", 1500.5, "0.##"),
    ("thousands", 1234567, "#,##0"),
    ("thousands and decimals", 1234567.5, "#,##0.00"),
    ("thousands, negative in parentheses", -1234, "#,##0_);(#,##0)"),
    ("thousands, positive with parentheses for others", 1234, "#,##0_);(#,##0)"),
    ("negative in red with a minus", -1234, "#,##0;[Red]-#,##0"),
    ("divided by a thousand", 1234567, "0,"),
    ("percent", 0.07, "0%"),
    ("percent with decimals", 0.0725, "0.00%"),
    ("euros after", 1500.5, '#,##0.00 "€"'),
    ("euros by language", 1500.5, "#,##0.00 [$€-407]"),
    ("dollars", 1500.5, '"$"#,##0.00'),
    ("unit", 12, '0" kg"'),
    ("scientific", 1234567, "0.00E+00"),
    ("fraction", 0.5, "# ?/?"),
    ("condition", 1500, '[>=1000]0.0," k";0'),
    ("hidden number", 5, ";;;"),
    ("zero shown as a dash", 0, '0;-0;"-"'),
    ("zero shown as nothing", 0, "#"),
    ("date, ISO", DAY, "yyyy-mm-dd"),
    ("date, short", DAY, "mm-dd-yy"),
    ("date, German", DAY, "dd.mm.yyyy"),
    ("date, long in French", DAY, '[$-40C]dddd" "d" "mmmm" "yyyy'),
    ("date, of the system", DAY, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"),
    ("date with a section for text", DAY, "d/m/yyyy;@"),
    ("date, day and month", DAY, "d-mmm"),
    ("date, month and year", DAY, "mmm-yy"),
    ("date and time", datetime.datetime(2026, 3, 2, 14, 30), "yyyy-mm-dd hh:mm"),
    ("date with a time that is not shown", datetime.datetime(2026, 3, 2, 14, 30), "yyyy-mm-dd"),
    ("date and midnight", datetime.datetime(2026, 3, 2), "yyyy-mm-dd h:mm:ss"),
    ("time", datetime.time(14, 30), "h:mm"),
    ("duration", datetime.timedelta(hours=30), "[h]:mm:ss"),
    ("date before March 1900", 59, "yyyy-mm-dd"),
    ("first sure date", 61, "yyyy-mm-dd"),
    ("date of the Buddhist calendar", DAY, "[$-D07041E]d mmmm yyyy"),
    ("negative date", -5, "yyyy-mm-dd"),
    ("true", True, None),
    ("error as a value", "#N/A", None),
    ("formula of text", '="a"&"b"', None),
    ("formula of a number", "=6*7", None),
    ("formula of a date", "=DATE(2026,3,2)", "yyyy-mm-dd"),
    ("formula of nothing", '=""', None),
    ("formula with an error", "=1/0", None),
    ("formula of a truth value", "=1=1", None),
]


def book():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Members"
    return workbook, sheet


def table(sheet, count=4):
    sheet.append(["id", "name", "ward"])
    for number in range(1, count + 1):
        sheet.append([f"m-{number}", f"Name {number}", "Northgate"])


def kinds():
    workbook, sheet = book()
    for row, (name, value, number_format) in enumerate(CELLS, 1):
        sheet.cell(row, 1, name)
        cell = sheet.cell(row, 2)
        if name == "text that looks like a formula":
            cell.value = value[1:]
            cell.data_type = "s"
            cell.quotePrefix = True
        else:
            cell.value = value
        if number_format is not None:
            cell.number_format = number_format
    return workbook


def dates_1904():
    workbook, sheet = book()
    workbook.epoch = CALENDAR_MAC_1904
    sheet.append(["date", DAY])
    sheet["B1"].number_format = "yyyy-mm-dd"
    return workbook


def dates_iso():
    workbook, sheet = book()
    workbook.iso_dates = True
    sheet.append(["date", DAY, datetime.datetime(2026, 3, 2, 14, 30), datetime.time(14, 30)])
    sheet["B1"].number_format = "yyyy-mm-dd"
    return workbook


def hidden_rows():
    workbook, sheet = book()
    table(sheet, 9)
    for row in (3, 4, 5, 8, 12):
        sheet.row_dimensions[row].hidden = True
    return workbook


def filtered():
    workbook, sheet = book()
    table(sheet, 4)
    sheet["C3"] = "Southgate"
    sheet.auto_filter.ref = "A1:C5"
    sheet.auto_filter.add_filter_column(2, ["Northgate"])
    sheet.row_dimensions[3].hidden = True
    return workbook


def grouped():
    workbook, sheet = book()
    table(sheet, 4)
    sheet.row_dimensions.group(3, 4, hidden=True)
    return workbook


def hidden_columns():
    workbook, sheet = book()
    table(sheet, 2)
    sheet.column_dimensions["B"].hidden = True
    return workbook


def merged():
    workbook, sheet = book()
    table(sheet, 4)
    sheet.merge_cells("C2:C4")
    return workbook


def title_above():
    workbook, sheet = book()
    sheet["A1"] = "Members of the council"
    sheet.merge_cells("A1:C1")
    sheet.append([])
    table(sheet, 2)
    return workbook


def merged_outside():
    workbook, sheet = book()
    table(sheet, 2)
    sheet.merge_cells("F2:G3")
    sheet.merge_cells("A9:C9")
    return workbook


def sheets(names, filled, hidden=()):
    workbook, sheet = book()
    workbook.remove(sheet)
    for name in names:
        added = workbook.create_sheet(name)
        if name in filled:
            table(added, 1)
            added["B2"] = name
        if name in hidden:
            added.sheet_state = "hidden"
    return workbook


def empty_ends():
    workbook, sheet = book()
    table(sheet, 2)
    for row in range(6, 60):
        sheet.row_dimensions[row].height = 30
        for column in range(1, 9):
            sheet.cell(row, column).number_format = "@"
    for row in range(1, 4):
        sheet.cell(row, 20).number_format = "0.00"
    sheet["A5"] = "   "
    sheet["B7"] = None
    return workbook


def gaps():
    workbook, sheet = book()
    sheet["A1"] = "id"
    sheet["C1"] = "ward"
    sheet["C4"] = "Northgate"
    sheet["AB6"] = "far"
    return workbook


def empty():
    return book()[0]


PROFILE_KEYS = [
    "id", "roles.1", "state", "languages.1", "office.title.en", "office.rank", "address.lines.1", "address.lines.2", "source", "verified",
]


def profiles(postcode, verified):
    workbook, sheet = book()
    sheet.append(PROFILE_KEYS)
    street = "4 Ministry Street"
    sheet.append(["nl-minister", "minister", "FR", "en", "Minister of Charters", "minister", street, None, "the ministry", "false"])
    sheet.append(["nl-deputy", "minister", "FR", "en", "Deputy Minister", "minister", street, postcode, "the ministry", verified])
    sheet["H3"].number_format = "00000" if isinstance(postcode, int) else "General"
    return workbook


MEMBER_COLUMNS = ["Ward", "First name", "Last name", "Sex", "Street", "Postcode", "Town", "Households", "Phone"]


def members(title=False, faulty=False):
    workbook, sheet = book()
    if title:
        sheet["A1"] = "Members of the council, 2026"
        sheet.merge_cells("A1:I1")
        sheet.append([])
    sheet.append(MEMBER_COLUMNS)
    sheet.append(["Mill Side", "José", "Müller", "Mr", "1 Mill Road\nFlat 4", "0100", "BRUSSELS", 412, "1"])
    sheet.append(["Hill Side", "علي", "حسن", "Mr", "2 Hill Road", 101, "BRUSSELS", 1200, "2"])
    sheet.append(["Lake & Side", "Anna", "D'Hondt", None, None, "0102", "BRUSSELS"])
    sheet["F3" if not title else "F5"].number_format = "0000"
    sheet["H3" if not title else "H5"].number_format = "#,##0"
    if faulty:
        sheet.append(["Sea Side", "Zoë", "#N/A", "Ms", "3 Sea Road", "0103", "BRUSSELS", 0.5, "4"])
        sheet["H7"].number_format = "0%"
    notes = workbook.create_sheet("Notes")
    notes["A1"] = "Sent by the council"
    return workbook


def awkward_members():
    workbook, sheet = book()
    with open(FOLDER / "awkward-members.csv", encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter=";"), 1):
            for column, text in enumerate(row, 1):
                if text != "":
                    sheet.cell(number, column).value = text
                    sheet.cell(number, column).data_type = "s"
    return workbook


WORKBOOKS = {
    "kinds": kinds(),
    "dates-1904": dates_1904(),
    "dates-iso": dates_iso(),
    "hidden-rows": hidden_rows(),
    "filtered": filtered(),
    "grouped": grouped(),
    "hidden-columns": hidden_columns(),
    "merged": merged(),
    "merged-outside": merged_outside(),
    "title-above": title_above(),
    "one-filled-sheet": sheets(["Notes", "Members 2026", "Old"], ["Members 2026", "Old"], ["Old"]),
    "two-filled-sheets": sheets(["Members", "Former members"], ["Members", "Former members"]),
    "hidden-sheet": sheets(["Empty", "Members"], ["Members"], ["Members"]),
    "empty-ends": empty_ends(),
    "gaps": gaps(),
    "empty": empty(),
    "profiles": profiles(75, "false"),
    "faulty-profiles": profiles("=75*1", False),
    "members": members(),
    "titled-members": members(title=True),
    "faulty-members": members(title=True, faulty=True),
    "awkward-members": awkward_members(),
}


# CSV in UTF-8, of which numbers, days and truth values are to be recognised.
CSV_IMPORT = "--infilter=CSV:{},34,76,1,,0,false,true"


def convert(source, target, extension, export, *options):
    """Opens a file in LibreOffice and saves it in another format."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                *options,
                "--convert-to",
                f"{extension}:{export}",
                "--outdir",
                folder,
                str(source),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        shutil.move(f"{folder}/{source.stem}.{extension}", target)


def main():
    for name, workbook in WORKBOOKS.items():
        if sys.argv[1:] not in ([], [name]):
            continue
        made = FOLDER / f"{name}-openpyxl.xlsx"
        workbook.save(made)
        convert(made, FOLDER / f"{name}-libreoffice.xlsx", "xlsx", "Calc MS Excel 2007 XML")
    for name, delimiter in [("listed", 44), ("signatories", 44), ("societies", 59)]:
        if sys.argv[1:] in ([], [name]):
            made = FOLDER / f"{name}-libreoffice.xlsx"
            convert(FOLDER / f"{name}.csv", made, "xlsx", "Calc MS Excel 2007 XML", CSV_IMPORT.format(delimiter))
    if sys.argv[1:]:
        return
    source = FOLDER / "gaps-openpyxl.xlsx"
    # Other formats, with the ending of a workbook.
    for extension, export in [
        ("xls", "MS Excel 97"),
        ("ods", "calc8"),
        ("xlsm", "Calc MS Excel 2007 VBA XML"),
    ]:
        convert(source, FOLDER / f"format-{extension}.xlsx", extension, export)
    with open(source, "rb") as plain, open(FOLDER / "format-encrypted.xlsx", "wb") as encrypted:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("secret", encrypted)


if __name__ == "__main__":
    main()
