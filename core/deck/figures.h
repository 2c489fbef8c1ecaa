#pragma once

#include "core/deck/build.h"

#include <QLocale>

/// Numbers and dates as slides write them: in the language of the slides' words.
namespace icp::slide {

QLocale locale();
QString whole(double number);
/// "57%"; "under 1%" and "99.7%" rather than a 0% or 100% that is none.
QString percent(double share);
QString percentRange(double low, double high);  ///< "49% to 64%"
/// "£6.0m", "€310k", "1.2bn": short, with the symbol or code in front.
QString money(double value, const QString& currency);
QString day(QDate date);             ///< "16 October 2025"
QString span(QDate from, QDate to);  ///< "January 2022 to December 2024"; empty without dates
/// "0.034", "below 0.001".
QString probability(double p);

}  // namespace icp::slide
