#include "core/typing/typedissues.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace icp {

namespace {

constexpr std::size_t mostIssues = 10'000;
constexpr qsizetype mostText = 200;

QString tr(const char* text) { return QCoreApplication::translate("icp::TypedIssues", text); }

struct Words {
    const char* code;
    const char* reason;
};

/// By CellProblem.
constexpr std::array<Words, 10> cellWords{
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
     {"sheet-error",
      QT_TRANSLATE_NOOP("icp::TypedIssues", "The spreadsheet shows an error here instead of a value.")}}};

}  // namespace

QString counted(qint64 count) { return QLocale(QLocale::English, QLocale::UnitedStates).toString(count); }

void IssueList::keep(Kept& kept, Issue issue) {
    if (kept.issues.size() < mostIssues)
        kept.issues.push_back(std::move(issue));
    else
        ++kept.more;
}

void IssueList::row(const RowBatch& batch, RowChoice::Odd odd) {
    const bool isShort = odd.problem == RowProblem::Short;
    const QString reason =
        isShort ? tr("This row has %1 cells where the header has %2; the rest is taken as missing.")
                      .arg(batch.width(odd.row))
                      .arg(m_layout.named)
                : tr("A quotation mark is opened in this row and never closed; it was kept as an ordinary "
                     "character.");
    keep(m_rows, {Severity::Warning,
                  isShort ? QStringLiteral("row-short") : QStringLiteral("quote-open"),
                  m_file,
                  batch.line(odd.row),
                  {},
                  toQString(batch.cell(odd.row, 0).text).left(mostText),
                  reason});
}

void IssueList::cell(const RowBatch& batch, std::uint32_t row, std::size_t column, CellProblem problem) {
    const Words& words = cellWords[std::size_t(problem)];
    keep(m_cells[column],
         {Severity::Warning, QString::fromLatin1(words.code), m_file, batch.line(row),
          m_layout.headers[qsizetype(column)],
          toQString(batch.cell(row, column).text.substr(0, 4 * mostText)).left(mostText), tr(words.reason)});
}

void IssueList::note(Severity severity, const QString& code, const QString& column, const QString& reason,
                     qint64 line) {
    m_notes.push_back({severity, code, m_file, line, column, {}, reason});
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

QString rejectReason(const RowBatch& batch, RowChoice::Odd odd, const TableLayout& layout) {
    switch (odd.problem) {
        case RowProblem::Footer:
            return tr("Report footer, not data");
        case RowProblem::RepeatedHeader:
            return tr("The header is repeated here");
        case RowProblem::TooWide:
        case RowProblem::Short:
        case RowProblem::OpenQuote:
            break;
    }
    return tr("The row has %1 cells, the table %2 columns")
        .arg(batch.width(odd.row))
        .arg(layout.headers.size());
}

namespace {

QString shareOf(qint64 readable, qint64 values) {
    if (readable == values) return tr("All %1 cells are %2.").arg(counted(values));
    return tr("%1 of %2 cells are %3.").arg(counted(readable), counted(values));
}

QString kindOf(const ColumnStore& store, ColumnType type, TypeEvidence& evidence) {
    const ColumnFormat& format = store.format();
    switch (type) {
        case ColumnType::Date:
            if (store.numericOrder() == 0) return tr("dates");
            evidence.ambiguous = store.decided() == 0 && !format.certainOrder;
            return format.dayFirst ? tr("dates, day first (31.12.2023)")
                                   : tr("dates, month first (12/31/2023)");
        case ColumnType::Boolean:
            return tr("yes or no");
        case ColumnType::Number:
        case ColumnType::Money:
        case ColumnType::Percent:
            break;
        default:
            return {};
    }
    if (store.marked() > 0) evidence.decimal = QString(QLatin1Char(format.decimal));
    const QString mark = store.marked() == 0     ? QString()
                         : format.decimal == '.' ? tr(" with a decimal point (1,234.56)")
                                                 : tr(" with a decimal comma (1.234,56)");
    if (type == ColumnType::Percent) return tr("percentages") + mark;
    if (type == ColumnType::Number) return tr("numbers") + mark;
    QStringList names;
    for (const auto& [name, count] : store.currencies()) names << toQString(name);
    return tr("amounts in %1").arg(names.join(tr(" and "))) + mark;
}

}  // namespace

TypeEvidence evidenceOf(const ColumnStore& store, const Column& column) {
    const ColumnType type = column.type();
    TypeEvidence evidence;
    evidence.unreadable = store.misfits();
    const qint64 readable = store.values();
    const qint64 values = readable + store.misfits();
    if (values == 0) {
        evidence.sentence = tr("The column holds no value.");
        return evidence;
    }
    const QString kind = kindOf(store, type, evidence);
    if (store.format().forced) evidence.sentence = tr("The type was chosen by hand.") + QLatin1Char(' ');
    if (!kind.isEmpty())
        evidence.sentence += shareOf(readable, values).arg(kind);
    else if (type == ColumnType::Category)
        evidence.sentence +=
            tr("%1 cells hold %2 different texts.").arg(counted(values), counted(column.dictionary().size()));
    else if (type == ColumnType::Multi)
        evidence.sentence += tr("Cells hold several of %1 elements, with “%2” between them.")
                                 .arg(counted(column.dictionary().size()))
                                 .arg(QLatin1Char(store.format().separator));
    else
        evidence.sentence += tr("Texts of %1 cells hardly repeat.").arg(counted(values));
    if (evidence.ambiguous)
        evidence.sentence +=
            QLatin1Char(' ') + tr("No cell tells day and month apart, so the order is a guess.");
    return evidence;
}

}  // namespace icp
