#include "tests/support/core/datasetbuilder.h"

#include <QRandomGenerator>

#include <cmath>
#include <limits>

namespace icp::test {

static Bitmap emptyCells(const QStringList& cells) {
    Bitmap missing(std::size_t(cells.size()));
    for (qsizetype i = 0; i < cells.size(); ++i) missing.assign(std::size_t(i), cells[i].isEmpty());
    return missing;
}

DatasetBuilder& DatasetBuilder::add(Entity entity, const QString& name, Column column) {
    Part& part = m_parts[entity];
    Attribute attribute;
    attribute.name = name;
    attribute.label = name.section(u'.', 1);
    attribute.entity = entity;
    attribute.column = int(part.table.fields.size());
    part.attributes.push_back(attribute);
    part.table.rows = column.size();
    part.table.fields.push_back({attribute.label, std::move(column)});
    return *this;
}

DatasetBuilder& DatasetBuilder::category(Entity entity, const QString& name, const QStringList& cells) {
    Dictionary dictionary;
    std::vector<std::uint32_t> codes;
    for (const QString& cell : cells)
        codes.push_back(cell.isEmpty() ? 0 : dictionary.intern(cell.toStdString()));
    if (dictionary.size() == 0) dictionary.intern("");
    return add(entity, name, Column::categories(std::move(codes), std::move(dictionary), emptyCells(cells)));
}

DatasetBuilder& DatasetBuilder::boolean(Entity entity, const QString& name, const QStringList& cells) {
    std::vector<std::uint32_t> codes;
    for (const QString& cell : cells) codes.push_back(cell == u"yes" ? 1 : 0);
    return add(entity, name, Column::booleans(std::move(codes), emptyCells(cells)));
}

DatasetBuilder& DatasetBuilder::text(Entity entity, const QString& name, const QStringList& cells) {
    std::vector<std::string> texts;
    for (const QString& cell : cells) texts.push_back(cell.toStdString());
    return add(entity, name, Column::texts(texts, emptyCells(cells)));
}

DatasetBuilder& DatasetBuilder::multi(Entity entity, const QString& name, const QStringList& cells) {
    Dictionary dictionary;
    std::vector<std::uint64_t> offsets{0};
    std::vector<std::uint32_t> elements;
    for (const QString& cell : cells) {
        for (const QString& element : cell.split(QStringLiteral("; "), Qt::SkipEmptyParts))
            elements.push_back(dictionary.intern(element.toStdString()));
        offsets.push_back(elements.size());
    }
    return add(
        entity, name,
        Column::multi(std::move(offsets), std::move(elements), std::move(dictionary), emptyCells(cells)));
}

DatasetBuilder& DatasetBuilder::number(Entity entity, const QString& name, const std::vector<double>& cells,
                                       ColumnType type, const QString& currency) {
    std::vector<double> values;
    Bitmap missing(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        missing.assign(i, std::isnan(cells[i]));
        values.push_back(std::isnan(cells[i]) ? 0 : cells[i]);
    }
    return add(entity, name, Column::numbers(type, std::move(values), std::move(missing), currency));
}

DatasetBuilder& DatasetBuilder::links(Entity entity, const std::vector<std::uint32_t>& accounts) {
    m_parts[entity].links = accounts;
    return *this;
}

Dataset DatasetBuilder::build() const {
    Dataset dataset;
    for (const auto& [entity, part] : m_parts) {
        EntityTable table;
        table.table = std::make_shared<const Table>(part.table);
        table.attributes = part.attributes;
        table.links.account = part.links;
        if (entity == Entity::Account)
            for (std::uint32_t row = 0; row < part.table.rows; ++row) table.links.account.push_back(row);
        for (const std::uint32_t account : table.links.account) table.links.byId += account == noRow ? 0 : 1;
        switch (entity) {
            case Entity::Account:
                dataset.accounts = std::move(table);
                break;
            case Entity::Deal:
                dataset.deals = std::move(table);
                break;
            case Entity::Contact:
                dataset.contacts = std::move(table);
                break;
            case Entity::Usage:
                dataset.usage = std::move(table);
                break;
        }
    }
    dataset.dealState = m_deals;
    dataset.accountState = m_accounts;
    dataset.accountState.resize(dataset.accounts.rows(), AccountState::Unknown);
    dataset.fingerprint = QStringLiteral("0123456789abcdef");
    return dataset;
}

Dataset randomDataset(quint32 seed, std::size_t accounts) {
    QRandomGenerator random(seed);
    const auto pick = [&](const QStringList& values) {
        return values[qsizetype(random.bounded(int(values.size())))];
    };
    const auto cells = [&](std::size_t rows, const QStringList& values) {
        QStringList result;
        for (std::size_t row = 0; row < rows; ++row) result << pick(values);
        return result;
    };
    const auto numbers = [&](std::size_t rows, int highest, int missingPercent) {
        std::vector<double> result;
        for (std::size_t row = 0; row < rows; ++row)
            result.push_back(random.bounded(100) < missingPercent ? std::numeric_limits<double>::quiet_NaN()
                                                                  : random.bounded(highest));
        return result;
    };
    const auto links = [&](std::size_t rows) {
        std::vector<std::uint32_t> result;
        for (std::size_t row = 0; row < rows; ++row)
            result.push_back(accounts == 0 || random.bounded(10) == 0 ? noRow
                                                                      : random.bounded(quint32(accounts)));
        return result;
    };
    const std::size_t deals = accounts * 2;
    const std::size_t contacts = accounts * 3;
    std::vector<DealState> dealStates;
    for (std::size_t deal = 0; deal < deals; ++deal) dealStates.push_back(DealState(random.bounded(3)));
    std::vector<AccountState> accountStates;
    for (std::size_t account = 0; account < accounts; ++account)
        accountStates.push_back(AccountState(random.bounded(3)));
    QStringList names;
    for (std::size_t account = 0; account < accounts; ++account)
        names << QStringLiteral("Customer %1").arg(account);
    return DatasetBuilder()
        .text(Entity::Account, QStringLiteral("account.name"), names)
        .category(Entity::Account, QStringLiteral("account.industry"),
                  cells(accounts, {"Logistics", "Retail", "Energy", "Public", ""}))
        .category(Entity::Account, QStringLiteral("account.country"),
                  cells(accounts, {"UK", "Germany", "France"}))
        .number(Entity::Account, QStringLiteral("account.employees"), numbers(accounts, 300, 20))
        .number(Entity::Account, QStringLiteral("account.mrr"), numbers(accounts, 9000, 10),
                ColumnType::Money, QStringLiteral("EUR"))
        .number(Entity::Account, QStringLiteral("account.x_share"), numbers(accounts, 2, 30),
                ColumnType::Percent)
        .number(Entity::Account, QStringLiteral("account.created"), numbers(accounts, 20000, 5),
                ColumnType::Date)
        .boolean(Entity::Account, QStringLiteral("account.x_erp"), cells(accounts, {"yes", "no", ""}))
        .multi(Entity::Account, QStringLiteral("account.technologies"),
               cells(accounts, {"SAP", "SAP; Excel", "Excel; Oracle; SAP", ""}))
        .number(Entity::Deal, QStringLiteral("deal.amount"), numbers(deals, 90000, 10), ColumnType::Money,
                QStringLiteral("EUR"))
        .category(Entity::Deal, QStringLiteral("deal.source"), cells(deals, {"Fair", "Web", ""}))
        .links(Entity::Deal, links(deals))
        .deals(dealStates)
        .category(Entity::Contact, QStringLiteral("contact.title"),
                  cells(contacts, {"CFO", "IT Manager", "Head of Finance", "Accountant", ""}))
        .links(Entity::Contact, links(contacts))
        .accounts(accountStates)
        .build();
}

}  // namespace icp::test
