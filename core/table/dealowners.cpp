#include "core/table/dealowners.h"

#include "core/base/accountid.h"
#include "core/base/text.h"

#include <array>
#include <string>
#include <unordered_map>

namespace icp {

namespace {

QString mailKey(const QString& text) {
    const QString domain = text.contains(u'@') ? domainOf(text) : QString();
    return isFreeMail(domain) ? QString() : domain;
}

/// One column that names accounts, and who was named in it so far.
class Naming {
public:
    Naming(const Column* column, QString (*keyOf)(const QString&)) : m_column(column), m_keyOf(keyOf) {}

    /// Who is named in the row; `next` when it is somebody new, noRow when nobody is.
    std::uint32_t of(std::size_t row, std::uint32_t next) {
        if (m_column == nullptr || m_column->isMissing(row)) return noRow;
        const auto [written, isNew] = m_byText.try_emplace(m_column->display(row), noRow);
        if (!isNew) return written->second;
        const QString key = m_keyOf(toQString(written->first));
        if (!key.isEmpty()) written->second = m_byKey.try_emplace(key, next).first->second;
        return written->second;
    }

private:
    const Column* m_column;
    QString (*m_keyOf)(const QString&);
    std::unordered_map<std::string, std::uint32_t> m_byText;
    std::unordered_map<QString, std::uint32_t> m_byKey;
};

}  // namespace

std::vector<std::uint32_t> dealOwners(const Dataset& dataset) {
    std::vector<std::uint32_t> owners = dataset.deals.links.account;
    std::array<Naming, 4> namings{
        {{dataset.column(u"deal.account_id"), accountIdKey},
         {dataset.column(u"deal.account_name"), [](const QString& text) { return companyKey(text); }},
         {dataset.column(u"deal.account_domain"), [](const QString& text) { return domainOf(text); }},
         {dataset.column(u"deal.email"), mailKey}}};
    auto next = std::uint32_t(dataset.accounts.rows());
    for (std::size_t row = 0; row < owners.size(); ++row)
        for (std::size_t n = 0; owners[row] == noRow && n < namings.size(); ++n) {
            owners[row] = namings[n].of(row, next);
            if (owners[row] == next) ++next;
        }
    return owners;
}

}  // namespace icp
