#pragma once

#include "core/base/result.h"
#include "core/rows/grid.h"
#include "core/rows/xls/biff.h"

#include <QString>

#include <string>
#include <vector>

namespace icp {

/// A workbook of Excel 5 to 2003 (BIFF5, BIFF8), held in memory. Formulas give the value they had when the
/// file was saved; numbers in a date format become ISO text. Source: [MS-XLS].
class XlsWorkbook {
public:
    struct Sheet {
        QString name;
        std::uint32_t offset = 0;
        bool hidden = false;
    };

    /// Errors: InputUnusable for encrypted, older and damaged files, with a sentence that names `name`.
    static Result<XlsWorkbook> parse(std::string bytes, const QString& name);

    const std::vector<Sheet>& sheets() const { return m_sheets; }
    /// Errors: InputUnusable, Cancelled.
    Result<Grid> cells(const Sheet& sheet, const Job& job) const;

private:
    Result<void> readGlobals();
    Error damaged() const;

    QString m_name;
    std::string m_stream;
    bool m_unicode = true;
    int m_codePage = 1252;
    bool m_from1904 = false;
    std::vector<std::string> m_texts;
    std::vector<bool> m_dateStyles;  ///< by index of the cell format
    std::vector<Sheet> m_sheets;
};

}  // namespace icp
