#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <utility>
#include <vector>

namespace icp::test {

/// A folder for files that a test makes; gone with it.
class Scratch {
public:
    /// Writes the file, in folders of its own when the name has some, and returns its path.
    QString write(const QString& name, const QByteArray& bytes) const;
    QString path(const QString& name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
};

enum class Packing { Stored = 0, Deflated = 8 };  ///< numbers as ZIP has them

/// A ZIP archive of these parts.
QByteArray zipped(const std::vector<std::pair<QByteArray, QByteArray>>& parts,
                  Packing packing = Packing::Deflated);

/// One gzip member.
QByteArray gzipped(const QByteArray& bytes);

/// An XLSX workbook with one sheet "Sheet1" whose <sheetData> holds `rows`. Style 1 is a date; `texts` are
/// the shared texts, already as <si> elements.
QByteArray workbook(const QByteArray& rows, const QByteArray& texts = {}, bool from1904 = false,
                    Packing packing = Packing::Deflated);

}  // namespace icp::test
