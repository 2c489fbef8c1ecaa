#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/rows/workbookparts.h"
#include "core/rows/xmlparser.h"

#include <QString>
#include <QStringList>
#include <quazip.h>
#include <quazipfile.h>

#include <memory>
#include <string>
#include <vector>

namespace icp {

/// The parts of an XLSX file: a ZIP archive whose parts find each other through relations. Only one part is
/// open at a time.
class XlsxPackage {
public:
    struct Sheet {
        QString name;
        QString part;
        bool hidden = false;
    };

    static Result<std::unique_ptr<XlsxPackage>> open(const QString& path, const Job& job);

    const std::vector<Sheet>& sheets() const { return m_sheets; }
    const WorkbookParts& parts() const { return m_parts; }

    /// Opens a part for reading. Errors: it is missing, or so large that only an attack explains it.
    Result<void> openPart(const QString& part);
    /// Up to `most` bytes of the open part, appended; false at its end. Damage is an error.
    Result<bool> read(std::string& bytes, qint64 most);
    qint64 partSize() const { return m_partSize; }
    qint64 partPosition() const { return m_partRead; }

private:
    explicit XlsxPackage(const QString& path);

    struct Relation {
        std::string id;
        std::string type;  ///< last part of its URI, which strict and transitional files share
        QString target;
    };
    Result<std::vector<Relation>> relations(const QString& part, const Job& job);
    Result<void> readXml(const QString& part, XmlParser& parser, const Job& job);
    Result<void> readWorkbook(const Job& job);
    Result<void> readStyles(const QString& part, const Job& job);
    Result<void> readTexts(const QString& part, const Job& job);
    Error damaged(const QString& detail) const;

    QString m_name;
    QuaZip m_zip;
    std::unique_ptr<QuaZipFile> m_file;
    qint64 m_partSize = 0;
    qint64 m_partRead = 0;
    std::vector<Sheet> m_sheets;
    WorkbookParts m_parts;
};

}  // namespace icp
