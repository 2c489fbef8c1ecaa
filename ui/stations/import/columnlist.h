#pragma once

#include "core/table/dataset.h"

#include <QAbstractTableModel>
#include <QHash>

#include <memory>
#include <vector>

namespace icp::ui {

/// Every column of one file with what it is worth and why; of one verdict or all, with a text or all.
class ColumnList : public QAbstractTableModel {
    Q_OBJECT
public:
    enum { Header, Verdict, TypeColumn, Empty, Holds, Why, ColumnCount };
    explicit ColumnList(QObject* parent = nullptr);

    void setFile(std::shared_ptr<const Dataset> dataset, int file);
    /// Empty: all.
    void setVerdict(const QString& verdict);
    void setSearch(const QString& text);

    QString header(int row) const;
    QString attribute(int row) const { return info(row).attribute; }  ///< empty when it was not kept
    bool leftOut(int row) const;
    int rowOf(const QString& header) const;  ///< -1 when it is not shown
    /// Columns of the file by verdict.
    const QHash<QString, int>& counts() const { return m_counts; }
    int all() const { return int(m_verdicts.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const SourceFile* source() const;
    const ColumnInfo& info(int row) const { return source()->columnInfo[m_rows[std::size_t(row)]]; }
    void filter();

    std::shared_ptr<const Dataset> m_dataset;
    int m_file = -1;
    QString m_verdict;
    QString m_search;
    QStringList m_verdicts;  ///< as SourceFile::columnInfo
    QHash<QString, int> m_counts;
    std::vector<std::size_t> m_rows;
};

}  // namespace icp::ui
