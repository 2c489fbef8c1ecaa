#include "ui/stations/import/proposallist.h"

#include "ui/theme/tokens.h"

#include <QLocale>

#include <algorithm>

namespace icp::ui {

namespace {

QString labelOf(const Dataset& dataset, const QString& attribute) {
    const Attribute* found = dataset.find(attribute);
    return found ? found->label : attribute;
}

QString kindTitle(ProposalList::Kind kind) {
    switch (kind) {
        case ProposalList::Kind::Spelling:
            return ProposalList::tr("Spellings of one level");
        case ProposalList::Kind::NoValue:
            return ProposalList::tr("Words for no value");
        case ProposalList::Kind::Account:
            return ProposalList::tr("Similar names");
        case ProposalList::Kind::Twins:
            return ProposalList::tr("Accounts that are there twice");
    }
    return {};
}

QString kindSentence(ProposalList::Kind kind) {
    switch (kind) {
        case ProposalList::Kind::Spelling:
            return ProposalList::tr("Accepted, cells of the first spelling count as the second.");
        case ProposalList::Kind::NoValue:
            return ProposalList::tr("Accepted, cells with this text count as empty.");
        case ProposalList::Kind::Account:
            return ProposalList::tr("Accepted, rows that name an account this way belong to it.");
        case ProposalList::Kind::Twins:
            return ProposalList::tr("Accepted, they are one account; every row of the files stays.");
    }
    return {};
}

void append(Decisions& to, const Decisions& from) {
    const auto add = [](auto& all, const auto& more) { all.insert(all.end(), more.begin(), more.end()); };
    add(to.levels, from.levels);
    add(to.missing, from.missing);
    add(to.links, from.links);
    add(to.accounts, from.accounts);
}

}  // namespace

ProposalList::ProposalList(QObject* parent) : QAbstractItemModel(parent) {}

void ProposalList::setProposals(const Dataset& dataset, const Proposals& proposals) {
    beginResetModel();
    m_proposals = {};
    m_kinds.clear();
    const auto add = [&](Kind kind, const QString& what, const QString& why, qint64 rows) -> Decisions& {
        m_proposals[std::size_t(kind)].push_back({what, why, rows, {}});
        return m_proposals[std::size_t(kind)].back().decisions;
    };
    for (const LevelProposal& one : proposals.levels)
        add(Kind::Spelling,
            tr("%1: “%2” as “%3”")
                .arg(labelOf(dataset, one.decision.attribute), one.decision.from, one.decision.to),
            reasonText(one), one.fromRows)
            .levels.push_back(one.decision);
    for (const MissingProposal& one : proposals.missing)
        add(Kind::NoValue,
            tr("%1: “%2” as empty").arg(labelOf(dataset, one.decision.attribute), one.decision.text),
            reasonText(one), one.rows)
            .missing.push_back(one.decision);
    for (const LinkProposal& one : proposals.links)
        add(Kind::Account, tr("“%1” is %2").arg(one.decision.text, one.decision.account.name),
            reasonText(one), one.rows)
            .links.push_back(one.decision);
    for (const TwinProposal& one : proposals.twins) {
        QString why = reasonText(one);
        for (const TwinProposal::Conflict& conflict : one.conflicts)
            why += u'\n' + tr("%1 differs: %2.").arg(conflict.label, conflict.values.join(tr(", ")));
        add(Kind::Twins, one.names.join(tr(" = ")), why, one.linked).accounts = one.decisions;
    }
    for (const Kind kind : {Kind::Account, Kind::Twins, Kind::Spelling, Kind::NoValue})
        if (count(kind) > 0) m_kinds.push_back(kind);
    endResetModel();
}

int ProposalList::count() const {
    int all = 0;
    for (const auto& list : m_proposals) all += int(list.size());
    return all;
}

QModelIndex ProposalList::indexOf(Kind kind) const {
    const auto at = std::find(m_kinds.begin(), m_kinds.end(), kind);
    return at == m_kinds.end() ? QModelIndex() : index(int(at - m_kinds.begin()), 0);
}

const ProposalList::Proposal* ProposalList::at(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0) return nullptr;
    return &m_proposals[std::size_t(m_kinds[index.internalId() - 1])][std::size_t(index.row())];
}

std::vector<const ProposalList::Proposal*> ProposalList::of(const QModelIndexList& rows) const {
    std::vector<const Proposal*> result;
    const auto add = [&](const Proposal& one) {
        if (std::find(result.begin(), result.end(), &one) == result.end()) result.push_back(&one);
    };
    for (const QModelIndex& index : rows) {
        if (const Proposal* one = at(index))
            add(*one);
        else if (index.isValid())
            for (const Proposal& each : m_proposals[std::size_t(m_kinds[std::size_t(index.row())])])
                add(each);
    }
    return result;
}

Decisions ProposalList::chosen(const QModelIndexList& rows) const {
    Decisions decisions;
    for (const Proposal* one : of(rows)) append(decisions, one->decisions);
    return decisions;
}

int ProposalList::count(const QModelIndexList& rows) const { return int(of(rows).size()); }

QString ProposalList::explanation(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    if (const Proposal* one = at(index)) return one->why;
    return kindSentence(m_kinds[std::size_t(index.row())]);
}

QModelIndex ProposalList::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex ProposalList::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0) return {};
    return createIndex(int(index.internalId()) - 1, 0, quintptr(0));
}

int ProposalList::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return int(m_kinds.size());
    if (parent.internalId() != 0 || parent.column() > 0) return 0;
    return count(m_kinds[std::size_t(parent.row())]);
}

int ProposalList::columnCount(const QModelIndex&) const { return 3; }

QVariant ProposalList::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const QLocale locale;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == 1 ? Qt::AlignRight : Qt::AlignLeft));
    const Proposal* one = at(index);
    if (role == Qt::FontRole && !one) return ui::font(Type::Table, QFont::DemiBold);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole) return explanation(index);
    if (role != Qt::DisplayRole) return {};
    if (one) {
        if (index.column() == 0) return one->what.simplified();
        return index.column() == 1 ? locale.toString(one->rows) : one->why.section(u'\n', 0, 0);
    }
    const Kind kind = m_kinds[std::size_t(index.row())];
    if (index.column() == 0) return tr("%1: %2").arg(kindTitle(kind), locale.toString(count(kind)));
    return {};
}

QVariant ProposalList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == 1 ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole) return {};
    return section == 0 ? tr("Proposed") : section == 1 ? tr("Rows") : tr("Why");
}

}  // namespace icp::ui
