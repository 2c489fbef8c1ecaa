#pragma once

#include <QStyledItemDelegate>

namespace icp {
struct Segment;
}

namespace icp::ui {

class SegmentTableModel;
struct Tokens;

/// Draws the cells of the segment table that are more than text: conditions as chips, the rate with its
/// range, the check as a badge.
class SegmentDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit SegmentDelegate(const SegmentTableModel* model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintConditions(QPainter& painter, const QRect& rect, const Segment& segment, bool selected,
                         const Tokens& tokens) const;
    void paintCheck(QPainter& painter, const QRect& rect, const Segment& segment, bool selected,
                    const Tokens& tokens) const;

    const SegmentTableModel* m_model;
};

/// Widths for chips in a row: as wide as they want when there is room, else the widest give way first.
std::vector<int> sharedWidths(const std::vector<int>& wanted, int room);

}  // namespace icp::ui
