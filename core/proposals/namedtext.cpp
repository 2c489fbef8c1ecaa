#include "core/proposals/namedtext.h"

#include "core/base/text.h"

namespace icp {

QString attributeName(Entity entity, const char* name) {
    static constexpr std::array<const char*, 4> prefixes{"account.", "deal.", "contact.", "usage."};
    return QString::fromLatin1(prefixes[std::size_t(entity)]) + QLatin1String(name);
}

NamedText::NamedText(const Dataset& dataset, Entity entity)
    : m_name(dataset.column(attributeName(entity, "account_name"))),
      m_domain(dataset.column(attributeName(entity, "account_domain"))),
      m_mail(dataset.column(attributeName(entity, "email"))) {}

QString NamedText::cell(const Column* column, std::size_t row) {
    return column == nullptr || column->isMissing(row) ? QString()
                                                       : toQString(column->display(row)).trimmed();
}

QString NamedText::domain(std::size_t row) const { return domainOf(cell(m_domain, row)); }

QString NamedText::mailDomain(std::size_t row) const {
    const QString mail = cell(m_mail, row);
    const QString host = mail.contains(u'@') ? domainOf(mail) : QString();
    return isFreeMail(host) ? QString() : host;
}

QString NamedText::of(std::size_t row) const {
    for (const QString& text : {name(row), domain(row), mailDomain(row)})
        if (!text.isEmpty()) return text;
    return {};
}

}  // namespace icp
