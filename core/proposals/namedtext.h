#pragma once

#include "core/table/dataset.h"

namespace icp {

/// The name of an entity's attribute: attributeName(Entity::Deal, "stage") is "deal.stage".
QString attributeName(Entity entity, const char* name);

/// The text by which each row of deals, contacts or usage names its account. Looks at the dataset it was made
/// from, which must live as long.
class NamedText {
public:
    NamedText(const Dataset& dataset, Entity entity);

    /// The account's name, else its domain, else the domain of the e-mail address (not of free mail),
    /// trimmed; empty when the row names none.
    QString of(std::size_t row) const;
    QString name(std::size_t row) const { return cell(m_name, row); }
    QString domain(std::size_t row) const;
    QString mailDomain(std::size_t row) const;

private:
    static QString cell(const Column* column, std::size_t row);

    const Column* m_name;
    const Column* m_domain;
    const Column* m_mail;
};

}  // namespace icp
