#include "core/deck/figures.h"

#include "core/base/shown.h"

#include <QCoreApplication>

#include <cmath>

namespace icp::slide {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::SlideFigures)
};
}  // namespace

QLocale locale() {
    return QLocale(
        Words::tr("en_GB", "the locale of numbers and dates on slides: the language of this translation"));
}

QString whole(double number) { return locale().toString(qint64(std::llround(number))); }

QString percent(double share) { return percentText(share, locale()); }

QString percentRange(double low, double high) {
    return Words::tr("%1 to %2", "a range").arg(percent(low), percent(high));
}

QString money(double value, const QString& currency) {
    const QString front = currencyMark(currency);
    const double size = std::abs(value);
    if (size >= 999'500'000)
        return front + Words::tr("%1bn", "thousand million").arg(locale().toString(value / 1e9, 'f', 1));
    if (size >= 999'500)
        return front +
               Words::tr("%1m", "million").arg(locale().toString(value / 1e6, 'f', size < 99.95e6 ? 1 : 0));
    if (size >= 9'950)
        return front + Words::tr("%1k", "thousand").arg(locale().toString(value / 1e3, 'f', 0));
    return front + whole(value);
}

QString day(QDate date) { return locale().toString(date, Words::tr("d MMMM yyyy", "format of a date")); }

QString span(QDate from, QDate to) {
    if (!from.isValid() || !to.isValid()) return {};
    const QString format = Words::tr("MMMM yyyy", "format of a month");
    const QString first = locale().toString(from, format);
    const QString last = locale().toString(to, format);
    return first == last ? first : Words::tr("%1 to %2", "months").arg(first, last);
}

QString probability(double p) {
    return p < 0.001 ? Words::tr("below 0.001") : locale().toString(p, 'f', p < 0.1 ? 3 : 2);
}

}  // namespace icp::slide
