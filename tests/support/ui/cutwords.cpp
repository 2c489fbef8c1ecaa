#include "tests/support/ui/cutwords.h"

#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTextDocumentFragment>
#include <QToolButton>

#include <algorithm>

namespace icp::test {

namespace {

QString plain(const QString& text) {
    return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

/// By how many pixels it lies outside of something that it cannot be scrolled into.
int beyond(const QWidget& widget) {
    int most = 0;
    for (const QWidget* above = widget.parentWidget(); above; above = above->parentWidget()) {
        const QRect place(widget.mapTo(above, QPoint()), widget.size());
        const auto* area = qobject_cast<const QAbstractScrollArea*>(above->parentWidget());
        if (area && area->viewport() == above) {
            if (area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff ||
                qobject_cast<const QHeaderView*>(area))
                return most;
            most = std::max({most, -place.left(), place.right() - above->width() + 1});
            return most;
        }
        most = std::max({most, -place.left(), -place.top(), place.right() - above->width() + 1,
                         place.bottom() - above->height() + 1});
        if (above->isWindow()) break;
    }
    return most;
}

int cutOf(const QLabel& label) {
    const QSize room = label.contentsRect().size();
    if (!label.wordWrap()) return label.sizeHint().width() - label.width();
    const QFontMetrics metrics(label.fontMetrics());
    int cut = label.heightForWidth(label.width()) - label.height();
    for (const QString& word : plain(label.text()).split(u' '))
        cut = std::max(cut, metrics.horizontalAdvance(word) - room.width());
    return cut;
}

class Cuts {
public:
    void add(const QWidget& widget, const QString& text, int pixels) {
        if (pixels <= 0 || text.trimmed().isEmpty()) return;
        for (const QWidget* told = &widget; told; told = told->parentWidget())
            if (told->toolTip().contains(text)) return;
        const QWidget* named = widget.parentWidget();
        while (named && QLatin1String(named->metaObject()->className()).startsWith(QLatin1String("Q")))
            named = named->parentWidget();
        lines << QStringLiteral("%1 in %2: \"%3\" by %4")
                     .arg(QLatin1String(widget.metaObject()->className()),
                          QLatin1String(named ? named->metaObject()->className() : "nothing"), text,
                          QString::number(pixels));
    }
    QStringList lines;
};

void addHead(const QHeaderView& head, Cuts& cuts) {
    if (head.orientation() != Qt::Horizontal || !head.model()) return;
    for (int i = 0; i < head.count(); ++i) {
        if (head.isSectionHidden(i)) continue;
        const QString text = head.model()->headerData(i, Qt::Horizontal).toString();
        if (head.model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty())
            cuts.add(head, text, head.fontMetrics().horizontalAdvance(text) - head.sectionSize(i));
    }
}

/// Figures and days, which stand at the right; other words of a table tell their whole text by a tooltip.
void addFigures(const ui::PlainTable& table, Cuts& cuts) {
    const QFontMetrics metrics(ui::font(ui::Type::Table));
    const int margins = 2 * ui::px(10);
    for (int row = table.rowAt(0); row >= 0 && row < table.model()->rowCount(); ++row) {
        if (table.rowViewportPosition(row) >= table.viewport()->height()) break;
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            const QModelIndex index = table.model()->index(row, column);
            const QString text = index.data().toString();
            if (index.data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight))
                cuts.add(*table.viewport(), text,
                         metrics.horizontalAdvance(text) + margins - table.columnWidth(column));
        }
    }
}

}  // namespace

QStringList cutWords(const QWidget& root) {
    Cuts cuts;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible()) continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            if (!label->text().isEmpty())
                cuts.add(*label, plain(label->text()), std::max(cutOf(*label), beyond(*label)));
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            // One that paints itself knows best what it needs.
            const bool plainButton =
                qobject_cast<const QPushButton*>(button) || qobject_cast<const QToolButton*>(button);
            cuts.add(
                *button, button->text(),
                std::max(plainButton ? button->sizeHint().width() - button->width() : 0, beyond(*button)));
        } else if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
            const int arrow = box->sizeHint().height();
            cuts.add(*box, box->currentText(),
                     std::max(box->fontMetrics().horizontalAdvance(box->currentText()) + arrow - box->width(),
                              beyond(*box)));
        } else if (const auto* head = qobject_cast<const QHeaderView*>(widget)) {
            addHead(*head, cuts);
        } else if (const auto* table = qobject_cast<const ui::PlainTable*>(widget)) {
            addFigures(*table, cuts);
        }
    }
    return cuts.lines;
}

}  // namespace icp::test
