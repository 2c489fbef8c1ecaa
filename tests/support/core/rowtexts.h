#pragma once

#include "core/rows/reader.h"

#include <QStringList>

namespace icp::test {

/// All rows of a file as text, for comparing.
struct RowTexts {
    QStringList rows;  ///< "3: T1=a N2=5": row, then kind (TNDBE), column and text of every cell with a value
    QString error;
    ReadInfo info;
};

RowTexts rowTexts(const QString& path, const ReadOptions& options = {});

}  // namespace icp::test
