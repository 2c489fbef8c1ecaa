#include "core/proposals/accountkeys.h"

#include "core/base/text.h"

namespace icp {

AccountKeys::AccountKeys(const Dataset& dataset, const Job& job) {
    const Dataset& imported = dataset.origin ? *dataset.origin->imported : dataset;
    m_origin = dataset.origin;
    const auto texts = [](const Column* column, std::size_t row) {
        return column == nullptr || column->isMissing(row) ? QString()
                                                           : toQString(column->display(row)).trimmed();
    };
    const Column* ids = imported.column(u"account.id");
    const Column* names = imported.column(u"account.name");
    const Column* domains = imported.column(u"account.domain");
    QHash<QString, int> times;
    Steps steps(job);
    for (std::uint32_t row = 0; row < imported.accounts.rows() && !steps.cancelled(); ++row) {
        AccountKey key{texts(ids, row), texts(names, row)};
        if (key.name.isEmpty()) key.name = texts(domains, row);
        if (key.id.isEmpty()) {
            key.nth = ++times[key.name];
            m_byName.insert({key.name, key.nth}, row);
        } else if (!m_byId.contains(key.id)) {
            m_byId.insert(key.id, row);
        }
        m_keys.push_back(std::move(key));
    }
}

AccountKey AccountKeys::of(std::size_t row) const {
    return m_keys[m_origin ? m_origin->importedFrom[row] : row];
}

std::uint32_t AccountKeys::find(const AccountKey& key) const {
    return key.id.isEmpty() ? m_byName.value({key.name, key.nth}, noRow) : m_byId.value(key.id, noRow);
}

std::uint32_t AccountKeys::row(const AccountKey& key) const {
    const std::uint32_t imported = find(key);
    return imported == noRow || !m_origin ? imported : m_origin->accountOf[imported];
}

}  // namespace icp
