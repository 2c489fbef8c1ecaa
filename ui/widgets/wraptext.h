#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace icp::ui {

/// Plain text that wraps anywhere when a word is longer than the line, so that long words never widen a page.
class WrapText : public QWidget {
    Q_OBJECT
public:
    explicit WrapText(Type type, int weight = -1, QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const { return m_text; }
    /// A colour of the tokens; null = ink.
    void setInk(QColor Tokens::*ink);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont textFont() const;

    QString m_text;
    Type m_type;
    int m_weight;
    QColor Tokens::*m_ink = &Tokens::ink;
};

}  // namespace icp::ui
