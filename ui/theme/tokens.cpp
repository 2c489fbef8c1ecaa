#include "ui/theme/tokens.h"

#include <QApplication>

namespace icp::ui {

namespace {

QColor c(unsigned rgb) { return QColor::fromRgb(rgb); }

Tokens makeLight() {
    Tokens t;
    t.bg = c(0xF3F5F7), t.surface = c(0xFFFFFF), t.surface2 = c(0xF7F9FA), t.line = c(0xDBE1E6),
    t.ctl = c(0x748491);
    t.ink = c(0x14212B), t.ink2 = c(0x42525E), t.ink3 = c(0x5A6A76);
    t.primary = c(0x12466E), t.onPrimary = c(0xFFFFFF), t.primaryHover = c(0x0E3856), t.focus = c(0x0B6FA4);
    t.link = c(0x0A5F8E), t.sel = c(0xE3EFF7);
    t.nav = c(0x12283A), t.navSel = c(0x1F4360), t.navInk = c(0xF0F5F9), t.navInk2 = c(0xA9BBCA),
    t.navMark = c(0x6FB5DE);
    t.best = c(0x0B6299), t.stretch = c(0x4B9CCB), t.least = c(0xD8660F), t.rest = c(0x8594A1);
    t.green = c(0x1B7F5F), t.purple = c(0x7A57A6), t.brown = c(0x6B5416);
    t.bestSoft = c(0xD3E6F2), t.infoInk = c(0x0A527C), t.stretchSoft = c(0xE6F2FA);
    t.leastSoft = c(0xFAE3D4), t.leastInk = c(0x7F3304), t.restSoft = c(0xE7ECEF);
    t.onBest = c(0xFFFFFF), t.onLeast = c(0x14212B);
    t.okBg = c(0xE1F2EA), t.okInk = c(0x12623F);
    t.warnBg = c(0xFFF1CF), t.warnInk = c(0x6E4400), t.warnLine = c(0xD79A16);
    t.errBg = c(0xFCE7E4), t.errInk = c(0x98231B), t.errLine = c(0xD9665C);
    t.infoBg = c(0xE3EFF7), t.infoLine = c(0x7FB3D2);
    t.grid = c(0xE4E9ED), t.baseline = c(0x14212B), t.hatch = c(0x7E8D99);
    t.note = c(0xFFF7DF), t.noteLine = c(0xE3CF92), t.noteInk = c(0x5B4A16), t.missingCell = c(0xFFF8EC);
    return t;
}

Tokens makeDark() {
    Tokens t;
    t.dark = true;
    t.bg = c(0x0E161D), t.surface = c(0x17212A), t.surface2 = c(0x1D2933), t.line = c(0x2E3C48),
    t.ctl = c(0x738594);
    t.ink = c(0xEDF2F6), t.ink2 = c(0xC0CCD6), t.ink3 = c(0x9AAAB7);
    t.primary = c(0x5FB2E3), t.onPrimary = c(0x07202F), t.primaryHover = c(0x8CCBF0), t.focus = c(0x6FBDE8);
    t.link = c(0x7CC3EB), t.sel = c(0x1C3446);
    t.nav = c(0x0A1117), t.navSel = c(0x1B3346), t.navInk = c(0xEDF2F6), t.navInk2 = c(0x93A5B4),
    t.navMark = c(0x6FB5DE);
    t.best = c(0x3D9BD4), t.stretch = c(0xA9D7F2), t.least = c(0xFFA45C), t.rest = c(0x7C8C99);
    t.green = c(0x57D3A3), t.purple = c(0xB595DD), t.brown = c(0xF2E58A);
    t.bestSoft = c(0x1C3C52), t.infoInk = c(0x9AD2F3), t.stretchSoft = c(0x1D3342);
    t.leastSoft = c(0x4A2C18), t.leastInk = c(0xFFC79F), t.restSoft = c(0x2A3742);
    t.onBest = c(0x06202F), t.onLeast = c(0x2B1302);
    t.okBg = c(0x16382C), t.okInk = c(0x86DCB8);
    t.warnBg = c(0x3D2F10), t.warnInk = c(0xF5CE7A), t.warnLine = c(0xA67C21);
    t.errBg = c(0x43201D), t.errInk = c(0xF7A9A1), t.errLine = c(0xB5564D);
    t.infoBg = c(0x193244), t.infoLine = c(0x3F7CA1);
    t.grid = c(0x283641), t.baseline = c(0xEDF2F6), t.hatch = c(0x8C9CA9);
    t.note = c(0x33301F), t.noteLine = c(0x5E5530), t.noteInk = c(0xE3D5A3), t.missingCell = c(0x2B2413);
    return t;
}

constexpr int bodySize = 15;

}  // namespace

const Tokens& Tokens::light() {
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens& Tokens::darkTokens() {
    static const Tokens tokens = makeDark();
    return tokens;
}

// AlternateBase, because style sheets change the roles for text and background of single widgets, but never
// this one.
const Tokens& Tokens::of(const QPalette& palette) {
    return palette.color(QPalette::AlternateBase).lightness() < 128 ? darkTokens() : light();
}

double uiScale() {
    const int size = QApplication::font().pixelSize();
    return size > 0 ? double(size) / bodySize : 1.0;
}

int px(double pixels) { return qRound(pixels * uiScale()); }

QFont font(Type type, int weight) {
    struct Role {
        int size;
        int weight;
    };
    const Role role = [&]() -> Role {
        switch (type) {
            case Type::PageTitle:
                return {24, QFont::DemiBold};
            case Type::CardTitle:
                return {16, QFont::DemiBold};
            case Type::MainCardTitle:
                return {18, QFont::DemiBold};
            case Type::Finding:
                return {16, QFont::DemiBold};
            case Type::Body:
                return {bodySize, QFont::Normal};
            case Type::Table:
                return {14, QFont::Normal};
            case Type::Note:
                return {13, QFont::Normal};
            case Type::KeyNumber:
                return {30, QFont::DemiBold};
            case Type::Sentence:
                return {uiScale() > 1 ? 19 : 18, QFont::Normal};  // 25 px on the projector
        }
        return {bodySize, QFont::Normal};
    }();
    QFont result = QApplication::font();
    result.setPixelSize(px(role.size));
    result.setWeight(QFont::Weight(weight >= 0 ? weight : role.weight));
    return result;
}

}  // namespace icp::ui
