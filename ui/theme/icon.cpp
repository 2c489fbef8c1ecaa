#include "ui/theme/tokens.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <variant>

namespace icp::ui {

namespace {

/// Renders on demand, so that one icon serves every size, pixel ratio and theme.
class LineIcon final : public QIconEngine {
public:
    using Colour = std::variant<QColor, QColor Tokens::*>;
    LineIcon(QString name, Colour colour) : m_name(std::move(name)), m_colour(colour) {}

    QIconEngine* clone() const override { return new LineIcon(*this); }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        const QPixmap drawing = iconPixmap(m_name, colour(mode), qMin(size.width(), size.height()), 1);
        if (size.width() == size.height()) return drawing;
        // A size wider than high is how buttons ask for distance between icon and text.
        QPixmap wide(size);
        wide.fill(Qt::transparent);
        QPainter(&wide).drawPixmap((size.width() - drawing.width()) / 2, 0, drawing);
        return wide;
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const int size = qMin(rect.width(), rect.height());
        const QPixmap pixmap = iconPixmap(m_name, colour(mode), size, painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2,
                            pixmap);
    }

private:
    QColor colour(QIcon::Mode mode) const {
        const Tokens& tokens = Tokens::of(QApplication::palette());
        if (mode == QIcon::Disabled) return tokens.ink3;
        if (const QColor* fixed = std::get_if<QColor>(&m_colour)) return *fixed;
        return tokens.*std::get<QColor Tokens::*>(m_colour);
    }

    QString m_name;
    Colour m_colour;
};

}  // namespace

QPixmap iconPixmap(const QString& name, const QColor& colour, int size, double devicePixelRatio) {
    const int pixels = qMax(1, qRound(size * devicePixelRatio));
    const QString key = QStringLiteral("icp-icon/%1/%2/%3/%4")
                            .arg(name, colour.name(QColor::HexArgb))
                            .arg(pixels)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;

    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    // The one stroke colour that all files in resources/icons are drawn with.
    QSvgRenderer renderer(file.readAll().replace("#42525E", colour.name().toLatin1()));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(const QString& name, const QColor& colour) { return QIcon(new LineIcon(name, colour)); }

QIcon icon(const QString& name, QColor Tokens::*colour) { return QIcon(new LineIcon(name, colour)); }

}  // namespace icp::ui
