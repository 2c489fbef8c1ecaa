#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

namespace icp::ui {

struct Tokens;

/// Shares below each other: name, bar, percent.
class ShareBars : public QWidget {
    Q_OBJECT
public:
    struct Row {
        QString label;
        double share = 0;  ///< 0 to 1
        QColor Tokens::*colour;
    };
    explicit ShareBars(const std::vector<Row>& rows, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Row> m_rows;
};

}  // namespace icp::ui
