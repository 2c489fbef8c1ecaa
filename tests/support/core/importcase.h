#pragma once

#include "core/import/importer.h"
#include "tests/support/core/scratch.h"

#include <QObject>

#include <algorithm>

#define IMPORTED(result) \
    QVERIFY2((result).has_value(), qPrintable((result) ? QString() : (result).error().message))

namespace icp::test {

/// What tests of whole imports share: a folder for files, and short questions to a dataset.
class ImportCase : public QObject {
protected:
    static FileRequest fileAt(const QString& path) {
        FileRequest file;
        file.path = path;
        return file;
    }
    static Result<std::shared_ptr<const Dataset>> importAt(const QStringList& paths, const Job& job = {}) {
        ImportRequest request;
        for (const QString& path : paths) request.files.push_back(fileAt(path));
        return importFiles(request, job);
    }
    QString write(const QString& name, const QByteArray& text) { return m_scratch.write(name, text); }
    static qsizetype count(const Dataset& dataset, DealState state) {
        return std::count(dataset.dealState.begin(), dataset.dealState.end(), state);
    }
    static qsizetype count(const Dataset& dataset, AccountState state) {
        return std::count(dataset.accountState.begin(), dataset.accountState.end(), state);
    }
    static AttributeUse use(const Dataset& dataset, QStringView name) {
        const Attribute* attribute = dataset.find(name);
        if (attribute == nullptr) qFatal("no attribute %s", qPrintable(name.toString()));
        return attribute->use;
    }
    static QStringList codes(const Dataset& dataset) {
        QStringList result;
        for (const Issue& issue : dataset.issues) result << issue.code;
        return result;
    }

    Scratch m_scratch;
};

}  // namespace icp::test
