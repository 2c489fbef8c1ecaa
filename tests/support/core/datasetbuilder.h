#pragma once

#include "core/table/dataset.h"

#include <map>

namespace icp::test {

/// Makes a Dataset column by column. An empty text and a NaN are missing cells; the first column of an entity
/// sets its number of rows.
class DatasetBuilder {
public:
    DatasetBuilder& category(Entity entity, const QString& name, const QStringList& cells);
    DatasetBuilder& boolean(Entity entity, const QString& name, const QStringList& cells);  ///< "yes", "no"
    DatasetBuilder& text(Entity entity, const QString& name, const QStringList& cells);
    DatasetBuilder& multi(Entity entity, const QString& name, const QStringList& cells);  ///< "a; b"
    DatasetBuilder& number(Entity entity, const QString& name, const std::vector<double>& cells,
                           ColumnType type = ColumnType::Number, const QString& currency = {});
    /// The account of every row of deals, contacts or usage.
    DatasetBuilder& links(Entity entity, const std::vector<std::uint32_t>& accounts);
    DatasetBuilder& deals(const std::vector<DealState>& states) { return m_deals = states, *this; }
    DatasetBuilder& accounts(const std::vector<AccountState>& states) { return m_accounts = states, *this; }

    Dataset build() const;

private:
    struct Part {
        Table table;
        std::vector<Attribute> attributes;
        std::vector<std::uint32_t> links;
    };
    DatasetBuilder& add(Entity entity, const QString& name, Column column);

    std::map<Entity, Part> m_parts;
    std::vector<DealState> m_deals;
    std::vector<AccountState> m_accounts;
};

/// A dataset with every column type, missing cells, deals and contacts of which some are not linked, and
/// states. The same for the same seed.
Dataset randomDataset(quint32 seed, std::size_t accounts);

}  // namespace icp::test
