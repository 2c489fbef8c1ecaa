#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace icp {

/// An import that is kept in a workshop's file, as far as it is told without reading its rows.
struct StoredDataset {
    qint64 number = 0;    ///< 1, 2 ... in the order of imports
    QStringList files;    ///< their names
    QDateTime imported;   ///< UTC
    QDate asOf;           ///< see Dataset::asOf
    QString fingerprint;  ///< the same for an import of the same files again
    qint64 accounts = 0;  ///< rows, as imported
    qint64 deals = 0;
};

}  // namespace icp
