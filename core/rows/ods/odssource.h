#pragma once

#include "core/rows/ods/odsrows.h"
#include "core/rows/rowsource.h"
#include "core/rows/zipparts.h"

#include <optional>

namespace icp {

/// Rows of one sheet of an OpenDocument spreadsheet, in batches of about a megabyte of text.
class OdsSource : public RowSource {
public:
    /// Whether a ZIP archive calls itself an OpenDocument spreadsheet.
    static bool isOne(const QString& path);
    static Result<std::unique_ptr<RowSource>> open(const QString& path, const ReadOptions& options,
                                                   const Job& job);

    ReadInfo info() const override;
    qint64 totalBytes() const override { return m_zip.partSize(); }
    Result<bool> next(RowBatch& batch, const Job& job) override;
    void split(RowBatch&) const override {}

private:
    OdsSource(const QString& path, const ReadOptions& options);
    bool isEncrypted();
    Result<void> restart(bool withHidden);
    Result<bool> fetch(RowBatch& batch, const Job& job);

    QString m_name;
    QString m_wanted;
    ZipParts m_zip;
    std::unique_ptr<OdsRows> m_rows;
    std::string m_bytes;
    std::optional<RowBatch> m_peeked;
};

}  // namespace icp
