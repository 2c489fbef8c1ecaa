#pragma once

#include "tests/support/core/program.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace icp::test {

/// A test around one workshop file in a folder of its own, new for every test function.
class WorkshopTest : public QObject {
protected:
    /// Empties the place; to be called first by init().
    void newPlace() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = at(QStringLiteral("w.icpw"));
    }
    QString at(const QString& name) const { return m_folder->filePath(name); }
    static QByteArray bytes(const QString& path) { return fileBytes(path); }
    static void write(const QString& path, const QByteArray& content) { QVERIFY(writeFile(path, content)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

}  // namespace icp::test
