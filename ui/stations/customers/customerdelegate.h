#pragma once

#include "core/analysis/accountlists.h"

#include <QStyledItemDelegate>

namespace icp::ui {

/// Draws a customer: name with what is known below, value, score as bar and number, pin.
class CustomerDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CustomerDelegate(AccountList list, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    AccountList m_list;
};

}  // namespace icp::ui
