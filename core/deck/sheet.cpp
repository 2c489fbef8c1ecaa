#include "core/deck/sheet.h"

#include "core/base/text.h"
#include "core/deck/csvtext.h"
#include "core/deck/facts.h"
#include "core/table/derived.h"
#include "core/workshop/contacts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace icp {

namespace {

struct Sheets {
    Q_DECLARE_TR_FUNCTIONS(icp::Sheets)
};

Sheet::Cell cellOf(const Column& column, std::size_t row) {
    if (column.isMissing(row)) return {};
    if (column.isNumeric() && column.type() != ColumnType::Date) return column.numbers()[row];
    return toQString(column.display(row));
}

/// What the program itself writes behind the columns of a list.
const QStringList scoreColumns{QStringLiteral("fit"), QStringLiteral("score"), QStringLiteral("decided_by")};
const QStringList leadColumns{QStringLiteral("tier"), QStringLiteral("contacts"),
                              QStringLiteral("contact_band"), QStringLiteral("roles_known"),
                              QStringLiteral("roles_missing")};

/// The columns of the file: neither derived ones nor those that an earlier scoring wrote, which are there
/// when all three of them are.
std::vector<const Table::Field*> fieldsOfFile(const Dataset& dataset) {
    const Table& table = *dataset.accounts.table;
    const auto isThere = [&](const QString& header) {
        return std::any_of(table.fields.begin(), table.fields.end(),
                           [&](const Table::Field& field) { return field.header == header; });
    };
    const bool scored = std::all_of(scoreColumns.begin(), scoreColumns.end(), isThere);
    std::vector<const Table::Field*> fields;
    for (const Table::Field& field : table.fields) {
        const bool derived = std::any_of(dataset.accounts.attributes.begin(),
                                         dataset.accounts.attributes.end(), [&](const Attribute& attribute) {
                                             return isDerived(attribute.name) &&
                                                    &field == &table.fields[std::size_t(attribute.column)];
                                         });
        const bool own =
            scored && (scoreColumns.contains(field.header) || leadColumns.contains(field.header));
        if (!derived && !own) fields.push_back(&field);
    }
    return fields;
}

/// How many contacts of each company are known, and whom they make.
void addContacts(Sheet& sheet, const Dataset& dataset, const std::vector<Persona>& panel) {
    constexpr std::array bands{"below", "inside", "above"};
    const Contacts contacts = contactsOf(dataset, panel);
    sheet.header << leadColumns.mid(1);
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        QStringList known;
        QStringList missing;
        for (int i = 0; i < buyingRoleCount; ++i) {
            const QString role = roleName(BuyingRole(i));
            if (contacts.playing[std::size_t(i)].test(row))
                known << role;
            else if (std::any_of(panel.begin(), panel.end(),
                                 [&](const Persona& persona) { return persona.role == BuyingRole(i); }))
                missing << role;
        }
        std::vector<Sheet::Cell>& cells = sheet.rows[row];
        cells.emplace_back(double(contacts.people[row]));
        cells.emplace_back(QString::fromLatin1(bands[std::size_t(bandOf(contacts.people[row]))]));
        for (const QStringList& roles : {known, missing})
            cells.push_back(roles.isEmpty() ? Sheet::Cell() : Sheet::Cell(roles.join(QStringLiteral("; "))));
    }
}

/// "meets Finance team of 4 to 25; fails UK or Ireland; unknown Runs a cloud ERP"; "excluded by Public
/// sector"; "by hand: our first customer".
QString decidedBy(const FitModel& model, const Icp& icp, std::size_t account) {
    if (const HandFit* hand = model.byHand(account)) return QLatin1String("by hand: ") + hand->reason;
    QStringList parts;
    for (const Reason& reason : reasons(model, icp, account)) {
        const Criterion* criterion = icp.find(reason.criterion);
        if (criterion == nullptr) continue;
        const bool excludes =
            criterion->importance == Importance::Exclude || criterion->section == Section::Exclusions;
        const QLatin1String word(reason.answer == Reason::Answer::Holds
                                     ? (excludes ? "excluded by " : "meets ")
                                 : reason.answer == Reason::Answer::Fails ? "fails "
                                                                          : "unknown ");
        parts << word + slide::criterionText(*criterion, model.dataset());
    }
    return parts.join(QStringLiteral("; "));
}

/// Rows of the sheet are rows of accounts.
void putBestFirst(Sheet& sheet, const FitTable& fit) {
    std::vector<std::size_t> order(sheet.rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return fit.fit[a] != fit.fit[b] ? fit.fit[a] < fit.fit[b] : fit.score[a] > fit.score[b];
    });
    std::vector<std::vector<Sheet::Cell>> rows;
    rows.reserve(order.size());
    for (const std::size_t row : order) rows.push_back(std::move(sheet.rows[row]));
    sheet.rows = std::move(rows);
}

}  // namespace

Sheet accountsSheet(const Dataset& dataset, const Icp& icp, const FitModel& model) {
    const FitTable& fit = model.table();
    Sheet sheet;
    sheet.name = Sheets::tr("Accounts");
    const Table& table = *dataset.accounts.table;
    const std::vector<const Table::Field*> fields = fieldsOfFile(dataset);
    for (const Table::Field* field : fields) sheet.header << field->header;
    sheet.header << scoreColumns;
    for (std::size_t row = 0; row < table.rows; ++row) {
        std::vector<Sheet::Cell> cells;
        for (const Table::Field* field : fields) cells.push_back(cellOf(field->column, row));
        cells.emplace_back(fitName(fit.fit[row]));
        cells.push_back(fit.scored ? Sheet::Cell(std::round(double(fit.score[row]) * 10) / 10)
                                   : Sheet::Cell());
        cells.emplace_back(decidedBy(model, icp, row));
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

Sheet leadsSheet(const Dataset& dataset, const Icp& icp, const FitModel& model,
                 const std::vector<Persona>& panel, LeadOrder order) {
    Sheet sheet = accountsSheet(dataset, icp, model);
    sheet.name = Sheets::tr("Leads");
    sheet.header << leadColumns.front();
    const auto fitColumn = std::size_t(sheet.header.size() - 1 - scoreColumns.size());
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        const Fit fit = model.table().fit[row];
        if (fit == Fit::None) sheet.rows[row][fitColumn] = QStringLiteral("unknown");
        sheet.rows[row].push_back(fit == Fit::Ideal     ? Sheet::Cell(1.0)
                                  : fit == Fit::Stretch ? Sheet::Cell(2.0)
                                                        : Sheet::Cell());
    }
    if (dataset.contacts.rows() > 0) addContacts(sheet, dataset, panel);
    if (order == LeadOrder::BestFirst) putBestFirst(sheet, model.table());
    return sheet;
}

Sheet levelsSheet(const Findings& findings) {
    Sheet sheet;
    sheet.name = Sheets::tr("Findings");
    sheet.header =
        QStringList{QStringLiteral("Attribute"),  QStringLiteral("Level"),  QStringLiteral("n"),
                    QStringLiteral("Positives"),  QStringLiteral("Rate"),   QStringLiteral("Range low"),
                    QStringLiteral("Range high"), QStringLiteral("Lift"),   QStringLiteral("Status"),
                    QStringLiteral("Test"),       QStringLiteral("p"),      QStringLiteral("q"),
                    QStringLiteral("Left out"),   QStringLiteral("Caution")};
    for (const AttributeProfile& profile : findings.attributes) {
        if (profile.levels.empty())
            sheet.rows.push_back(
                {profile.label, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, profile.leak, profile.caution});
        for (const Level& level : profile.levels) {
            const bool small = level.status == LevelStatus::Untested;
            sheet.rows.push_back({profile.label, level.label, double(level.rate.n),
                                  double(level.rate.positives), level.rate.rate, level.rate.low,
                                  level.rate.high, level.lift, small ? Sheets::tr("untested") : QString(),
                                  profile.test, profile.p, profile.q, profile.leak, profile.caution});
        }
    }
    return sheet;
}

Sheet matrixSheet(const std::vector<Persona>& personas) {
    Sheet sheet;
    sheet.name = Sheets::tr("Persona matrix");
    sheet.header << Sheets::tr("Field");
    for (const Persona& persona : personas)
        sheet.header << (persona.title.isEmpty()
                             ? roleName(persona.role)
                             : Sheets::tr("%1: %2").arg(roleName(persona.role), persona.title));
    for (int field = 0; field < personaFieldCount; ++field) {
        std::vector<Sheet::Cell> cells{fieldName(PersonaField(field))};
        for (const Persona& persona : personas) cells.emplace_back(persona.fields[std::size_t(field)].text);
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

QByteArray sheetCsv(const Sheet& sheet) {
    CsvText csv;
    for (const QString& header : sheet.header) csv.guardedCell(header.toStdString());
    csv.endRow();
    for (const std::vector<Sheet::Cell>& row : sheet.rows) {
        for (const Sheet::Cell& cell : row) {
            if (const double* value = std::get_if<double>(&cell))
                csv.cell(plainNumber(*value));
            else if (const QString* text = std::get_if<QString>(&cell))
                csv.guardedCell(text->toStdString());
            else
                csv.cell({});
        }
        csv.endRow();
    }
    return csv.bytes();
}

QByteArray sheetJson(const Sheet& sheet) {
    QJsonArray rows;
    for (const std::vector<Sheet::Cell>& row : sheet.rows) {
        QJsonObject object;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const QString& key = sheet.header[qsizetype(column)];
            if (const double* value = std::get_if<double>(&row[column]))
                object.insert(key, *value);
            else if (const QString* text = std::get_if<QString>(&row[column]))
                object.insert(key, *text);
            else
                object.insert(key, QJsonValue::Null);
        }
        rows.append(object);
    }
    return QJsonDocument(rows).toJson(QJsonDocument::Indented);
}

}  // namespace icp
