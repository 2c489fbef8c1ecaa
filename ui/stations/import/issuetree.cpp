#include "ui/stations/import/issuetree.h"

#include "ui/theme/tokens.h"

#include <QApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace icp::ui {

namespace {

struct Title {
    QLatin1StringView code;
    const char* title;
};
constexpr Title titles[] = {
    {QLatin1StringView("number-unreadable"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Not a number")},
    {QLatin1StringView("number-leading-zero"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Begins with a zero")},
    {QLatin1StringView("number-too-long"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Too many digits")},
    {QLatin1StringView("number-other-mark"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Another decimal mark")},
    {QLatin1StringView("number-percent"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Percent among numbers")},
    {QLatin1StringView("number-ambiguous"),
     QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Decimal mark is a guess")},
    {QLatin1StringView("date-unreadable"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Not a date")},
    {QLatin1StringView("date-other-order"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Day and month swapped")},
    {QLatin1StringView("date-impossible"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "No such day")},
    {QLatin1StringView("date-ambiguous"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Day or month first?")},
    {QLatin1StringView("date-serial-proposed"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "May be dates")},
    {QLatin1StringView("boolean-unreadable"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Neither yes nor no")},
    {QLatin1StringView("duration-unreadable"),
     QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Not a length of time")},
    {QLatin1StringView("sheet-error"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Spreadsheet errors")},
    {QLatin1StringView("range-became-date"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Ranges became dates")},
    {QLatin1StringView("digits-lost"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Digits lost")},
    {QLatin1StringView("currencies-mixed"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Several currencies")},
    {QLatin1StringView("row-short"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Rows too short")},
    {QLatin1StringView("row-joined"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "A separator too many")},
    {QLatin1StringView("row-gap"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "A cell too few")},
    {QLatin1StringView("row-separator"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Another separator")},
    {QLatin1StringView("row-shifted"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Shifted rows")},
    {QLatin1StringView("quote-stray"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Stray quotation marks")},
    {QLatin1StringView("quote-open"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Open quotation marks")},
    {QLatin1StringView("encoding-mixed"),
     QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Letters of another encoding")},
    {QLatin1StringView("encoding-guessed"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Encoding is a guess")},
    {QLatin1StringView("account-unknown"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "No such account")},
    {QLatin1StringView("account-ambiguous"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Several accounts fit")},
    {QLatin1StringView("account-unnamed"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "No account named")},
    {QLatin1StringView("account-through"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Joined through a table")},
    {QLatin1StringView("rows-stale"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Out of date")},
    {QLatin1StringView("placeholder"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Words for no value")},
    {QLatin1StringView("placeholder-proposed"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "May mean no value")},
    {QLatin1StringView("missing-chosen"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "No value, as you said")},
    {QLatin1StringView("mapping-remembered"),
     QT_TRANSLATE_NOOP("icp::ui::IssueTree", "As you decided before")},
    {QLatin1StringView("header-rows"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Header of several rows")},
    {QLatin1StringView("other-names"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Columns named twice")},
    {QLatin1StringView("units"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Row of units")},
    {QLatin1StringView("unit"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Units")},
    {QLatin1StringView("nul-bytes"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Bytes of value 0")},
    {QLatin1StringView("header-repeated"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Headers of one name")},
    {QLatin1StringView("no-header"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "No header")},
    {QLatin1StringView("preamble"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Lines above the table")},
    {QLatin1StringView("preamble-row"), QT_TRANSLATE_NOOP("icp::ui::IssueTree", "Lines above the table")}};

}  // namespace

QString issueTitle(const QString& code) {
    for (const Title& one : titles)
        if (code == one.code) return IssueTree::tr(one.title);
    return {};
}

IssueTree::IssueTree(QObject* parent) : QAbstractItemModel(parent) {}

void IssueTree::setFile(std::shared_ptr<const Dataset> dataset, int file) {
    beginResetModel();
    m_dataset = std::move(dataset);
    m_groups.clear();
    m_needsLook = 0;
    if (m_dataset && file >= 0 && std::size_t(file) < m_dataset->files.size()) {
        const QString& name = m_dataset->files[std::size_t(file)].name;
        QHash<QString, std::size_t> places;
        QString last;
        for (std::size_t i = 0; i < m_dataset->issues.size(); ++i) {
            const Issue& issue = m_dataset->issues[i];
            if (issue.file != name || issue.severity == Severity::Rejected) continue;
            // "There are 12 more of this kind" follows those it speaks of.
            const QString code = issue.code == u"more" && !last.isEmpty() ? last : issue.code;
            last = code;
            auto place = places.find(code);
            if (place == places.end()) {
                place = places.insert(code, m_groups.size());
                m_groups.emplace_back().code = code;
            }
            Group& group = m_groups[*place];
            group.warns = group.warns || issue.severity == Severity::Warning;
            ++group.count;
            group.issues.push_back(i);
        }
        std::stable_sort(m_groups.begin(), m_groups.end(), [](const Group& a, const Group& b) {
            return a.warns != b.warns ? a.warns : a.count > b.count;
        });
        m_needsLook =
            int(std::count_if(m_groups.begin(), m_groups.end(), [](const Group& one) { return one.warns; }));
    }
    endResetModel();
}

const Issue* IssueTree::issue(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0) return nullptr;
    const Group& group = m_groups[index.internalId() - 1];
    return &m_dataset->issues[group.issues[std::size_t(index.row())]];
}

QModelIndex IssueTree::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex IssueTree::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0) return {};
    return createIndex(int(index.internalId()) - 1, 0, quintptr(0));
}

int IssueTree::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return int(m_groups.size());
    if (parent.internalId() != 0 || parent.column() > 0) return 0;
    return int(m_groups[std::size_t(parent.row())].issues.size());
}

int IssueTree::columnCount(const QModelIndex&) const { return 2; }

QVariant IssueTree::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const QLocale locale;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == 1 ? Qt::AlignRight : Qt::AlignLeft));
    const Issue* one = issue(index);
    if (!one) {
        const Group& group = m_groups[std::size_t(index.row())];
        const Issue& first = m_dataset->issues[group.issues.front()];
        const QString title = issueTitle(group.code);
        switch (role) {
            case Qt::DisplayRole:
                return index.column() == 1 ? locale.toString(group.count)
                       : title.isEmpty()   ? first.reason
                                           : title;
            case Qt::ToolTipRole:
                return first.reason;
            case Qt::FontRole:
                return ui::font(Type::Table, QFont::DemiBold);
            case Qt::DecorationRole:
                if (index.column() > 0) return {};
                return icon(group.warns ? QStringLiteral("warning") : QStringLiteral("info"),
                            group.warns ? &Tokens::warnInk : &Tokens::ink3);
            default:
                return {};
        }
    }
    switch (role) {
        case Qt::DisplayRole:
            if (index.column() == 1)
                return one->row > 0 ? tr("Row %1").arg(locale.toString(one->row)) : QString();
            if (one->text.isEmpty()) return one->column.isEmpty() ? one->reason : one->column;
            return one->column.isEmpty() ? one->text : tr("%1: %2").arg(one->column, one->text.simplified());
        case Qt::ToolTipRole:
        case Qt::AccessibleDescriptionRole:
            return one->reason;
        default:
            return {};
    }
}

}  // namespace icp::ui
