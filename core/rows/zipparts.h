#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/rows/inflater.h"

#include <QMultiHash>
#include <QString>
#include <quazip.h>
#include <quazipfile.h>

#include <memory>
#include <string>

namespace icp {

/// The parts of a document that is a ZIP archive. Only one part is open at a time.
class ZipParts {
public:
    /// Unpacked sizes of a part.
    struct Limits {
        qint64 suspicious;  ///< from where on it may not be more than `ratio` times what it is packed into
        qint64 largest;
        qint64 ratio;
    };

    explicit ZipParts(const QString& path);

    /// Errors: the file is no archive or damaged.
    Result<void> open();
    /// Parts are found whatever the case of their name and its slashes: some programs write
    /// "xl\\workbook.xml" or "/xl/Workbook.xml".
    bool has(const QString& part) const;
    /// Opens a part for reading. Errors: it is missing or there twice, protected, or so large that only an
    /// attack explains it.
    Result<void> openPart(const QString& part, const Limits& limits);
    /// Up to `most` bytes of the open part, appended; false at its end. Damage is an error.
    Result<bool> read(std::string& bytes, qint64 most);
    /// Reads on to the end of the open part for the sake of its checksum.
    Result<void> skipRest(const Job& job);
    qint64 partSize() const { return m_size; }
    qint64 partPosition() const { return m_position; }

    /// The Error for a document that is not what it should be; `detail` is for those who look into it.
    Error damaged(const QString& detail) const;

private:
    /// Up to `most` bytes to `to`; nothing at the end of what can be read, which is not always the part's.
    std::size_t unpack(char* to, std::size_t most);
    std::size_t unpackStored(char* to, std::size_t most);
    std::size_t unpackDeflated(char* to, std::size_t most);

    const QString m_name;
    QuaZip m_zip;
    QMultiHash<QString, QString> m_names;  ///< of the archive, by their plain names
    std::unique_ptr<QuaZipFile> m_file;    ///< hands out the open part as it is packed
    std::unique_ptr<Inflater> m_inflater;  ///< none when the part is only stored
    std::string m_packed;
    qint64 m_size = 0;
    qint64 m_position = 0;
    std::uint32_t m_checksum = 0;        ///< that the archive says the part has
    std::uint32_t m_storedChecksum = 0;  ///< of what was read of a part that is only stored
};

}  // namespace icp
