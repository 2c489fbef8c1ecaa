#pragma once

#include "ui/charts/standing.h"

#include <QWidget>

#include <vector>

namespace icp::ui {

/// The legend of a chart as a row of squares with words, for the head of its card.
class Legend : public QWidget {
    Q_OBJECT
public:
    struct Item {
        QString text;
        Standing swatch = Standing::Unclear;
        QColor Tokens::*colour = nullptr;  ///< in place of that of `swatch`
    };
    explicit Legend(QWidget* parent = nullptr);

    void setItems(const std::vector<Item>& items);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    std::vector<Item> m_items;
};

}  // namespace icp::ui
