#pragma once

#include "core/rows/rowsource.h"
#include "core/rows/xlsx/elementcutter.h"
#include "core/rows/xlsx/xlsxpackage.h"

#include <optional>

namespace icp {

/// Rows of one worksheet, in batches of about a megabyte of its XML, cut where a row begins.
class XlsxSource : public RowSource {
public:
    static Result<std::unique_ptr<RowSource>> open(const QString& path, const ReadOptions& options,
                                                   const Job& job);

    ReadInfo info() const override;
    qint64 totalBytes() const override { return m_package->partSize(); }
    Result<bool> next(RowBatch& batch, const Job& job) override;
    void split(RowBatch& batch) const override;

private:
    XlsxSource(QString name, std::unique_ptr<XlsxPackage> package)
        : m_name(std::move(name)), m_package(std::move(package)) {}

    Result<void> openSheet(const XlsxPackage::Sheet& sheet);
    /// Whether the open sheet has a cell with a value.
    Result<bool> hasData(const Job& job);
    Result<bool> fetch(RowBatch& batch, const Job& job);

    QString m_name;
    std::unique_ptr<XlsxPackage> m_package;
    QString m_sheet;
    std::optional<ElementCutter> m_rows;  ///< of the open sheet; none when all of it was fetched
    std::optional<RowBatch> m_peeked;     ///< fetched to see whether the sheet has data
};

}  // namespace icp
