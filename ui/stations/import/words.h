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
/// In the order they are offered.
std::vector<KnownAttribute> knownAttributes(Entity entity);

QString entityTitle(Entity entity);  ///< "Deals"
QString entityIcon(Entity entity);   ///< name of the icon
QString typeTitle(ColumnType type);  ///< "Number"
QString vendorTitle(const QString& vendor);
QString delimiterTitle(const QString& delimiter);
QString decimalTitle(const QString& decimal);

/// A cell as people of this locale write it; "" when missing.
QString cellText(const Column& column, std::size_t row);

}  // namespace icp::ui
