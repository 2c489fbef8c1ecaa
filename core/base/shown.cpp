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

QString percentText(double share) { return Shown::tr("%1%").arg(QLocale().toString(qRound(share * 100))); }

QString liftText(double lift) { return QLocale().toString(lift, 'f', 1) + QChar(0x00D7); }

QString moneyText(double value, const QString& currency) {
    if (!std::isfinite(value)) return QString(QChar(0x2013));
    const double size = std::abs(value);
    const QLocale locale;
    QString number;
    if (size >= 999.5e6) {
        number = locale.toString(value / 1e9, 'f', 1) + u'B';
    } else if (size >= 999.5e3) {
        number = locale.toString(value / 1e6, 'f', size < 9.95e6 ? 1 : 0) + u'M';
    } else if (size >= 1e3) {
        number = locale.toString(value / 1e3, 'f', size < 9.95e3 ? 1 : 0) + u'k';
    } else {
        number = locale.toString(value, 'f', 0);
    }
    static const std::pair<const char*, char16_t> symbols[] = {
        {"EUR", u'€'}, {"GBP", u'£'}, {"USD", u'$'}, {"JPY", u'¥'}, {"INR", u'₹'}};
    for (const auto& [code, symbol] : symbols) {
        if (currency == QLatin1String(code)) return QChar(symbol) + number;
    }
    if (currency.isEmpty()) return number;
    return currency.size() == 1 ? currency + number : currency + QChar(0x00A0) + number;
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
