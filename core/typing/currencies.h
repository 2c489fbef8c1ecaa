#pragma once

#include <cstdint>
#include <string_view>

namespace icp {

/// What stands at the front of a text, in bytes; 0 = it is not there.
struct CurrencyAt {
    std::uint8_t currency = 0;  ///< for currencyName()
    std::size_t size = 0;
};
struct ScaleAt {
    double factor = 1;
    std::size_t size = 0;
};

/// A currency's sign ("€", "US$", "zł") or code ("EUR", "eur") that no further letter follows.
CurrencyAt currencyAt(std::string_view text);

/// A word or letter for thousands, millions ...: "K", "MM", "Mio.", "million", "crore", "万".
ScaleAt scaleAt(std::string_view text);

/// ISO code or symbol of CurrencyAt::currency.
std::string_view currencyName(std::uint8_t currency);
inline constexpr std::size_t currencyLimit = 96;  ///< CurrencyAt::currency is below

}  // namespace icp
