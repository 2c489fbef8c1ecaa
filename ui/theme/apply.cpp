#include "ui/theme/style.h"
#include "ui/theme/tokens.h"
#include "ui/theme/wheelguard.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QRegularExpression>

namespace icp::ui {

namespace {

QPalette paletteOf(const Tokens& t) {
    QPalette p;
    p.setColor(QPalette::Window, t.bg);
    p.setColor(QPalette::WindowText, t.ink);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.surface2);
    p.setColor(QPalette::Text, t.ink);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.ink);
    p.setColor(QPalette::BrightText, t.onPrimary);
    p.setColor(QPalette::Highlight, t.sel);
    p.setColor(QPalette::HighlightedText, t.ink);
    p.setColor(QPalette::Link, t.link);
    p.setColor(QPalette::LinkVisited, t.link);
    p.setColor(QPalette::PlaceholderText, t.ink3);
    p.setColor(QPalette::ToolTipBase, t.ink);
    p.setColor(QPalette::ToolTipText, t.surface);
    p.setColor(QPalette::Light, t.surface);
    p.setColor(QPalette::Midlight, t.surface2);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.ctl);
    p.setColor(QPalette::Shadow, t.line);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.ink3);
    return p;
}

/// The sheet in resources/theme with the names of the tokens replaced and every size but the hairline scaled;
/// $pill24 is the radius of the round ends of something 24 px high with a hairline around it.
QString sheetOf(const Tokens& t, double scale) {
    QFile file(QStringLiteral(":/theme/window.qss"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QString source = QString::fromUtf8(file.readAll());

    const std::pair<QStringView, QColor> colours[] = {{u"bg", t.bg},
                                                      {u"surface", t.surface},
                                                      {u"surface2", t.surface2},
                                                      {u"line", t.line},
                                                      {u"ctl", t.ctl},
                                                      {u"ink", t.ink},
                                                      {u"ink2", t.ink2},
                                                      {u"ink3", t.ink3},
                                                      {u"primary", t.primary},
                                                      {u"onPrimary", t.onPrimary},
                                                      {u"primaryHover", t.primaryHover},
                                                      {u"focus", t.focus},
                                                      {u"link", t.link},
                                                      {u"sel", t.sel},
                                                      {u"best", t.best},
                                                      {u"restSoft", t.restSoft},
                                                      {u"errLine", t.errLine},
                                                      {u"errInk", t.errInk},
                                                      {u"warnLine", t.warnLine},
                                                      {u"warnInk", t.warnInk},
                                                      {u"warnBg", t.warnBg}};
    static const QRegularExpression word(QStringLiteral("\\$(\\w+)|\\b(\\d+)px"));
    QString sheet;
    qsizetype done = 0;
    for (auto it = word.globalMatch(source); it.hasNext();) {
        const auto match = it.next();
        sheet += QStringView(source).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        const auto scaled = [scale](const QString& pixels) { return qRound(pixels.toInt() * scale); };
        if (match.hasCaptured(2)) {
            const bool hairline = match.captured(2) == u"1";
            sheet += QString::number(hairline ? 1 : scaled(match.captured(2))) + QStringLiteral("px");
        } else if (match.captured(1).startsWith(u"pill")) {
            // A radius above half the height would be dropped, so it follows the height as it is rounded.
            sheet += QString::number((scaled(match.captured(1).mid(4)) + 2) / 2) + QStringLiteral("px");
        } else if (match.captured(1) == u"theme") {
            sheet += t.dark ? QStringLiteral("dark") : QStringLiteral("light");
        } else {
            for (const auto& [name, colour] : colours)
                if (match.captured(1) == name) sheet += colour.name();
        }
    }
    sheet += QStringView(source).mid(done);
    return sheet;
}

QFont bodyFont(double scale) {
    QFont result;
    for (const QString& family : {QStringLiteral("Inter"), QStringLiteral("Noto Sans")}) {
        if (!QFontDatabase::hasFamily(family)) continue;
        result = QFont(family);
        break;
    }
    result.setPixelSize(qRound(15 * scale));
    return result;
}

}  // namespace

void applyTheme(bool dark, double scale) {
    const Tokens& tokens = dark ? Tokens::darkTokens() : Tokens::light();
    if (qApp->property("icpStyle").isNull()) {
        QApplication::setStyle(new Style);
        qApp->installEventFilter(new WheelGuard(qApp));
        qApp->setProperty("icpStyle", true);
    }
    QApplication::setPalette(paletteOf(tokens));
    QApplication::setFont(bodyFont(scale));
    qApp->setStyleSheet(sheetOf(tokens, scale));
}

}  // namespace icp::ui
