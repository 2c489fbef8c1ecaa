#include "core/proposals/mendaccounts.h"

#include "core/base/text.h"
#include "core/proposals/namedtext.h"
#include "core/table/gather.h"

#include <numeric>

namespace icp {

namespace {

/// Which account a key names; nobody when several do.
class Names {
public:
    void add(const QString& key, std::uint32_t account) {
        if (key.isEmpty()) return;
        const auto it = m_account.find(key);
        if (it == m_account.end())
            m_account.insert(key, account);
        else if (*it != account)
            *it = noRow;
    }
    bool knows(const QString& key) const { return m_account.contains(key); }
    std::uint32_t account(const QString& key) const { return m_account.value(key, noRow); }

private:
    QHash<QString, std::uint32_t> m_account;
};

template <class Body>
void forEachText(const Dataset& dataset, QStringView attribute, Body body) {
    const Column* column = dataset.column(attribute);
    for (std::uint32_t row = 0; column != nullptr && row < column->size(); ++row)
        if (!column->isMissing(row)) body(row, toQString(column->display(row)));
}

}  // namespace

AccountGroups::AccountGroups(std::size_t accounts) : m_parent(accounts) {
    std::iota(m_parent.begin(), m_parent.end(), 0U);
}

std::uint32_t AccountGroups::keptBy(std::uint32_t account) const {
    while (m_parent[account] != account) account = m_parent[account];
    return account;
}

bool AccountGroups::merge(std::uint32_t kept, std::uint32_t merged) {
    const std::uint32_t to = keptBy(kept);
    const std::uint32_t from = keptBy(merged);
    if (to == from) return false;
    m_parent[from] = to;
    ++m_merged;
    return true;
}

std::vector<std::uint32_t> AccountGroups::kept() const {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < m_parent.size(); ++row)
        if (m_parent[row] == row) rows.push_back(row);
    return rows;
}

std::vector<std::uint32_t> AccountGroups::numbering() const {
    std::vector<std::uint32_t> number(m_parent.size());
    std::uint32_t next = 0;
    for (std::uint32_t row = 0; row < m_parent.size(); ++row)
        if (m_parent[row] == row) number[row] = next++;
    for (std::uint32_t row = 0; row < m_parent.size(); ++row) number[row] = number[keptBy(row)];
    return number;
}

EntityTable mergedAccounts(const EntityTable& accounts, const AccountGroups& groups) {
    const std::vector<std::uint32_t> kept = groups.kept();
    const std::vector<std::uint32_t> number = groups.numbering();
    EntityTable result = accounts;
    auto table = std::make_shared<Table>();
    table->rows = kept.size();
    for (const Table::Field& field : accounts.table->fields) {
        std::vector<std::uint32_t> rows = kept;
        for (std::uint32_t row = 0; row < number.size(); ++row)
            if (std::uint32_t& chosen = rows[number[row]];
                field.column.isMissing(chosen) && !field.column.isMissing(row))
                chosen = row;
        const ColumnSlice slice{&field.column, rows};
        table->fields.push_back({field.header, gather({&slice, 1})});
    }
    for (const std::uint32_t row : kept) {
        if (!accounts.table->sourceFile.empty()) table->sourceFile.push_back(accounts.table->sourceFile[row]);
        if (!accounts.table->sourceRow.empty()) table->sourceRow.push_back(accounts.table->sourceRow[row]);
    }
    result.table = std::move(table);
    result.links.account.resize(kept.size());
    std::iota(result.links.account.begin(), result.links.account.end(), 0U);
    return result;
}

std::vector<AccountState> mergedStates(const std::vector<AccountState>& states, const AccountGroups& groups) {
    if (states.empty()) return {};
    const std::vector<std::uint32_t> number = groups.numbering();
    std::vector<AccountState> result;
    for (const std::uint32_t row : groups.kept()) result.push_back(states[row]);
    for (std::uint32_t row = 0; row < states.size(); ++row)
        if (result[number[row]] == AccountState::Unknown) result[number[row]] = states[row];
    return result;
}

std::vector<std::uint32_t> nowUnambiguous(const Dataset& dataset, Entity entity,
                                          const AccountGroups& groups) {
    const std::vector<std::uint32_t> number = groups.numbering();
    Names domains;
    Names spelled;
    Names names;
    forEachText(dataset, u"account.domain",
                [&](std::uint32_t row, const QString& text) { domains.add(domainOf(text), number[row]); });
    forEachText(dataset, u"account.name", [&](std::uint32_t row, const QString& text) {
        spelled.add(folded(text), number[row]);
        names.add(companyKey(text), number[row]);
    });
    const std::vector<std::uint32_t>& linked = dataset.of(entity).links.account;
    const NamedText named(dataset, entity);
    std::vector<std::uint32_t> result(linked.size(), noRow);
    for (std::size_t row = 0; row < linked.size(); ++row) {
        if (linked[row] != noRow) continue;
        result[row] = domains.account(named.domain(row));
        if (result[row] == noRow) result[row] = domains.account(named.mailDomain(row));
        const QString name = named.name(row);
        if (result[row] != noRow || name.isEmpty()) continue;
        const QString spelling = folded(name);
        result[row] = spelled.knows(spelling) ? spelled.account(spelling) : names.account(companyKey(name));
    }
    return result;
}

}  // namespace icp
