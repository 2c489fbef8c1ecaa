#include "ui/stations/icp/criteriatable.h"

#include "ui/models/textrows.h"

#include <algorithm>

namespace icp::ui {

CriteriaTable::CriteriaTable(const QStringList& more, const std::vector<int>& shares, int mostRows,
                             QWidget* parent)
    : PlainTable(new TextRows(QStringList{tr("Criterion"), QString()} + more, 2 + int(more.size())),
                 tr("Criteria and this company"), parent),
      m_rows(static_cast<TextRows*>(model())),
      m_most(mostRows) {
    m_rows->setParent(this);
    setShares(shares);
}

void CriteriaTable::setCriteria(const std::vector<QStringList>& rows) {
    std::vector<TextRows::Row> shown;
    for (const QStringList& cells : rows) shown.push_back({cells});
    showWhole(std::min(int(rows.size()), m_most));
    m_rows->setRows(std::move(shown));
}

}  // namespace icp::ui
