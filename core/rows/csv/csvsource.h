#pragma once

#include "core/rows/bytestream.h"
#include "core/rows/csv/csvtokens.h"
#include "core/rows/csv/rowrepair.h"
#include "core/rows/encoding.h"
#include "core/rows/rowsource.h"

#include <QStringDecoder>

#include <optional>
#include <string>

namespace icp {

/// Rows of a delimited text, in batches of about a megabyte that end where a row ends. Rows that were cut
/// wrongly are mended where that is certain.
class CsvSource : public RowSource {
public:
    /// `name` is the file's, for sentences.
    static Result<std::unique_ptr<RowSource>> open(std::unique_ptr<ByteStream> bytes, const QString& name,
                                                   const ReadOptions& options, const Job& job);

    ReadInfo info() const override;
    qint64 totalBytes() const override { return m_bytes->size(); }
    Result<bool> next(RowBatch& batch, const Job& job) override;
    void split(RowBatch& batch) const override;

private:
    CsvSource(std::unique_ptr<ByteStream> bytes, const QString& name)
        : m_bytes(std::move(bytes)), m_name(name) {}

    /// Appends the next bytes to m_pending, as UTF-8.
    Result<void> fill();
    std::optional<std::string> takeSeparatorLine();
    Result<void> findDialect(const ReadOptions& options);
    static std::string rowSign(std::string_view text);
    void endRows(std::size_t from);
    void mendBytes(RowBatch& batch) const;
    static void noteRows(RowBatch& batch, const std::vector<std::uint32_t>& lines);

    std::unique_ptr<ByteStream> m_bytes;
    const QString m_name;
    Encoding m_encoding;
    CsvDialect m_dialect;
    RowRepair m_repair;
    std::optional<QStringDecoder> m_decoder;  ///< unless the file is UTF-8
    std::string m_rowSign;                    ///< ends rows instead of a line end
    std::string m_pending;                    ///< read, but not handed out
    std::size_t m_handedOut = 0;              ///< bytes, as m_pending counts them
    bool m_atEnd = false;
};

}  // namespace icp
