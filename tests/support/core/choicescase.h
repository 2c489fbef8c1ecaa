#pragma once

#include "core/import/importer.h"
#include "tests/support/core/scratch.h"

#include <QObject>

namespace icp::test {

/// Deals whose stages nobody knows, for tests of what a user decides at an import.
class ChoicesCase : public QObject {
protected:
    static FileRequest fileAt(const QString& path) {
        FileRequest file;
        file.path = path;
        return file;
    }
    static std::shared_ptr<const Dataset> imported(const ImportRequest& request) {
        const auto result = importFiles(request);
        if (!result) qWarning("%s", qPrintable(result.error().message));
        return result.value_or(nullptr);
    }
    static QStringList reasons(const Dataset& dataset, const QString& code) {
        QStringList found;
        for (const Issue& issue : dataset.issues)
            if (issue.code == code) found << issue.file + QStringLiteral(": ") + issue.reason;
        return found;
    }
    /// What a column of the first file was taken for.
    static QString attributeOf(const Dataset& dataset, const QString& header) {
        for (const ColumnInfo& info : dataset.files[0].columnInfo)
            if (info.header == header) return info.attribute;
        return {};
    }
    static QByteArray deals(const QByteArray& stageHeader = "Deal Stage") {
        QByteArray text = "Deal Name,Account," + stageHeader + ",Amount,Colour\n";
        for (int i = 0; i < 60; ++i) {
            const QByteArray n = QByteArray::number(i);
            text += "Deal " + n + ",Client " + QByteArray::number(i % 12) +
                    (i % 3 == 0   ? ",In the bag,"
                     : i % 3 == 1 ? ",Gone,"
                                  : ",Talking,") +
                    QByteArray::number(100 + i) + (i % 2 == 0 ? ",red\n" : ",blue\n");
        }
        return text;
    }

    Scratch m_files;
};

}  // namespace icp::test
