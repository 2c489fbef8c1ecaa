#include "core/deck/sheet.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

QString answerText(Reason::Answer answer) {
    switch (answer) {
        case Reason::Answer::Holds:
            return Sheets::tr("holds");
        case Reason::Answer::Fails:
            return Sheets::tr("fails");
        case Reason::Answer::Unknown:
            break;
    }
    return Sheets::tr("unknown");
}

QString reasonsText(const FitModel& model, const Icp& icp, std::size_t account) {
    QStringList parts;
    for (const Reason& reason : reasons(model, icp, account))
        if (const Criterion* criterion = icp.find(reason.criterion))
            parts << Sheets::tr("%1: %2").arg(criterion->text, answerText(reason.answer));
    return parts.join(QStringLiteral("; "));
}

QString plain(const Sheet::Cell& cell) {
    if (const QString* text = std::get_if<QString>(&cell)) return *text;
    if (const double* value = std::get_if<double>(&cell)) return QString::fromStdString(plainNumber(*value));
    return {};
}

/// A spreadsheet would run a text that begins like this; an apostrophe in front makes it text.
bool looksLikeFormula(const QString& text) {
    static const QString starts = QStringLiteral("=+-@\t\r");
    return !text.isEmpty() && starts.contains(text.front());
}

QByteArray csvCell(const Sheet::Cell& cell) {
    QString text = plain(cell);
    if (std::holds_alternative<QString>(cell) && looksLikeFormula(text)) text.prepend(u'\'');
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return text.toUtf8();
}

}  // namespace

Sheet accountsSheet(const Dataset& dataset, const Icp& icp, const FitModel& model, const FitTable& fit) {
    Sheet sheet;
    sheet.name = Sheets::tr("Accounts");
    const Table& table = *dataset.accounts.table;
    for (const Table::Field& field : table.fields) sheet.header << field.header;
    sheet.header << QStringLiteral("ICP fit") << QStringLiteral("ICP score") << QStringLiteral("ICP reasons");
    for (std::size_t row = 0; row < table.rows; ++row) {
        std::vector<Sheet::Cell> cells;
        for (const Table::Field& field : table.fields) cells.push_back(cellOf(field.column, row));
        cells.emplace_back(fitName(fit.fit[row]));
        cells.emplace_back(double(fit.score[row]));
        cells.emplace_back(reasonsText(model, icp, row));
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

Sheet levelsSheet(const Findings& findings) {
    Sheet sheet;
    sheet.name = Sheets::tr("Findings");
    sheet.header =
        QStringList{QStringLiteral("Attribute"),  QStringLiteral("Level"), QStringLiteral("n"),
                    QStringLiteral("Positives"),  QStringLiteral("Rate"),  QStringLiteral("Range low"),
                    QStringLiteral("Range high"), QStringLiteral("Lift"),  QStringLiteral("Status"),
                    QStringLiteral("Test"),       QStringLiteral("p"),     QStringLiteral("q"),
                    QStringLiteral("Left out")};
    for (const AttributeProfile& profile : findings.attributes) {
        if (profile.levels.empty())
            sheet.rows.push_back({profile.label, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, profile.leak});
        for (const Level& level : profile.levels) {
            const bool small = level.status == LevelStatus::Untested;
            sheet.rows.push_back({profile.label, level.label, double(level.rate.n),
                                  double(level.rate.positives), level.rate.rate, level.rate.low,
                                  level.rate.high, level.lift, small ? Sheets::tr("untested") : QString(),
                                  profile.test, profile.p, profile.q, profile.leak});
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
    QByteArray csv = "\xEF\xBB\xBF";
    const auto line = [&csv](const auto& cells) {
        bool first = true;
        for (const Sheet::Cell& cell : cells) {
            if (!first) csv += ',';
            first = false;
            csv += csvCell(cell);
        }
        csv += "\r\n";
    };
    line(std::vector<Sheet::Cell>(sheet.header.begin(), sheet.header.end()));
    for (const std::vector<Sheet::Cell>& row : sheet.rows) line(row);
    return csv;
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
