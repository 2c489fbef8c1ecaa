#pragma once

#include "core/rows/csvtokens.h"
#include "core/rows/encoding.h"
#include "core/rows/rowsource.h"

#include <QFile>
#include <QStringDecoder>

#include <optional>
#include <string>

namespace icp {

/// Rows of a delimited text file, in batches of about a megabyte that end where a row ends.
class CsvSource : public RowSource {
public:
    static Result<std::unique_ptr<RowSource>> open(const QString& path, const ReadOptions& options,
                                                   const Job& job);

    ReadInfo info() const override;
    qint64 totalBytes() const override { return m_file.size(); }
    Result<bool> next(RowBatch& batch, const Job& job) override;
    void split(RowBatch& batch) const override;

private:
    explicit CsvSource(const QString& path) : m_file(path) {}

    /// Appends the next bytes of the file to m_pending, as UTF-8. False at a read error.
    bool fill();
    bool takeSeparatorLine();

    QFile m_file;
    Encoding m_encoding;
    CsvDialect m_dialect;
    std::optional<QStringDecoder> m_decoder;  ///< unless the file is sound UTF-8
    std::string m_pending;                    ///< read, but not handed out
    bool m_atEnd = false;
};

}  // namespace icp
