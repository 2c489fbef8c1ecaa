"""Prints every cell with a value that openpyxl sees in the workbooks of the folders given, for tst_openpyxl.

One JSON list per line: ["file", path], ["refused", reason], ["sheet", name] and ["cell", row, column, kind, text].
"""

import datetime
import glob
import json
import os
import sys
import warnings

import openpyxl


def day(value):
    return value.strftime("%Y-%m-%d") if value.year >= 1000 else value.isoformat()


def time(value):
    # Thousandths, as a spreadsheet shows them at most.
    return "%02d:%02d:%02d" % (value.hour, value.minute, value.second) + (
        ".%03d" % (value.microsecond // 1000) if value.microsecond >= 1000 else "")


def described(cell, from1904):
    value = cell.value
    if cell.data_type == "e":
        return "error", str(value)
    if isinstance(value, bool):
        return "boolean", "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return "number", repr(float(value))
    if isinstance(value, datetime.timedelta):
        return "number", repr(value / datetime.timedelta(days=1))
    if isinstance(value, datetime.datetime):
        value += datetime.timedelta(microseconds=500)
        clock = time(value)
        return "date", day(value) if clock == "00:00:00" else day(value) + " " + clock
    if isinstance(value, datetime.date):
        return "date", day(value)
    if isinstance(value, datetime.time):
        # Only the calendar of 1904 has a day 0.
        clock = time(value)
        if from1904:
            return "date", "1904-01-01" if clock == "00:00:00" else "1904-01-01 " + clock
        return "time", clock
    return "text", str(value)


def say(*words):
    print(json.dumps(words))


warnings.simplefilter("ignore")
for folder in sys.argv[1:]:
    for path in sorted(glob.glob(os.path.join(folder, "*.xlsx"))):
        say("file", path)
        try:
            book = openpyxl.load_workbook(path, data_only=True)
        except Exception as error:
            say("refused", repr(error))
            continue
        for sheet in book.worksheets:
            say("sheet", sheet.title)
            # Not iter_rows(): it makes every cell of a sheet that reaches row 1,048,576.
            for _, cell in sorted(sheet._cells.items()):
                if cell.value not in (None, ""):
                    say("cell", cell.row, cell.column, *described(cell, book.epoch.year == 1904))
