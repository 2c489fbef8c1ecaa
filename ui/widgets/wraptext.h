#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace icp::ui {

/// The text with its ranges ("51–200") kept on one line wherever it wraps.
QString unbroken(QString text);

/// Height of plain text in lines of at most `width`; words longer than a line break anywhere.
double wrappedHeight(const QFont& font, const QString& text, double width);
/// Draws it from the top of `place`, in the painter's font and pen.
void paintWrapped(QPainter& painter, const QRectF& place, const QString& text);

/// Plain text that wraps anywhere when a word is longer than the line, so that long words never widen a page.
class WrapText : public QWidget {
    Q_OBJECT
public:
    explicit WrapText(Type type, int weight = -1, QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const { return m_text; }
    void setInk(QColor Tokens::*ink);
    /// One line with an ellipsis, the whole text as tooltip.
    void setOneLine(bool oneLine);

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
    bool m_oneLine = false;
    QColor Tokens::*m_ink = &Tokens::ink;
};

}  // namespace icp::ui
