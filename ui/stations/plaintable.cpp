#include "ui/stations/plaintable.h"

#include "ui/stations/twolines.h"
#include "ui/theme/tokens.h"

#include <QHeaderView>

#include <numeric>

namespace icp::ui {

PlainTable::PlainTable(QAbstractItemModel* model, const QString& name, QWidget* parent) : QTableView(parent) {
    setModel(model);
    setAccessibleName(name);
    setItemDelegate(new OneLine(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(px(36));
    settleHead(*horizontalHeader());
    horizontalHeader()->setMinimumSectionSize(px(30));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void PlainTable::setShares(const std::vector<int>& shares) {
    m_shares = shares;
    const int all = std::max(1, std::accumulate(shares.begin(), shares.end(), 0));
    int left = 0;
    int before = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        before += shares[i];
        const int right = viewport()->width() * before / all;
        setColumnWidth(int(i), right - left);
        left = right;
    }
}

void PlainTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (!m_shares.empty()) setShares(std::vector<int>(m_shares));
}

}  // namespace icp::ui
