#pragma once

#include "ui/stations/plaintable.h"

namespace icp::ui {

class TextRows;

/// How each criterion of a profile answers for one company; as high as its rows, up to a most.
class CriteriaTable : public PlainTable {
    Q_OBJECT
public:
    /// `more`: heads of the columns after criterion and answer.
    CriteriaTable(const QStringList& more, const std::vector<int>& shares, int mostRows,
                  QWidget* parent = nullptr);
    void setCriteria(const std::vector<QStringList>& rows);  ///< criterion, answer, more

private:
    TextRows* m_rows;
    int m_most;
};

}  // namespace icp::ui
