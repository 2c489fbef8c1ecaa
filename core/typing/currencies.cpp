#include "core/typing/currencies.h"

#include <algorithm>
#include <array>

namespace icp {

namespace {

struct Currency {
    std::string_view written;
    std::string_view name;
};

/// Longer spellings before those they begin with.
constexpr std::array signs{
    Currency{"US$", "USD"},  Currency{"CA$", "CAD"},  Currency{"AU$", "AUD"}, Currency{"NZ$", "NZD"},
    Currency{"HK$", "HKD"},  Currency{"MX$", "MXN"},  Currency{"NT$", "TWD"}, Currency{"C$", "CAD"},
    Currency{"A$", "AUD"},   Currency{"S$", "SGD"},   Currency{"R$", "BRL"},  Currency{"$", "$"},
    Currency{"€", "EUR"},    Currency{"£", "GBP"},    Currency{"¥", "¥"},     Currency{"￥", "¥"},
    Currency{"₹", "INR"},    Currency{"₽", "RUB"},  Currency{"₩", "KRW"},   Currency{"₺", "TRY"},
    Currency{"₪", "ILS"},    Currency{"₴", "UAH"},    Currency{"₫", "VND"},   Currency{"₱", "PHP"},
    Currency{"₦", "NGN"},    Currency{"฿", "THB"},    Currency{"円", "JPY"},  Currency{"元", "CNY"},
    Currency{"zł", "PLN"},   Currency{"Kč", "CZK"},   Currency{"Ft", "HUF"},  Currency{"Fr.", "CHF"},
    Currency{"SFr.", "CHF"}, Currency{"kr.", "kr"},   Currency{"kr", "kr"},   Currency{"Rs.", "INR"},
    Currency{"Rs", "INR"},   Currency{"руб.", "RUB"}, Currency{"TL", "TRY"}};

/// Sorted; RMB is another name of CNY.
constexpr std::array<std::string_view, 47> codes{
    "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK",
    "EGP", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KRW", "KWD", "MAD",
    "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR", "RMB", "RON",
    "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR"};
static_assert(std::is_sorted(codes.begin(), codes.end()));
static_assert(signs.size() + codes.size() < currencyLimit);

struct Scale {
    std::string_view written;  ///< longer ones before those they begin with
    double factor;
};
constexpr std::array scales{
    Scale{"thousand", 1e3},   Scale{"Thousand", 1e3},  Scale{"million", 1e6},   Scale{"Million", 1e6},
    Scale{"millions", 1e6},   Scale{"Millionen", 1e6}, Scale{"billion", 1e9},   Scale{"Billion", 1e9},
    Scale{"Milliarden", 1e9}, Scale{"Milliarde", 1e9}, Scale{"trillion", 1e12}, Scale{"Tausend", 1e3},
    Scale{"lakh", 1e5},       Scale{"Lakh", 1e5},      Scale{"lakhs", 1e5},     Scale{"crore", 1e7},
    Scale{"Crore", 1e7},      Scale{"crores", 1e7},    Scale{"Cr", 1e7},        Scale{"Tsd.", 1e3},
    Scale{"Tsd", 1e3},        Scale{"Mio.", 1e6},      Scale{"Mio", 1e6},       Scale{"Mrd.", 1e9},
    Scale{"Mrd", 1e9},        Scale{"mln", 1e6},       Scale{"mld", 1e9},       Scale{"тыс.", 1e3},
    Scale{"млн", 1e6},        Scale{"млрд", 1e9},      Scale{"MM", 1e6},        Scale{"mm", 1e6},
    Scale{"mn", 1e6},         Scale{"bn", 1e9},        Scale{"Bn", 1e9},        Scale{"BN", 1e9},
    Scale{"K", 1e3},          Scale{"k", 1e3},         Scale{"M", 1e6},         Scale{"m", 1e6},
    Scale{"B", 1e9},          Scale{"T", 1e12},        Scale{"万", 1e4},        Scale{"億", 1e8}};

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether a word of `size` letters ends there.
bool ends(std::string_view text, std::size_t size) { return size >= text.size() || !isLetter(text[size]); }

}  // namespace

CurrencyAt currencyAt(std::string_view text) {
    if (text.empty() || (text.front() >= '0' && text.front() <= '9')) return {};
    if (text.size() >= 3 && isLetter(text[0]) && isLetter(text[1]) && isLetter(text[2]) && ends(text, 3)) {
        std::array<char, 3> upper{};
        std::transform(text.begin(), text.begin() + 3, upper.begin(), [](char c) { return char(c & ~0x20); });
        const std::string_view code(upper.data(), upper.size());
        const bool oneCase = std::all_of(text.begin(), text.begin() + 3, [](char c) { return c <= 'Z'; }) ||
                             std::all_of(text.begin(), text.begin() + 3, [](char c) { return c >= 'a'; });
        const auto found = std::lower_bound(codes.begin(), codes.end(), code);
        if (oneCase && found != codes.end() && *found == code)
            return {std::uint8_t(signs.size() + std::size_t(found - codes.begin()) + 1), 3};
    }
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const std::string_view sign = signs[i].written;
        if (text.substr(0, sign.size()) == sign && (!isLetter(sign.back()) || ends(text, sign.size())))
            return {std::uint8_t(i + 1), sign.size()};
    }
    return {};
}

ScaleAt scaleAt(std::string_view text) {
    for (const Scale& scale : scales)
        if (text.substr(0, scale.written.size()) == scale.written && ends(text, scale.written.size()))
            return {scale.factor, scale.written.size()};
    return {};
}

std::string_view currencyName(std::uint8_t currency) {
    if (currency == 0) return {};
    std::size_t at = currency - 1U;
    if (at < signs.size()) return signs[at].name;
    at -= signs.size();
    return codes[at] == "RMB" ? "CNY" : codes[at];
}

}  // namespace icp
