#pragma once

#include <QTableView>

#include <vector>

namespace icp::ui {

/// A table of rows to choose from, in the look of all tables.
class PlainTable : public QTableView {
    Q_OBJECT
public:
    PlainTable(QAbstractItemModel* model, const QString& name, QWidget* parent = nullptr);
    /// Widths of the columns as shares of the table's width.
    void setShares(const std::vector<int>& shares);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    std::vector<int> m_shares;
};

}  // namespace icp::ui
