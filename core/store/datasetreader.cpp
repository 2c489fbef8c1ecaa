#include "core/store/datasettables.h"
#include "core/store/importtables.h"

#include <QCoreApplication>

#include <array>

namespace icp {

namespace {

constexpr std::size_t cellsPerCheck = 4096;

[[noreturn]] void damaged(const Database& database, const QString& what) {
    throw StoreFailure{damagedError(database.path(), what)};
}

/// A column while its cells come in, row by row.
class ColumnBuilder {
public:
    ColumnBuilder(ColumnType type, QString currency, const QStringList& levels)
        : m_type(type), m_currency(std::move(currency)) {
        for (const QString& level : levels) m_dictionary.intern(level.toStdString());
    }

    /// False when the cell cannot be what the column is.
    bool add(const Statement& select, int index, Digest& digest) {
        const bool missing = select.isNull(index);
        m_missing.push_back(missing);
        if (missing) digest.addMissing();
        switch (m_type) {
            case ColumnType::Text:
                return addText(missing, select, index, digest);
            case ColumnType::Category:
                return addLevel(missing, select, index, digest);
            case ColumnType::Boolean:
                return addBoolean(missing, select, index, digest);
            case ColumnType::Multi:
                return addElements(missing, select, index, digest);
            case ColumnType::Number:
            case ColumnType::Money:
            case ColumnType::Percent:
            case ColumnType::Date:
                break;
        }
        m_numbers.push_back(missing ? 0 : select.real(index));
        if (!missing) digest.add(m_numbers.back());
        return true;
    }

    Column take() {
        switch (m_type) {
            case ColumnType::Text:
                return Column::texts(std::move(m_offsets), std::move(m_bytes), std::move(m_missing));
            case ColumnType::Category:
                return Column::categories(std::move(m_codes), std::move(m_dictionary), std::move(m_missing));
            case ColumnType::Boolean:
                return Column::booleans(std::move(m_codes), std::move(m_missing));
            case ColumnType::Multi:
                return Column::multi(std::move(m_offsets), std::move(m_codes), std::move(m_dictionary),
                                     std::move(m_missing));
            case ColumnType::Number:
            case ColumnType::Money:
            case ColumnType::Percent:
            case ColumnType::Date:
                break;
        }
        return Column::numbers(m_type, std::move(m_numbers), std::move(m_missing), m_currency);
    }

private:
    bool addText(bool missing, const Statement& select, int index, Digest& digest) {
        if (!missing) {
            const std::string_view text = select.utf8(index);
            m_bytes += text;
            digest.add(text);
        }
        m_offsets.push_back(m_bytes.size());
        return true;
    }

    bool addLevel(bool missing, const Statement& select, int index, Digest& digest) {
        m_codes.push_back(0);
        if (missing) return true;
        const std::string_view text = select.utf8(index);
        digest.add(text);
        const auto code = m_dictionary.find(text);
        m_codes.back() = code.value_or(0);
        return code.has_value();
    }

    bool addBoolean(bool missing, const Statement& select, int index, Digest& digest) {
        const std::uint64_t code = missing ? 0 : std::uint64_t(select.integer(index));
        if (!missing) digest.add(code);
        m_codes.push_back(std::uint32_t(code));
        return code <= 1;
    }

    bool addElements(bool missing, const Statement& select, int index, Digest& digest) {
        if (!missing) {
            const std::string_view array = select.utf8(index);
            digest.add(array);
            for (const QString& text :
                 textsOf(QByteArray::fromRawData(array.data(), qsizetype(array.size())))) {
                const auto code = m_dictionary.find(text.toStdString());
                if (!code) return false;
                m_codes.push_back(*code);
            }
        }
        m_offsets.push_back(m_codes.size());
        return true;
    }

    ColumnType m_type;
    QString m_currency;
    Dictionary m_dictionary;
    Bitmap m_missing;
    std::vector<std::uint64_t> m_offsets{0};
    std::string m_bytes;
    std::vector<std::uint32_t> m_codes;
    std::vector<double> m_numbers;
};

/// Reads the rows of one entity.
class EntityReader {
public:
    EntityReader(Database& database, std::int64_t dataset, Entity entity, Dataset& all)
        : m_database(database), m_dataset(dataset), m_entity(entity), m_all(all) {}

    EntityTable read(const Job& job) {
        EntityTable result;
        Statement head = m_database.prepare(
            "SELECT rows, by_id, by_domain, by_email, by_name, digest, by_choice, nameless "
            "FROM dataset_entity "
            "WHERE dataset = ? AND entity = ?");
        if (!head.bind(1, m_dataset).bind(2, entityName(m_entity)).row())
            damaged(m_database, QStringLiteral("dataset_entity"));
        m_table.rows = std::size_t(head.integer(0));
        result.links.byId = head.integer(1);
        result.links.byDomain = head.integer(2);
        result.links.byEmail = head.integer(3);
        result.links.byName = head.integer(4);
        readParts(job);
        if (m_digest.hex() != head.text(5))
            damaged(m_database, QStringLiteral("data_%1_%2").arg(m_dataset).arg(entityName(m_entity)));
        result.links.byChoice = head.integer(6);
        result.links.nameless = head.integer(7);
        readAttributes(result);
        readUnlinked(result.links);
        result.links.account = std::move(m_links);
        result.table = std::make_shared<const Table>(std::move(m_table));
        return result;
    }

private:
    struct Part {
        QString name;
        QByteArray columns;
        std::vector<ColumnBuilder> builders;
        QStringList headers;
    };

    void readParts(const Job& job) {
        std::vector<Part> parts(1);
        parts.front().name = QStringLiteral("data_%1_%2").arg(m_dataset).arg(entityName(m_entity));
        Statement select = m_database.prepare(
            "SELECT header, type, currency, levels, in_table, in_column FROM dataset_column "
            "WHERE dataset = ? AND entity = ? ORDER BY position");
        select.bind(1, m_dataset).bind(2, entityName(m_entity));
        while (select.row()) {
            if (select.text(4) != parts.back().name) parts.emplace_back().name = select.text(4);
            Part& part = parts.back();
            part.columns += ", \"" + select.text(5).replace(u'"', QLatin1String("\"\"")).toUtf8() + '"';
            part.headers << select.text(0);
            part.builders.emplace_back(typeFromName(select.text(1)), select.text(2),
                                       textsOf(select.text(3).toUtf8()));
        }
        for (Part& part : parts) {
            readRows(part, &part == &parts.front(), job);
            for (std::size_t i = 0; i < part.builders.size(); ++i)
                m_table.fields.push_back({part.headers[qsizetype(i)], part.builders[i].take()});
        }
    }

    void readRows(Part& part, bool first, const Job& job) {
        const QByteArray table = '"' + QString(part.name).replace(u'"', QLatin1String("\"\"")).toUtf8() + '"';
        Statement select = m_database.prepare(
            "SELECT _row" + QByteArray(first ? ", _account, _state, _file, _file_row" : "") + part.columns +
            " FROM " + table + " ORDER BY _row");
        const std::size_t rowsPerCheck = std::max<std::size_t>(1, cellsPerCheck / (part.builders.size() + 5));
        std::size_t row = 0;
        for (; select.row(); ++row) {
            if (row % rowsPerCheck == 0) {
                if (job.cancelled())
                    throw StoreFailure{{ErrorCode::Cancelled,
                                        QCoreApplication::translate("icp::WorkshopFile",
                                                                    "Stopped before the workshop was open."),
                                        {}}};
                job.report(qint64(row), qint64(m_table.rows),
                           QCoreApplication::translate("icp::WorkshopFile", "Reading stored rows"));
            }
            int index = first ? readOrigin(select) : 1;
            for (ColumnBuilder& builder : part.builders)
                if (!builder.add(select, index++, m_digest)) damaged(m_database, part.name);
        }
        if (row != m_table.rows) damaged(m_database, part.name);
    }

    int readOrigin(const Statement& select) {
        const auto number = [&](int index) {
            const auto value =
                select.isNull(index) ? std::nullopt : std::optional(std::uint64_t(select.integer(index)));
            value ? m_digest.add(*value) : m_digest.addMissing();
            return value;
        };
        const std::uint64_t account = number(1).value_or(noRow);
        const bool own = m_entity == Entity::Account;
        if (account != noRow && account >= (own ? m_table.rows : m_all.accounts.rows()))
            damaged(m_database, QStringLiteral("_account"));
        m_links.push_back(std::uint32_t(account));
        const QString state = select.text(2);
        m_digest.add(select.utf8(2));
        if (m_entity == Entity::Deal && !state.isEmpty())
            m_all.dealState.push_back(dealStateNames.find(state, DealState::Open));
        if (own && !state.isEmpty())
            m_all.accountState.push_back(accountStateNames.find(state, AccountState::Unknown));
        if (const auto file = number(3)) m_table.sourceFile.push_back(std::uint16_t(*file));
        if (const auto row = number(4)) m_table.sourceRow.push_back(std::uint32_t(*row));
        return 5;
    }

    void readAttributes(EntityTable& result) {
        Statement select = m_database.prepare(
            "SELECT name, label, class, use, reason, unit, \"column\", verdict, caution FROM dataset_attribute "
            "WHERE dataset = ? AND entity = ? ORDER BY position");
        select.bind(1, m_dataset).bind(2, entityName(m_entity));
        while (select.row()) {
            Attribute attribute;
            attribute.name = select.text(0);
            attribute.label = select.text(1);
            attribute.entity = m_entity;
            attribute.cls = classFromName(select.text(2));
            attribute.use = useFromName(select.text(3));
            attribute.reason = select.text(4);
            attribute.unit = select.text(5);
            const auto column = select.integer(6);
            if (column < 0 || std::size_t(column) >= m_table.fields.size())
                damaged(m_database, QStringLiteral("dataset_attribute"));
            attribute.column = int(column);
            attribute.verdict = select.text(7);
            attribute.caution = select.text(8);
            result.attributes.push_back(std::move(attribute));
        }
    }

    void readUnlinked(Links& links) {
        Statement select = m_database.prepare(
            "SELECT text, \"column\", rows, accounts FROM unlinked WHERE dataset = ? AND entity = ? "
            "ORDER BY position");
        select.bind(1, m_dataset).bind(2, entityName(m_entity));
        while (select.row())
            links.unlinked.push_back(
                {select.text(0), select.text(1), select.integer(2), select.integer(3)});
    }

    Database& m_database;
    std::int64_t m_dataset;
    Entity m_entity;
    Dataset& m_all;
    Table m_table;
    std::vector<std::uint32_t> m_links;
    Digest m_digest;
};

}  // namespace

std::vector<StoredDataset> listDatasets(Database& database) {
    std::vector<StoredDataset> list;
    Statement names = database.prepare("SELECT name FROM dataset_file WHERE dataset = ? ORDER BY file");
    Statement rows = database.prepare("SELECT rows FROM dataset_entity WHERE dataset = ? AND entity = ?");
    Statement select =
        database.prepare("SELECT number, imported, as_of, fingerprint FROM dataset ORDER BY number DESC");
    while (select.row()) {
        StoredDataset& stored = list.emplace_back();
        stored.number = select.integer(0);
        stored.imported = QDateTime::fromString(select.text(1), Qt::ISODate);
        stored.asOf = dayOf(select.text(2));
        stored.fingerprint = select.text(3);
        for (names.bind(1, select.integer(0)); names.row();) stored.files << names.text(0);
        const auto count = [&](Entity entity) {
            qint64 found = 0;
            for (rows.bind(1, select.integer(0)).bind(2, entityName(entity)); rows.row();)
                found = rows.integer(0);
            return found;
        };
        stored.accounts = count(Entity::Account);
        stored.deals = count(Entity::Deal);
    }
    return list;
}

std::shared_ptr<const Dataset> readDataset(Database& database, const Job& job, std::int64_t wanted) {
    auto dataset = std::make_shared<Dataset>();
    Statement head = database.prepare(
        "SELECT number, as_of, fingerprint FROM dataset WHERE ?1 = 0 OR number = ?1 "
        "ORDER BY number DESC LIMIT 1");
    if (!head.bind(1, wanted).row()) return dataset;
    const auto number = head.integer(0);
    dataset->asOf = dayOf(head.text(1));
    dataset->fingerprint = head.text(2);
    readImportFacts(database, number, *dataset);
    constexpr std::array places{&Dataset::accounts, &Dataset::deals, &Dataset::contacts, &Dataset::usage};
    for (std::size_t i = 0; i < places.size(); ++i)
        (*dataset).*places[i] =
            EntityReader(database, number, entities[i], *dataset).read(job.part(i * 0.25, i * 0.25 + 0.25));
    for (const Entity entity : entities)
        for (const std::uint16_t file : dataset->of(entity).table->sourceFile)
            if (file >= dataset->files.size()) damaged(database, QStringLiteral("_file"));
    return dataset;
}

}  // namespace icp
