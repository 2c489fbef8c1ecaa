#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace icp::test {

using Rows = QList<QStringList>;

/// A clean table and one way in which exports write it.
struct Pollution {
    QString name;
    Rows table;  ///< what must be read, the header first
    QByteArray bytes;
    QStringList leftOut{};  ///< rows that must be told as left out, "line: cell|cell"
    bool told = false;      ///< whether something must be said about a row
};

/// How a table is written.
struct Written {
    QString delimiter = QStringLiteral(",");
    QString quote = QStringLiteral("\"");  ///< empty = never quoted
    QString closing{};                     ///< empty = as `quote`
    QString escape{};                      ///< before a quote; empty = doubled
    QString end = QStringLiteral("\n");
    enum class Quoting { Needed, Texts, All } quoting = Quoting::Needed;
};
QByteArray written(const Rows& table, const Written& how);

/// Tables with dates, amounts, texts with commas, quotes and line ends, addresses and empty cells; seeded.
Rows orders(int rows);
Rows people(int rows);

QList<Pollution> dialectPollutions();
QList<Pollution> layoutPollutions();
QList<Pollution> damagePollutions();

}  // namespace icp::test
