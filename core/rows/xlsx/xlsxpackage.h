#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/rows/xlsx/workbookparts.h"
#include "core/rows/xmlparser.h"
#include "core/rows/zipparts.h"

#include <QString>
#include <QStringDecoder>
#include <QStringList>

#include <memory>
#include <optional>
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
        qint64 rows = 0;  ///< and columns: what the sheet says of its size; 0 = nothing
        qint64 columns = 0;
    };

    static Result<std::unique_ptr<XlsxPackage>> open(const QString& path, const Job& job);

    const std::vector<Sheet>& sheets() const { return m_sheets; }
    const WorkbookParts& parts() const { return m_parts; }

    /// Opens a sheet's part for reading. Errors: those of ZipParts::openPart().
    Result<void> openSheet(const Sheet& sheet);
    /// Up to `most` bytes of the open part, appended; false at its end. Damage is an error.
    /// UTF-16 becomes UTF-8.
    Result<bool> read(std::string& bytes, qint64 most);
    /// Reads on to the end of the open part for the sake of its checksum.
    Result<void> skipRest(const Job& job) { return m_zip.skipRest(job); }
    qint64 partSize() const { return m_zip.partSize(); }
    qint64 partPosition() const { return m_zip.partPosition(); }

private:
    explicit XlsxPackage(const QString& path);

    struct Relation {
        std::string id;
        std::string type;  ///< last part of its URI, which strict and transitional files share
        QString target;
    };
    Result<void> openPart(const QString& part, const ZipParts::Limits& limits);
    Result<std::vector<Relation>> relations(const QString& part, const Job& job);
    Result<void> readXml(const QString& part, XmlParser& parser, const Job& job);
    Result<void> readWorkbook(const Job& job);
    /// From the beginning of the sheet; what cannot be read stays unknown.
    void measure(Sheet& sheet);
    Result<void> readStyles(const QString& part, const Job& job);
    Result<void> readTexts(const QString& part, const Job& job);

    QString m_name;
    ZipParts m_zip;
    std::optional<QStringDecoder> m_decoder;  ///< of the open part, when it is not in UTF-8
    std::vector<Sheet> m_sheets;
    WorkbookParts m_parts;
};

}  // namespace icp
