#pragma once

#include <QStyledItemDelegate>

#include <vector>

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

    /// High enough for all conditions in a column of `width`.
    int rowHeight(int row, int width) const;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintConditions(QPainter& painter, const QRect& rect, const Segment& segment, bool selected,
                         const Tokens& tokens) const;
    void paintCheck(QPainter& painter, const QRect& rect, const Segment& segment, bool selected,
                    const Tokens& tokens) const;

    const SegmentTableModel* m_model;
};

/// Where chips of these widths stand when they fill lines of `room` from the left; a chip wider than a line
/// is cut to it.
std::vector<QRect> chipRects(const std::vector<int>& widths, int room);

}  // namespace icp::ui
