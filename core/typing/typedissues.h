#pragma once

#include "core/base/issue.h"
#include "core/typing/evidence.h"
#include "core/typing/rowfilter.h"

#include <map>

namespace icp {

/// Gathers the problems of one file. Of each kind in each column the first ten thousand are kept, and one
/// more that says how many there were.
class IssueList {
public:
    IssueList(QString file, const TableLayout& layout) : m_file(std::move(file)), m_layout(layout) {}

    void row(const RowBatch& batch, RowChoice::Odd odd);
    void cell(const RowBatch& batch, std::uint32_t row, std::size_t column, CellProblem problem);
    /// About the whole column, or the whole file when `column` is empty.
    void note(Severity severity, const QString& code, const QString& column, const QString& reason,
              qint64 line = 0, const QString& text = {});
    void forgetColumn(std::size_t column);

    /// In the order of the file, notes first.
    std::vector<Issue> take();

private:
    struct Kept {
        std::vector<Issue> issues;
        qint64 more = 0;
    };
    void keep(Kept& kept, Issue issue);

    QString m_file;
    const TableLayout& m_layout;
    std::vector<Issue> m_notes;
    Kept m_rows;
    std::map<std::size_t, Kept> m_cells;  ///< by column
};

/// The sentence for a row that was set aside.
QString rejectReason(const RowBatch& batch, RowChoice::Odd odd, const TableLayout& layout);

/// The sentence for a row that is taken although it is odd.
QString doubtReason(const RowBatch& batch, RowChoice::Odd odd, const TableLayout& layout);

}  // namespace icp
