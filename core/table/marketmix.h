#pragma once

#include <QDate>
#include <QString>

#include <vector>

namespace icp {

/// What share of the market a level is.
struct MarketShare {
    QString level;     ///< as in the data: a value of the attribute, or the label of a range
    double share = 0;  ///< 0 to 1

    friend bool operator==(const MarketShare&, const MarketShare&) = default;
};

/// What the market is made of, by one attribute, as people say it. Levels that are not named share what is
/// left to 1.
struct MarketMix {
    QString id;
    QString attribute;  ///< Attribute::name
    std::vector<MarketShare> shares;
    QString source;  ///< who says so: "Eurostat 2024"
    QDate asOf;      ///< invalid = not said

    friend bool operator==(const MarketMix&, const MarketMix&) = default;
};

}  // namespace icp
