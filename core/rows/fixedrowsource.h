#pragma once

#include "core/rows/rowsource.h"

namespace icp {

/// A file as if some of its rows held other cells. A row that the file does not have is not added.
class FixedRowSource : public RowSource {
public:
    FixedRowSource(std::unique_ptr<RowSource> file, std::map<qint64, QStringList> fixed)
        : m_file(std::move(file)), m_fixed(std::move(fixed)) {}

    ReadInfo info() const override { return m_file->info(); }
    qint64 totalBytes() const override { return m_file->totalBytes(); }
    /// Splits as well, since only in order is it known which row is which.
    Result<bool> next(RowBatch& batch, const Job& job) override;
    void split(RowBatch&) const override {}

private:
    std::unique_ptr<RowSource> m_file;
    std::map<qint64, QStringList> m_fixed;
    qint64 m_lines = 0;  ///< of the file, in the batches so far
};

}  // namespace icp
