#include "core/typing/columnnotes.h"

#include "core/base/text.h"
#include "core/typing/headersense.h"

#include <QCoreApplication>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::ColumnNotes)
};

void noteGuesses(const ColumnStore& store, const QString& header, IssueList& issues) {
    const ColumnFormat& format = store.format();
    const bool open = format.type == ColumnType::Date && store.numericOrder() > 0 && store.decided() == 0 &&
                      !format.certainOrder;
    if (open)
        issues.note(
            format.hintedOrder ? Severity::Note : Severity::Warning, QStringLiteral("date-ambiguous"), header,
            format.hintedOrder && format.dayFirst ? Words::tr("Every date fits day first and month first; "
                                                              "they are read day first, like others in the "
                                                              "file.")
            : format.hintedOrder
                ? Words::tr(
                      "Every date fits day first and month first; they are read month first, like others in "
                      "the file.")
            : format.dayFirst
                ? Words::tr("Every date fits day first and month first; they are read day first.")
                : Words::tr("Every date fits day first and month first; they are read month first."));
    const bool numeric = format.type == ColumnType::Number || format.type == ColumnType::Money ||
                         format.type == ColumnType::Percent;
    if (numeric && format.openMark && store.marked() > 0)
        issues.note(
            format.hintedMark ? Severity::Note : Severity::Warning, QStringLiteral("number-ambiguous"),
            header,
            format.decimal == '.'
                ? Words::tr("The points in this column could group thousands; they are read as decimal "
                            "points (1.234 is a little above 1).")
                : Words::tr("The commas in this column could group thousands; they are read as decimal "
                            "commas (1,234 is a little above 1)."));
    if (format.maySheetDays && format.type == ColumnType::Number)
        issues.note(
            Severity::Warning, QStringLiteral("date-serial-proposed"), header,
            Words::tr("These numbers look like dates as a spreadsheet counts them (45432 is 20 May 2024). "
                      "They are read as numbers; choose the type Date to read them as dates."));
}

}  // namespace

void noteFormat(const ColumnStore& store, const QString& header, IssueList& issues) {
    if (store.placeholders() > 0)
        issues.note(
            Severity::Note, QStringLiteral("placeholder"), header,
            Words::tr("%1 cells say in words that there is no value, such as “-” or “n/a”, and are taken as "
                      "missing.")
                .arg(counted(store.placeholders())));
    if (store.wished() > 0)
        issues.note(Severity::Note, QStringLiteral("missing-chosen"), header,
                    Words::tr("Cells taken as missing because of texts chosen by hand: %1.")
                        .arg(counted(store.wished())));
    if (store.currencies().size() > 1)
        issues.note(Severity::Warning, QStringLiteral("currencies-mixed"), header,
                    Words::tr("The column holds amounts in several currencies; they are not converted."));
    noteGuesses(store, header, issues);
}

ValueNotes lookAtValues(const Column& column, const QString& header) {
    return {proposeMissing(header, column), rangesThatBecameDates(column),
            shortenedDigits(column, HeaderSense(header).names)};
}

void noteValues(const ValueNotes& notes, const QString& header, const std::vector<std::uint32_t>& sourceRow,
                IssueList& issues, std::vector<MissingProposal>& proposals) {
    for (const MissingProposal& proposal : notes.proposals) {
        issues.note(
            Severity::Note, QStringLiteral("placeholder-proposed"), header,
            Words::tr(
                "“%1” may say that there is no value (cells: %2). It is kept as it is until you say so.")
                .arg(proposal.text, counted(proposal.count)),
            0, proposal.text);
        proposals.push_back(proposal);
    }
    for (const SheetDamage& damage : notes.ranges)
        issues.note(
            Severity::Warning, QStringLiteral("range-became-date"), header,
            Words::tr("“%1” (cells: %2) was probably “%3” before a spreadsheet made a date of it. It is kept "
                      "as it is; correct it in the file.")
                .arg(toQString(damage.text), counted(damage.count), toQString(damage.original)),
            sourceRow[damage.firstRow], toQString(damage.text));
    for (const SheetDamage& damage : notes.digits)
        issues.note(
            Severity::Warning, QStringLiteral("digits-lost"), header,
            Words::tr("“%1” (cells: %2) is a long number that a spreadsheet has shortened; its last digits "
                      "are lost. Export the column as text.")
                .arg(toQString(damage.text), counted(damage.count)),
            sourceRow[damage.firstRow], toQString(damage.text));
}

}  // namespace icp
