#include "core/base/shown.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace icp {

namespace {
struct Shown {
    Q_DECLARE_TR_FUNCTIONS(icp::Shown)
};
}  // namespace

QString countText(qint64 n) { return QLocale().toString(n); }

QString percentText(double share, const QLocale& locale) {
    constexpr double exact = 1e-9;  // what adding up may leave
    if (share > exact && share < 0.005) return Shown::tr("under 1%");
    if (share < 1 - exact && share >= 0.9995) return Shown::tr("over %1%").arg(locale.toString(99.9, 'f', 1));
    if (share < 1 - exact && share >= 0.995)
        return Shown::tr("%1%").arg(locale.toString(100 * share, 'f', 1));
    return Shown::tr("%1%").arg(locale.toString(qint64(std::llround(100 * share))));
}

QString liftText(double lift) { return QLocale().toString(lift, 'f', 1) + QChar(0x00D7); }

QString moneyText(double value, const QString& currency) {
    if (!std::isfinite(value)) return QString(QChar(0x2013));
    const double size = std::abs(value);
    const QLocale locale;
    QString number;
    const auto inUnits = [&](double unit) {
        const double part = value / unit;
        const bool whole = size >= 9.95 * unit || part == std::round(part);
        return locale.toString(part, 'f', whole ? 0 : 1);
    };
    if (size >= 999.5e6) {
        number = inUnits(1e9) + u'B';
    } else if (size >= 999.5e3) {
        number = inUnits(1e6) + u'M';
    } else if (size >= 1e3) {
        number = inUnits(1e3) + u'k';
    } else {
        number = locale.toString(value, 'f', 0);
    }
    return currencyMark(currency) + number;
}

QString currencyMark(const QString& currency) {
    static const std::pair<const char*, char16_t> symbols[] = {
        {"EUR", u'€'}, {"GBP", u'£'}, {"USD", u'$'}, {"JPY", u'¥'}, {"INR", u'₹'}};
    for (const auto& [code, symbol] : symbols)
        if (currency == QLatin1String(code)) return QString(QChar(symbol));
    return currency.size() > 1 ? currency + QChar(QChar::Nbsp) : currency;
}

QString qText(double q) {
    if (q < 0.001) return Shown::tr("q below %1").arg(QLocale().toString(0.001));
    return Shown::tr("q %1").arg(QLocale().toString(q, 'f', 3));
}

QString periodText(const QDate& from, const QDate& to) {
    if (!from.isValid() || !to.isValid()) return {};
    const QString format = Shown::tr("MMM yyyy");
    const QString first = QLocale().toString(from, format);
    const QString last = QLocale().toString(to, format);
    return first == last ? first : Shown::tr("%1 – %2").arg(first, last);
}

}  // namespace icp
