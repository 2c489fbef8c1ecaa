#pragma once

#include <QHeaderView>

namespace icp::ui {

/// The names of the fields at the left of the matrix, in bold and in the middle of their rows.
class FieldHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit FieldHeader(QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

}  // namespace icp::ui
