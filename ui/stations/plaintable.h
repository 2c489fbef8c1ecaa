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
    /// A column of few words that say what the row is for: whole like the first one, as long as others can
    /// give.
    void keepWhole(int column);
    void showWhole(int rows);  ///< as high as these need, with the header above them
    void reset() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void share();
    int wanted(int column) const;

    std::vector<int> m_shares;
    std::vector<int> m_whole;
};

}  // namespace icp::ui
