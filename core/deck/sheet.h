#pragma once

#include "core/analysis/findings.h"
#include "core/base/result.h"
#include "core/table/dataset.h"
#include "core/workshop/fit.h"
#include "core/workshop/workshop.h"

#include <QByteArray>
#include <QString>

#include <variant>
#include <vector>

namespace icp {

/// A table to take home: one header row, then cells that are texts, numbers or empty.
struct Sheet {
    using Cell = std::variant<std::monostate, QString, double>;
    QString name;
    QStringList header;
    std::vector<std::vector<Cell>> rows;
};

/// All account columns, then the program's own: fit, score and what decided, under the ICP the model last
/// evaluated. Those that an earlier scoring wrote into the file are left out: they would be there twice.
/// Texts are as in the file; a date, boolean or list is written in one form whatever the file had
/// (Column::display), a number as a number.
Sheet accountsSheet(const Dataset& dataset, const Icp& icp, const FitModel& model);
/// The same for lists of companies to sell to, and the tier of each: 1 for an ideal fit, 2 for stretch, none
/// for others; the fit of whoever cannot be judged is called unknown. Where the data has contacts, also how
/// many of a company's are known, whether they are below, inside or above the band of ContactBand, which
/// buying roles they play, and which roles of the panel nobody plays.
enum class LeadOrder {
    AsRead,
    BestFirst  ///< ideal before stretch before bad, the highest score first, equal ones as they were read
};
Sheet leadsSheet(const Dataset& dataset, const Icp& icp, const FitModel& model,
                 const std::vector<Persona>& panel, LeadOrder order = LeadOrder::AsRead);
/// One row per level of every attribute.
Sheet levelsSheet(const Findings& findings);
/// Fields in rows, personas in columns.
Sheet matrixSheet(const std::vector<Persona>& personas);

/// RFC 4180, UTF-8, CRLF. A text that a spreadsheet would take for a formula gets a leading apostrophe.
QByteArray sheetCsv(const Sheet& sheet);
/// An array of objects, one per row, keys as in the header.
QByteArray sheetJson(const Sheet& sheet);
/// A workbook with one sheet each, head frozen and filtered; texts are never formulas. Errors: Internal.
Result<QByteArray> sheetsXlsx(const std::vector<Sheet>& sheets);

}  // namespace icp
