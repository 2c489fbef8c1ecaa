#include "tests/support/ui/smalldataset.h"

namespace icp::test {

namespace {

Column words(const std::vector<std::string>& cells) {
    Bitmap missing(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i].empty()) missing.set(i);
    return Column::texts(cells, std::move(missing));
}

Column levels(const std::vector<std::string>& cells) {
    Dictionary dictionary;
    std::vector<std::uint32_t> codes;
    Bitmap missing(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        codes.push_back(cells[i].empty() ? 0 : dictionary.intern(cells[i]));
        if (cells[i].empty()) missing.set(i);
    }
    return Column::categories(std::move(codes), std::move(dictionary), std::move(missing));
}

/// NaN = missing.
Column figures(ColumnType type, std::vector<double> values) {
    Bitmap missing(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] != values[i]) {
            missing.set(i);
            values[i] = 0;
        }
    return Column::numbers(type, std::move(values), std::move(missing),
                           type == ColumnType::Money ? "EUR" : QString());
}

class Builder {
public:
    Builder(Entity entity, int file, SourceFile source) : m_file(file), m_source(std::move(source)) {
        m_source.role = entity;
    }

    Builder& add(const QString& name, const QString& header, Column column,
                 AttributeUse use = AttributeUse::Feature, const QString& reason = {}) {
        Attribute attribute;
        attribute.name = name;
        attribute.label = header;
        attribute.entity = m_source.role;
        attribute.use = use;
        attribute.reason = reason;
        attribute.column = int(m_table.fields.size());
        ColumnInfo info;
        info.header = header;
        info.attribute = name;
        info.type = column.type();
        info.evidence = QStringLiteral("All cells fit.");
        info.missing = qint64(column.missing().count());
        m_source.columnInfo.push_back(info);
        m_attributes.push_back(attribute);
        m_table.rows = column.size();
        m_table.fields.push_back({header, std::move(column)});
        return *this;
    }

    SourceFile finish(EntityTable& table) {
        for (std::size_t row = 0; row < m_table.rows; ++row) {
            m_table.sourceFile.push_back(std::uint16_t(m_file));
            m_table.sourceRow.push_back(std::uint32_t(row + 2));
        }
        m_source.rows = qint64(m_table.rows);
        m_source.columns = int(m_table.fields.size());
        m_source.columnsUsed = m_source.columns;
        table.attributes = std::move(m_attributes);
        table.table = std::make_shared<const Table>(std::move(m_table));
        return m_source;
    }

private:
    int m_file;
    SourceFile m_source;
    Table m_table;
    std::vector<Attribute> m_attributes;
};

SourceFile csv(const QString& name, const QString& vendor, const QString& delimiter, const QString& decimal) {
    SourceFile source;
    source.name = name;
    source.vendor = vendor;
    source.vendorSure = vendor == u"generic" ? 0 : 0.94;
    source.format = QStringLiteral("csv");
    source.encoding = decimal == u"," ? QStringLiteral("Windows-1252") : QStringLiteral("UTF-8");
    source.delimiter = delimiter;
    source.decimal = decimal;
    return source;
}

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double day = 19724;  // 2024-01-02

}  // namespace

std::shared_ptr<const Dataset> smallDataset() {
    auto dataset = std::make_shared<Dataset>();
    using Use = AttributeUse;
    SourceFile accounts =
        Builder(Entity::Account, 0, csv("hubspot-companies.csv", "hubspot", ",", "."))
            .add("account.id", "Record ID", words({"5120", "5133", "5140", "5151", "5158"}), Use::Key)
            .add("account.name", "Company name",
                 words(
                     {"Ardent Freight", "Bexley Foods", "Calder Wholesale", "Corran Council", "Esker Parts"}),
                 Use::Description)
            .add("account.industry", "Industry", levels({"Logistics", "Food", "Wholesale", "", "Wholesale"}))
            .add("account.employees", "Employees", figures(ColumnType::Number, {120, 45, 310, 80, none}))
            .finish(dataset->accounts);
    SourceFile deals =
        Builder(Entity::Deal, 1, csv("deals_Q3_final.csv", "hubspot", ";", ","))
            .add("deal.id", "Record ID",
                 words({"90416", "90418", "90423", "90427", "90431", "90436", "90440", "90447"}), Use::Key)
            .add("deal.name", "Deal name",
                 words({"Ardent Freight, new", "Bexley Foods, new", "Calder Wholesale, new",
                        "Corran Council, new", "Esker Parts, new", "Fennick Health, new",
                        "Grafham Energy, new", "Halden Spedition, new"}),
                 Use::Description)
            .add("deal.stage", "Deal stage",
                 levels({"Closed won", "Closed lost", "Closed won", "Closed lost", "Closed won", "Demo",
                         "Closed lost", "Proposal"}),
                 Use::Outcome)
            .add("deal.amount", "Amount",
                 figures(ColumnType::Money, {38400, 22150, 41900, none, 56700, 27000, 64500, 33250}),
                 Use::Outcome)
            .add("deal.close_date", "Close date",
                 figures(ColumnType::Date,
                         {day + 70, day + 90, day + 107, day + 110, day + 121, none, day + 135, day + 148}),
                 Use::Outcome)
            .add("deal.account_id", "Company ID",
                 words({"5120", "5133", "5140", "5151", "5158", "5162", "5170", "5188"}), Use::Key)
            .add("deal.probability", "Probability",
                 figures(ColumnType::Percent, {1, 0, 1, 0, 1, 0.4, 0, 0.5}), Use::LeftOut,
                 "It is set when the deal closes.")
            .finish(dataset->deals);
    SourceFile contacts =
        Builder(Entity::Contact, 2, csv("contacts.csv", "generic", ",", {}))
            .add("contact.name", "Name", words({"Ada Moss", "Ben Hale", "Cy Lund"}), Use::Description)
            .add("contact.email", "E-mail", words({"ada@ardent.example", "", "cy@lund.example"}), Use::Key)
            .finish(dataset->contacts);
    dataset->accounts.links.account = {0, 1, 2, 3, 4};
    dataset->accounts.links.byId = 5;
    dataset->deals.links.account = {0, 1, 2, 3, 4, noRow, noRow, noRow};
    dataset->deals.links.byId = 4;
    dataset->deals.links.byName = 1;
    dataset->contacts.links.account = {0, noRow, noRow};
    dataset->contacts.links.byEmail = 1;
    using State = DealState;
    dataset->dealState = {State::Won, State::Lost, State::Won,  State::Lost,
                          State::Won, State::Open, State::Lost, State::Open};
    dataset->accountState.assign(5, AccountState::Unknown);
    deals.rejected = 2;
    dataset->files = {accounts, deals, contacts};
    dataset->issues.push_back({Severity::Warning, "number-unreadable", "deals_Q3_final.csv", 5, "Amount",
                               "n/a", "This is not a number; the cell counts as empty."});
    dataset->rejected.push_back({1, 733, {"91012", "Ister GmbH"}, "The row has 2 cells, the header has 7."});
    dataset->rejected.push_back(
        {1, 1223, {"Total", "", "1.204.300,00"}, "This looks like a footer, not a deal."});
    dataset->asOf = QDate(2024, 5, 29);
    dataset->fingerprint = QStringLiteral("0123456789abcdef");
    return dataset;
}

}  // namespace icp::test
