#include "core/store/importtables.h"

#include "core/store/datasettables.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace icp {

namespace {

/// A share of 0 to 1, or nothing for one that is not known.
void bindShare(Statement& insert, int index, double share) {
    if (share < 0)
        insert.bindNull(index);
    else
        insert.bind(index, share);
}

double shareOf(const Statement& select, int column) {
    return select.isNull(column) ? -1 : select.real(column);
}

void bindDay(Statement& insert, int index, const QDate& day) {
    if (day.isValid())
        insert.bind(index, dayText(day));
    else
        insert.bindNull(index);
}

void writeColumns(Database& database, std::int64_t number, const std::vector<SourceFile>& files) {
    Statement insert =
        database.prepare("INSERT INTO dataset_file_column VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, number);
    for (std::size_t i = 0; i < files.size(); ++i) {
        insert.bind(2, std::int64_t(i));
        int position = 0;
        for (const ColumnInfo& info : files[i].columnInfo) {
            insert.bind(3, position++).bind(4, info.header).bind(5, info.attribute);
            insert.bind(6, typeName(info.type)).bind(7, info.evidence).bind(8, info.mapped);
            insert.bind(9, std::int64_t(info.missing)).bind(10, info.verdict).bind(11, info.why);
            bindShare(insert, 12, info.valid);
            insert.run();
        }
    }
}

void writeFiles(Database& database, std::int64_t number, const std::vector<SourceFile>& files) {
    Statement insert = database.prepare(
        "INSERT INTO dataset_file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, number);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const SourceFile& file = files[i];
        insert.bind(2, std::int64_t(i)).bind(3, file.name).bind(4, entityName(file.role));
        insert.bind(5, file.vendor).bind(6, file.vendorSure).bind(7, std::int64_t(file.rows));
        insert.bind(8, std::int64_t(file.rejected)).bind(9, file.columns).bind(10, file.columnsUsed);
        insert.bind(11, file.format).bind(12, file.encoding).bind(13, file.delimiter);
        insert.bind(14, file.decimal).bind(15, file.sheet).bind(16, file.path);
        insert.bind(17, file.roleSure).bind(18, file.signature).bind(19, file.digest);
        bindDay(insert, 20, file.remembered);
        bindDay(insert, 21, file.asOf);
        bindShare(insert, 22, file.valid);
        insert.bind(23, std::int64_t(file.stale)).run();
    }
}

void writeProblems(Database& database, std::int64_t number, const Dataset& dataset) {
    Statement issue = database.prepare("INSERT INTO issue VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    issue.bind(1, number);
    std::int64_t position = 0;
    for (const Issue& i : dataset.issues) {
        issue.bind(2, position++).bind(3, severityNames.of(i.severity)).bind(4, i.code).bind(5, i.file);
        issue.bind(6, std::int64_t(i.row)).bind(7, i.column).bind(8, i.text).bind(9, i.reason).run();
    }
    Statement rejected = database.prepare("INSERT INTO rejected_row VALUES (?, ?, ?, ?, ?, ?)");
    rejected.bind(1, number);
    position = 0;
    for (const RejectedRow& row : dataset.rejected) {
        rejected.bind(2, position++)
            .bind(3, row.file)
            .bind(4, std::int64_t(row.row))
            .bind(5, jsonArray(row.cells));
        rejected.bind(6, row.reason).run();
    }
}

void writeWords(Database& database, std::int64_t number, const std::vector<OutcomeWord>& words) {
    Statement insert = database.prepare("INSERT INTO outcome_word VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, number);
    int position = 0;
    for (const OutcomeWord& word : words) {
        insert.bind(2, position++).bind(3, word.attribute).bind(4, word.text);
        insert.bind(5, std::int64_t(word.deals)).bind(6, dealStateNames.of(word.state));
        insert.bind(7, int(word.known)).bind(8, int(word.decided)).run();
    }
}

std::vector<SourceFile> readFiles(Database& database, std::int64_t number) {
    std::vector<SourceFile> files;
    Statement select = database.prepare(
        "SELECT name, role, vendor, vendor_sure, rows, rejected, columns, columns_used, format, "
        "encoding, delimiter, decimal_mark, sheet, path, role_sure, signature, remembered, as_of, valid, "
        "stale, digest FROM dataset_file WHERE dataset = ? ORDER BY file");
    select.bind(1, number);
    while (select.row()) {
        SourceFile file;
        file.name = select.text(0);
        file.role = entityFromName(select.text(1)).value_or(Entity::Account);
        file.vendor = select.text(2);
        file.vendorSure = select.real(3);
        file.rows = select.integer(4);
        file.rejected = select.integer(5);
        file.columns = int(select.integer(6));
        file.columnsUsed = int(select.integer(7));
        file.format = select.text(8);
        file.encoding = select.text(9);
        file.delimiter = select.text(10);
        file.decimal = select.text(11);
        file.sheet = select.text(12);
        file.path = select.text(13);
        file.roleSure = select.real(14);
        file.signature = select.text(15);
        file.remembered = dayOf(select.text(16));
        file.asOf = dayOf(select.text(17));
        file.valid = shareOf(select, 18);
        file.stale = select.integer(19);
        file.digest = select.text(20);
        files.push_back(std::move(file));
    }
    Statement columns = database.prepare(
        "SELECT file, header, attribute, type, evidence, mapped, missing, verdict, why, valid "
        "FROM dataset_file_column WHERE dataset = ? ORDER BY file, position");
    columns.bind(1, number);
    while (columns.row())
        if (const auto file = std::uint64_t(columns.integer(0)); file < files.size())
            files[file].columnInfo.push_back({columns.text(1), columns.text(2), typeFromName(columns.text(3)),
                                              columns.text(4), columns.real(5), columns.integer(6),
                                              columns.text(7), columns.text(8), shareOf(columns, 9)});
    return files;
}

void readProblems(Database& database, std::int64_t number, Dataset& dataset) {
    Statement issues = database.prepare(
        "SELECT severity, code, file, row, \"column\", text, reason FROM issue WHERE dataset = ? ORDER BY "
        "position");
    issues.bind(1, number);
    while (issues.row())
        dataset.issues.push_back({severityNames.find(issues.text(0), Severity::Warning), issues.text(1),
                                  issues.text(2), issues.integer(3), issues.text(4), issues.text(5),
                                  issues.text(6)});
    Statement rejected = database.prepare(
        "SELECT file, row, cells, reason FROM rejected_row WHERE dataset = ? ORDER BY position");
    rejected.bind(1, number);
    while (rejected.row()) {
        const auto file = rejected.integer(0);
        if (file < 0 || std::size_t(file) >= dataset.files.size())
            throw StoreFailure{damagedError(database.path(), QStringLiteral("rejected_row"))};
        dataset.rejected.push_back(
            {int(file), rejected.integer(1), textsOf(rejected.text(2).toUtf8()), rejected.text(3)});
    }
}

std::vector<OutcomeWord> readWords(Database& database, std::int64_t number) {
    std::vector<OutcomeWord> words;
    Statement select = database.prepare(
        "SELECT attribute, text, deals, state, known, decided FROM outcome_word WHERE dataset = ? "
        "ORDER BY position");
    select.bind(1, number);
    while (select.row())
        words.push_back({select.text(0), select.text(1), select.integer(2),
                         dealStateNames.find(select.text(3), DealState::Open), select.integer(4) != 0,
                         select.integer(5) != 0});
    return words;
}

ImportChoices readChoices(Database& database, std::int64_t number) {
    Statement select = database.prepare("SELECT choices FROM dataset WHERE number = ?");
    if (!select.bind(1, number).row()) return {};
    return importChoicesFromJson(QJsonDocument::fromJson(select.text(0).toUtf8()).object());
}

}  // namespace

QString jsonArray(const QStringList& texts) {
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QStringList textsOf(const QByteArray& json) {
    QStringList result;
    for (const QJsonValue text : QJsonDocument::fromJson(json).array()) result << text.toString();
    return result;
}

QString dayText(const QDate& day) { return day.toString(Qt::ISODate); }
QDate dayOf(const QString& text) { return QDate::fromString(text, Qt::ISODate); }

void writeImportFacts(Database& database, std::int64_t number, const Dataset& dataset) {
    Statement choices = database.prepare("UPDATE dataset SET choices = ? WHERE number = ?");
    const QByteArray json = QJsonDocument(toJson(dataset.choices)).toJson(QJsonDocument::Compact);
    choices.bind(1, QString::fromUtf8(json)).bind(2, number).run();
    writeFiles(database, number, dataset.files);
    writeColumns(database, number, dataset.files);
    writeProblems(database, number, dataset);
    writeWords(database, number, dataset.outcomeWords);
}

void readImportFacts(Database& database, std::int64_t number, Dataset& dataset) {
    dataset.choices = readChoices(database, number);
    dataset.files = readFiles(database, number);
    readProblems(database, number, dataset);
    dataset.outcomeWords = readWords(database, number);
}

}  // namespace icp
