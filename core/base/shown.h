#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

namespace icp {

/// Numbers as people read them: in their locale, short. Never for files.
QString countText(qint64 n);  ///< "1,214"
/// "46%". Only 0 and 1 are 0% and 100%: else "under 1%", "99.7%", "over 99.9%".
QString percentText(double share, const QLocale& locale = QLocale());
QString liftText(double lift);  ///< "1.8×"
/// "£99k", "£1.2M"; an en dash when the value is not known.
QString moneyText(double value, const QString& currency);

/// What stands before an amount: "£", or a code without a sign of its own and a space that does not break.
QString currencyMark(const QString& currency);
/// "q below 0.001", "q 0.003".
QString qText(double q);
/// "Jan 2022 – Dec 2024"; empty when a date is missing.
QString periodText(const QDate& from, const QDate& to);

}  // namespace icp
