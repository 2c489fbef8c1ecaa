#include "core/proposals/accountkeys.h"

#include "core/base/text.h"

namespace icp {

AccountKeys::AccountKeys(const Dataset& dataset, const Job& job) {
    const Dataset& imported = dataset.origin ? *dataset.origin->imported : dataset;
    m_origin = dataset.origin;
    const auto texts = [&](QStringView name, std::size_t row) {
        const Column* column = imported.column(name);
        return column == nullptr || column->isMissing(row) ? QString()
                                                           : toQString(column->display(row)).trimmed();
    };
    QHash<QString, int> times;
    Steps steps(job);
    for (std::uint32_t row = 0; row < imported.accounts.rows() && !steps.cancelled(); ++row) {
        AccountKey key{texts(u"account.id", row), texts(u"account.name", row)};
        if (key.name.isEmpty()) key.name = texts(u"account.domain", row);
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
