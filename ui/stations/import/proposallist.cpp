#include "ui/stations/import/proposallist.h"

#include "ui/theme/tokens.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

namespace icp::ui {

namespace {

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
        case ProposalList::Kind::Decided:
            return ProposalList::tr("Accepted by you");
        case ProposalList::Kind::Declined:
            return ProposalList::tr("Left as they are by you");
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
        case ProposalList::Kind::Decided:
            return ProposalList::tr("Taken back, the data are as they were without it.");
        case ProposalList::Kind::Declined:
            return ProposalList::tr(
                "Asked again, it stands above and can be accepted; the data stay the same.");
    }
    return {};
}

/// What was decided, one by one: accounts that were merged into one stand together, as they were proposed.
std::vector<Decisions> oneEach(const Decisions& decided) {
    std::vector<Decisions> result;
    for (const AccountLink& link : decided.links) result.emplace_back().links = {link};
    std::vector<Decisions> twins;
    for (const AccountMerge& merge : decided.accounts) {
        const auto same = std::find_if(twins.begin(), twins.end(), [&](const Decisions& one) {
            return one.accounts.front().kept == merge.kept;
        });
        (same == twins.end() ? twins.emplace_back() : *same).accounts.push_back(merge);
    }
    result.insert(result.end(), twins.begin(), twins.end());
    for (const LevelMerge& merge : decided.levels) result.emplace_back().levels = {merge};
    for (const MissingText& missing : decided.missing) result.emplace_back().missing = {missing};
    return result;
}

}  // namespace

ProposalList::ProposalList(QObject* parent) : QAbstractItemModel(parent) {}

void ProposalList::setProposals(std::shared_ptr<const Dataset> dataset,
                                std::shared_ptr<const Proposals> proposals, const Decisions& decided,
                                const Decisions& declined) {
    beginResetModel();
    m_dataset = std::move(dataset);
    m_proposals = m_dataset ? std::move(proposals) : nullptr;
    m_kinds.clear();
    m_decided = m_dataset ? oneEach(decided) : std::vector<Decisions>();
    m_declined = m_dataset ? oneEach(declined) : std::vector<Decisions>();
    for (const Kind kind :
         {Kind::Account, Kind::Twins, Kind::Spelling, Kind::NoValue, Kind::Decided, Kind::Declined})
        if (count(kind) > 0) m_kinds.push_back(kind);
    endResetModel();
}

int ProposalList::count() const {
    int all = 0;
    for (const Kind kind : m_kinds)
        if (stateOf(kind) == State::Open) all += count(kind);
    return all;
}

int ProposalList::count(Kind kind) const {
    if (kind == Kind::Decided) return int(m_decided.size());
    if (kind == Kind::Declined) return int(m_declined.size());
    if (!m_proposals) return 0;
    switch (kind) {
        case Kind::Spelling:
            return int(m_proposals->levels.size());
        case Kind::NoValue:
            return int(m_proposals->missing.size());
        case Kind::Account:
            return int(m_proposals->links.size());
        case Kind::Decided:
        case Kind::Declined:
        case Kind::Twins:
            break;
    }
    return int(m_proposals->twins.size());
}

QString ProposalList::label(const QString& attribute) const {
    const Attribute* found = m_dataset->find(attribute);
    return found ? found->label : attribute;
}

QString ProposalList::what(const Decisions& one) const {
    for (const LevelMerge& merge : one.levels)
        return tr("%1: “%2” as “%3”").arg(label(merge.attribute), merge.from, merge.to);
    for (const MissingText& missing : one.missing)
        return tr("%1: “%2” as empty").arg(label(missing.attribute), missing.text);
    for (const AccountLink& link : one.links) return tr("“%1” is %2").arg(link.text, link.account.name);
    QStringList names;
    for (const AccountMerge& merge : one.accounts) {
        if (names.isEmpty()) names << merge.kept.name;
        names << merge.merged.name;
    }
    return names.join(tr(" = "));
}

QString ProposalList::what(const Place& place) const {
    if (place.kind == Kind::Twins) return m_proposals->twins[place.at].names.join(tr(" = "));
    if (place.kind == Kind::Decided) return what(m_decided[place.at]);
    if (place.kind == Kind::Declined) return what(m_declined[place.at]);
    Decisions one;
    append(one, place);
    return what(one);
}

QString ProposalList::files(const Place& place) const {
    Decisions one;
    if (place.kind == Kind::Decided || place.kind == Kind::Declined)
        one = (place.kind == Kind::Decided ? m_decided : m_declined)[place.at];
    else
        append(one, place);
    QString attribute;
    for (const LevelMerge& merge : one.levels) attribute = merge.attribute;
    for (const MissingText& missing : one.missing) attribute = missing.attribute;
    const Entity entity = one.links.empty() ? Entity::Account : one.links.front().entity;
    QStringList names;
    for (const SourceFile& file : m_dataset->files) {
        const bool has = std::any_of(file.columnInfo.begin(), file.columnInfo.end(),
                                     [&](const ColumnInfo& info) { return info.attribute == attribute; });
        if (attribute.isEmpty() ? file.role == entity : has) names << file.name;
    }
    return names.join(tr(", "));
}

QString ProposalList::why(const Place& place) const {
    switch (place.kind) {
        case Kind::Spelling:
            return reasonText(m_proposals->levels[place.at]);
        case Kind::NoValue:
            return reasonText(m_proposals->missing[place.at]);
        case Kind::Account:
            return reasonText(m_proposals->links[place.at]);
        case Kind::Decided:
        case Kind::Declined:
            return kindSentence(place.kind);
        case Kind::Twins:
            break;
    }
    const TwinProposal& twins = m_proposals->twins[place.at];
    QString why = reasonText(twins);
    for (const TwinProposal::Conflict& conflict : twins.conflicts)
        why += u'\n' + tr("%1 differs: %2.").arg(conflict.label, conflict.values.join(tr(", ")));
    return why;
}

qint64 ProposalList::rows(const Place& place) const {
    switch (place.kind) {
        case Kind::Spelling:
            return m_proposals->levels[place.at].fromRows;
        case Kind::NoValue:
            return m_proposals->missing[place.at].rows;
        case Kind::Account:
            return m_proposals->links[place.at].rows;
        case Kind::Decided:
        case Kind::Declined:
            return -1;
        case Kind::Twins:
            break;
    }
    return m_proposals->twins[place.at].linked;
}

void ProposalList::append(Decisions& to, const Place& place) const {
    switch (place.kind) {
        case Kind::Spelling:
            to.levels.push_back(m_proposals->levels[place.at].decision);
            break;
        case Kind::NoValue:
            to.missing.push_back(m_proposals->missing[place.at].decision);
            break;
        case Kind::Account:
            to.links.push_back(m_proposals->links[place.at].decision);
            break;
        case Kind::Twins:
            for (const AccountMerge& merge : m_proposals->twins[place.at].decisions)
                to.accounts.push_back(merge);
            break;
        case Kind::Decided:
            to.add(m_decided[place.at]);
            break;
        case Kind::Declined:
            to.add(m_declined[place.at]);
            break;
    }
}

QModelIndex ProposalList::indexOf(Kind kind) const {
    const auto at = std::find(m_kinds.begin(), m_kinds.end(), kind);
    return at == m_kinds.end() ? QModelIndex() : index(int(at - m_kinds.begin()), 0);
}

std::optional<ProposalList::Place> ProposalList::at(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0) return std::nullopt;
    return Place{m_kinds[index.internalId() - 1], std::size_t(index.row())};
}

ProposalList::State ProposalList::stateOf(Kind kind) {
    return kind == Kind::Decided ? State::Decided : kind == Kind::Declined ? State::Declined : State::Open;
}

std::vector<ProposalList::Place> ProposalList::of(const QModelIndexList& rows, State state) const {
    std::vector<Place> result;
    const auto wanted = [&](Kind kind) { return stateOf(kind) == state; };
    QSet<Kind> whole;
    for (const QModelIndex& index : rows)
        if (index.isValid() && !at(index)) whole.insert(m_kinds[std::size_t(index.row())]);
    for (const Kind kind : m_kinds)
        for (int i = 0; wanted(kind) && whole.contains(kind) && i < count(kind); ++i)
            result.push_back({kind, std::size_t(i)});
    for (const QModelIndex& index : rows)
        if (const auto place = at(index); place && wanted(place->kind) && !whole.contains(place->kind))
            result.push_back(*place);
    return result;
}

Decisions ProposalList::all(const std::vector<Place>& places) const {
    Decisions decisions;
    for (const Place& place : places) append(decisions, place);
    return decisions;
}

Decisions ProposalList::chosen(const QModelIndexList& rows) const { return all(of(rows, State::Open)); }
int ProposalList::count(const QModelIndexList& rows) const { return int(of(rows, State::Open).size()); }
Decisions ProposalList::decided(const QModelIndexList& rows) const { return all(of(rows, State::Decided)); }
int ProposalList::countDecided(const QModelIndexList& rows) const {
    return int(of(rows, State::Decided).size());
}
Decisions ProposalList::declined(const QModelIndexList& rows) const { return all(of(rows, State::Declined)); }
int ProposalList::countDeclined(const QModelIndexList& rows) const {
    return int(of(rows, State::Declined).size());
}

QString ProposalList::explanation(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    if (const auto place = at(index)) return why(*place);
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

int ProposalList::columnCount(const QModelIndex&) const { return 4; }

QVariant ProposalList::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const QLocale locale;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == 2 ? Qt::AlignRight : Qt::AlignLeft));
    const auto one = at(index);
    if (role == Qt::FontRole && !one) return ui::font(Type::Table, QFont::DemiBold);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole) return explanation(index);
    if (role != Qt::DisplayRole) return {};
    if (one) {
        if (index.column() == 0) return what(*one).simplified();
        if (index.column() == 1) return files(*one);
        if (index.column() == 2) return rows(*one) < 0 ? QString() : locale.toString(rows(*one));
        return why(*one).section(u'\n', 0, 0);
    }
    const Kind kind = m_kinds[std::size_t(index.row())];
    if (index.column() == 0) return tr("%1: %2").arg(kindTitle(kind), locale.toString(count(kind)));
    return {};
}

QVariant ProposalList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == 2 ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole) return {};
    return section == 0 ? tr("Proposed") : section == 1 ? tr("File") : section == 2 ? tr("Rows") : tr("Why");
}

}  // namespace icp::ui
