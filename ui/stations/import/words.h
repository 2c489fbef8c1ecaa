#pragma once

#include "core/table/dataset.h"

#include <QString>

#include <vector>

namespace icp::ui {

/// An attribute the program knows by name, as people call it.
struct KnownAttribute {
    QString name;  ///< "account.industry"
    QString label;
};
/// All that an import can tell of this entity, in the order of its vocabulary.
std::vector<KnownAttribute> knownAttributes(Entity entity);

QString entityTitle(Entity entity);          ///< "Deals"
QString entityIcon(Entity entity);           ///< name of the icon
QString typeTitle(ColumnType type);          ///< "Number"
QString vendorTitle(const QString& vendor);  ///< "HubSpot"; empty when nobody's export is known
QString formatTitle(const QString& format);  ///< "Excel"; empty for text files
QString delimiterTitle(const QString& delimiter);
QString decimalTitle(const QString& decimal);

/// A cell as people of this locale write it; "" when missing. `years`: see holdsYears().
QString cellText(const Column& column, std::size_t row, bool years = false);

}  // namespace icp::ui
