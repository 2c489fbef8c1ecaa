#pragma once

#include <QTableView>

#include <vector>

namespace icp::ui {

/// A table of rows to choose from, in the look of all tables.
class PlainTable : public QTableView {
    Q_OBJECT
public:
    PlainTable(QAbstractItemModel* model, const QString& name, QWidget* parent = nullptr);
    /// Widths of the columns as shares of the table's width; a column that has room to spare gives it to one
    /// that would be cut, figures first.
    void setShares(const std::vector<int>& shares);
    void reset() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void share();
    int wanted(int column) const;

    std::vector<int> m_shares;
};

}  // namespace icp::ui
