#pragma once

#include <QStyledItemDelegate>

namespace icp {
struct AttributeProfile;
}

namespace icp::ui {

class AttributeListModel;
struct Tokens;

/// Draws a row of the attribute list: name, strength with q, spark bars; and the heads of folded groups.
class AttributeDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit AttributeDelegate(const AttributeListModel* model, QObject* parent = nullptr);

    /// sharedMaximum() of the model's findings; kept here, because it goes over all levels.
    void setMaximum(double maximum) { m_maximum = maximum; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGroup(QPainter& painter, const QRect& rect, const QModelIndex& index,
                    const Tokens& tokens) const;
    void paintAttribute(QPainter& painter, const QRect& rect, const AttributeProfile& attribute,
                        bool selected, const Tokens& tokens) const;

    const AttributeListModel* m_model;
    double m_maximum = 1;
};

}  // namespace icp::ui
