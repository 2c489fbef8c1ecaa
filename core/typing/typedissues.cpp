#include "core/typing/typedissues.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp {

namespace {

constexpr std::size_t mostIssues = std::size_t(mostMisfits);
constexpr qsizetype mostText = 200;

QString tr(const char* text) { return QCoreApplication::translate("icp::TypedIssues", text); }

struct Words {
    const char* code;
    const char* reason;
};

/// By CellProblem.
constexpr std::array<Words, 11> cellWords{
    {{"number-unreadable",
      QT_TRANSLATE_NOOP("icp::TypedIssues", "This is not a number, unlike the rest of the column.")},
     {"number-leading-zero",
      QT_TRANSLATE_NOOP("icp::TypedIssues",
                        "This begins with a zero, as codes do, and was not taken for a number.")},
     {"number-too-long",
      QT_TRANSLATE_NOOP("icp::TypedIssues",
                        "This has more digits than a number can keep, and was not taken for one.")},
     {"number-other-mark",
      QT_TRANSLATE_NOOP("icp::TypedIssues",
                        "This number has another decimal mark than the rest of the column.")},
     {"number-percent",
      QT_TRANSLATE_NOOP(
          "icp::TypedIssues",
          "Percentages and plain numbers are mixed in this column; this one is in the minority.")},
     {"date-unreadable",
      QT_TRANSLATE_NOOP("icp::TypedIssues", "This is not a date, unlike the rest of the column.")},
     {"date-other-order",
      QT_TRANSLATE_NOOP("icp::TypedIssues",
                        "Day and month stand the other way round than in the rest of the column.")},
     {"date-impossible", QT_TRANSLATE_NOOP("icp::TypedIssues", "There is no such day in the calendar.")},
     {"boolean-unreadable", QT_TRANSLATE_NOOP("icp::TypedIssues", "This is neither a yes nor a no.")},
     {"duration-unreadable",
      QT_TRANSLATE_NOOP("icp::TypedIssues", "This is not a length of time, unlike the rest of the column.")},
     {"sheet-error",
      QT_TRANSLATE_NOOP("icp::TypedIssues", "The spreadsheet shows an error here instead of a value.")}}};

/// For a row that is taken although it is odd.
Words rowWords(RowProblem problem) {
    switch (problem) {
        case RowProblem::Short:
            return {"row-short",
                    QT_TRANSLATE_NOOP(
                        "icp::TypedIssues",
                        "Of the header's %2 columns this row has %1; the rest is taken as missing.")};
        case RowProblem::StrayQuote:
            return {"quote-stray",
                    QT_TRANSLATE_NOOP("icp::TypedIssues",
                                      "A quotation mark stands inside a cell of this row; it was kept as an "
                                      "ordinary character.")};
        case RowProblem::Joined:
            return {"row-joined",
                    QT_TRANSLATE_NOOP("icp::TypedIssues",
                                      "This row had a separator too many; it was read in the only way that "
                                      "fits all columns.")};
        case RowProblem::Shifted:
            return {"row-gap", QT_TRANSLATE_NOOP("icp::TypedIssues",
                                                 "This row has a cell too few; the gap was put where alone "
                                                 "all others fit their columns.")};
        case RowProblem::Recut:
            return {"row-separator", QT_TRANSLATE_NOOP("icp::TypedIssues",
                                                       "This row has another separator than the rest of the "
                                                       "file and was read with that one.")};
        case RowProblem::OtherBytes:
            return {"encoding-mixed",
                    QT_TRANSLATE_NOOP("icp::TypedIssues",
                                      "Letters of this row are not in the encoding of the rest of the file; "
                                      "they were read as Western European (Windows-1252).")};
        case RowProblem::NulBytes:
            return {
                "nul-bytes",
                QT_TRANSLATE_NOOP("icp::TypedIssues",
                                  "This row holds bytes of value 0, which no text has; they were left out.")};
        default:
            return {"quote-open",
                    QT_TRANSLATE_NOOP("icp::TypedIssues",
                                      "A quotation mark is opened in this row and never closed; it was kept "
                                      "as an ordinary character.")};
    }
}

}  // namespace

void IssueList::keep(Kept& kept, Issue issue) {
    if (kept.issues.size() < mostIssues)
        kept.issues.push_back(std::move(issue));
    else
        ++kept.more;
}

void IssueList::row(const RowBatch& batch, RowChoice::Odd odd) {
    keep(m_rows, {Severity::Warning,
                  QString::fromLatin1(rowWords(odd.problem).code),
                  m_file,
                  batch.line(odd.row),
                  {},
                  toQString(batch.cell(odd.row, 0).text).left(mostText),
                  doubtReason(batch, odd, m_layout)});
}

void IssueList::cell(const RowBatch& batch, std::uint32_t row, std::size_t column, CellProblem problem) {
    const Words& words = cellWords[std::size_t(problem)];
    keep(m_cells[column],
         {Severity::Warning, QString::fromLatin1(words.code), m_file, batch.line(row),
          m_layout.headers[qsizetype(column)],
          toQString(batch.cell(row, column).text.substr(0, 4 * mostText)).left(mostText), tr(words.reason)});
}

void IssueList::note(Severity severity, const QString& code, const QString& column, const QString& reason,
                     qint64 line, const QString& text) {
    m_notes.push_back({severity, code, m_file, line, column, text.left(mostText), reason});
}

void IssueList::forgetColumn(std::size_t column) { m_cells.erase(column); }

std::vector<Issue> IssueList::take() {
    std::vector<Issue> all = std::move(m_notes);
    const auto add = [&](Kept& kept, const QString& column) {
        std::move(kept.issues.begin(), kept.issues.end(), std::back_inserter(all));
        if (kept.more > 0)
            all.push_back({Severity::Warning,
                           QStringLiteral("more"),
                           m_file,
                           0,
                           column,
                           {},
                           tr("There are %1 more of this kind.").arg(counted(kept.more))});
    };
    add(m_rows, {});
    for (auto& [column, kept] : m_cells) add(kept, m_layout.headers[qsizetype(column)]);
    return all;
}

QString doubtReason(const RowBatch& batch, RowChoice::Odd odd, const TableLayout& layout) {
    const QString reason = tr(rowWords(odd.problem).reason);
    return odd.problem == RowProblem::Short ? reason.arg(batch.width(odd.row)).arg(layout.named) : reason;
}

QString rejectReason(const RowBatch& batch, RowChoice::Odd odd, const TableLayout& layout) {
    switch (odd.problem) {
        case RowProblem::Footer:
            return tr("Report footer, not data");
        case RowProblem::RepeatedHeader:
            return tr("The header is repeated here");
        case RowProblem::Units:
            return tr("Units of the columns, not data");
        case RowProblem::OtherNames:
            return tr("Other names of the columns, not data");
        case RowProblem::Rule:
            return tr("A drawn line, not data");
        case RowProblem::Remark:
            return tr("A remark between the rows, not data");
        default:
            break;
    }
    return tr("Cells in this row: %1, columns of the table: %2")
        .arg(batch.width(odd.row))
        .arg(layout.headers.size());
}

}  // namespace icp
