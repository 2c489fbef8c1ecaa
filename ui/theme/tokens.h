#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QPixmap>
#include <QWidget>

namespace icp::ui {

/// The colours of the style guide. Light or dark follows the palette a widget has, so that nobody needs a
/// global theme.
struct Tokens {
    QColor bg, surface, surface2, line, ctl, ink, ink2, ink3;
    QColor primary, onPrimary, primaryHover, focus, link, sel;
    QColor nav, navSel, navInk, navInk2, navMark;
    QColor best, stretch, least, rest, green, purple, brown;
    QColor bestSoft, infoInk, stretchSoft, leastSoft, leastInk, restSoft, onBest, onLeast;
    QColor okBg, okInk, warnBg, warnInk, warnLine, errBg, errInk, errLine, infoBg, infoLine;
    QColor grid, baseline, hatch, note, noteLine, noteInk, missingCell;
    bool dark = false;

    static const Tokens& light();
    static const Tokens& darkTokens();
    static const Tokens& of(const QPalette& palette);
    static const Tokens& of(const QWidget* widget) { return of(widget->palette()); }
};

/// Roles of type in the style guide; sizes are pixels at 100%.
enum class Type { PageTitle, CardTitle, MainCardTitle, Finding, Body, Table, Note, KeyNumber, Sentence };

/// 1.0, or 1.3 on the projector: what every size in pixels is multiplied with. Carried by the application
/// font.
double uiScale();
int px(double pixels);  ///< pixels x uiScale(), rounded
QFont font(Type type, int weight = -1);

/// A line icon of resources/icons in `colour`, 20 px at 100%.
QIcon icon(const QString& name, const QColor& colour);
/// The same in a colour of the tokens, following the theme of the program; disabled it is ink3.
QIcon icon(const QString& name, QColor Tokens::*colour);
QPixmap iconPixmap(const QString& name, const QColor& colour, int size, double devicePixelRatio);

/// Style, palette, application font and style sheet of the whole program. Cheap enough to switch while it
/// runs.
void applyTheme(bool dark, double scale);

}  // namespace icp::ui
