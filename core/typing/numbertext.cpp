#include "core/typing/numbertext.h"

#include <array>
#include <fast_float/fast_float.h>
#include <optional>
#include <string>

namespace icp {

namespace {

struct Currency {
    std::string_view written;
    std::string_view name;
};

/// Longer spellings before those they begin with.
constexpr std::array currencies{
    Currency{"US$", "USD"}, Currency{"CA$", "CAD"}, Currency{"AU$", "AUD"}, Currency{"NZ$", "NZD"},
    Currency{"HK$", "HKD"}, Currency{"MX$", "MXN"}, Currency{"C$", "CAD"},  Currency{"A$", "AUD"},
    Currency{"S$", "SGD"},  Currency{"R$", "BRL"},  Currency{"$", "$"},     Currency{"€", "EUR"},
    Currency{"£", "GBP"},   Currency{"¥", "¥"},     Currency{"￥", "¥"},    Currency{"₹", "INR"},
    Currency{"₽", "RUB"}, Currency{"₩", "KRW"},   Currency{"₺", "TRY"},   Currency{"₪", "ILS"},
    Currency{"₴", "UAH"},   Currency{"฿", "THB"},   Currency{"円", "JPY"},  Currency{"zł", "PLN"},
    Currency{"Kč", "CZK"},  Currency{"Ft", "HUF"},  Currency{"Fr.", "CHF"}, Currency{"SFr.", "CHF"},
    Currency{"kr.", "kr"},  Currency{"kr", "kr"},   Currency{"Rs.", "INR"}, Currency{"USD", "USD"},
    Currency{"EUR", "EUR"}, Currency{"GBP", "GBP"}, Currency{"JPY", "JPY"}, Currency{"CHF", "CHF"},
    Currency{"CAD", "CAD"}, Currency{"AUD", "AUD"}, Currency{"NZD", "NZD"}, Currency{"SEK", "SEK"},
    Currency{"NOK", "NOK"}, Currency{"DKK", "DKK"}, Currency{"PLN", "PLN"}, Currency{"CZK", "CZK"},
    Currency{"HUF", "HUF"}, Currency{"BRL", "BRL"}, Currency{"INR", "INR"}, Currency{"CNY", "CNY"},
    Currency{"RMB", "CNY"}, Currency{"MXN", "MXN"}, Currency{"ZAR", "ZAR"}, Currency{"SGD", "SGD"},
    Currency{"HKD", "HKD"}, Currency{"ILS", "ILS"}, Currency{"AED", "AED"}, Currency{"TRY", "TRY"},
    Currency{"RUB", "RUB"}, Currency{"KRW", "KRW"}, Currency{"RON", "RON"}, Currency{"SAR", "SAR"}};
static_assert(currencies.size() < currencyLimit);

struct Suffix {
    std::string_view written;
    double factor;
};
constexpr std::array suffixes{
    Suffix{"Tsd.", 1e3}, Suffix{"Tsd", 1e3}, Suffix{"Mio.", 1e6}, Suffix{"Mio", 1e6}, Suffix{"Mrd.", 1e9},
    Suffix{"Mrd", 1e9},  Suffix{"MM", 1e6},  Suffix{"mm", 1e6},   Suffix{"mn", 1e6},  Suffix{"bn", 1e9},
    Suffix{"Bn", 1e9},   Suffix{"BN", 1e9},  Suffix{"K", 1e3},    Suffix{"k", 1e3},   Suffix{"M", 1e6},
    Suffix{"m", 1e6},    Suffix{"B", 1e9},   Suffix{"T", 1e12}};

constexpr std::size_t maxDigits = 15;  // what a double keeps whatever the digits are

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Eats its way through the text from the left.
class Scanner {
public:
    Scanner(std::string_view text, char decimal) : m_rest(text), m_decimal(decimal) {}

    NumberText number() {
        const bool bracket = take("(");
        bool negative = bracket;
        blanks();
        negative |= sign();
        blanks();
        if (takeCurrency()) {
            blanks();
            negative |= sign();
            blanks();
        }
        digits();
        if (m_result.problem != NumberProblem::None) return m_result;
        blanks();
        takeSuffix();
        blanks();
        if (m_result.currency == 0) {
            takeCurrency();
            blanks();
        }
        m_result.percent = take("%");
        if (bracket) {
            if (!take(")")) return {};
            blanks();
        }
        if (!negative && take("-")) negative = true;
        if (!m_rest.empty()) return {};
        if (m_plus && m_wholeDigits >= 7) m_result.problem = NumberProblem::TooLong;
        if (negative) m_result.value = -m_result.value;
        return m_result;
    }

private:
    bool take(std::string_view word) {
        if (m_rest.substr(0, word.size()) != word) return false;
        m_rest.remove_prefix(word.size());
        return true;
    }

    void blanks() {
        while (const std::size_t size = spaceAt(m_rest)) m_rest.remove_prefix(size);
    }

    bool sign() {
        m_plus = take("+");
        return !m_plus && (take("-") || take("−"));
    }

    bool takeCurrency() {
        if (m_rest.empty() || isDigit(m_rest.front())) return false;
        for (std::size_t i = 0; i < currencies.size(); ++i)
            if (take(currencies[i].written)) {
                m_result.currency = std::uint8_t(i + 1);
                return true;
            }
        return false;
    }

    void takeSuffix() {
        for (const Suffix& suffix : suffixes) {
            const std::string_view after = m_rest.substr(std::min(suffix.written.size(), m_rest.size()));
            const bool ends = after.empty() || !((after.front() >= 'a' && after.front() <= 'z') ||
                                                 (after.front() >= 'A' && after.front() <= 'Z'));
            if (ends && take(suffix.written)) {
                m_result.value *= suffix.factor;
                return;
            }
        }
    }

    /// A thousands mark at the front of the rest, as the number of its bytes.
    std::size_t groupMark() const {
        const char other = m_decimal == '.' ? ',' : '.';
        if (m_rest.substr(0, 1) == "'" || (!m_rest.empty() && m_rest.front() == other)) return 1;
        if (m_rest.substr(0, 3) == "’") return 3;
        return m_rest.substr(0, 1) == "\t" ? 0 : spaceAt(m_rest);
    }

    std::size_t digitRun() const {
        std::size_t size = 0;
        while (size < m_rest.size() && isDigit(m_rest[size])) ++size;
        return size;
    }

    void takeDigits(std::size_t count) {
        m_digits += m_rest.substr(0, count);
        m_rest.remove_prefix(count);
    }

    /// Groups of three after the first one to three digits, or India's groups of two before a last one of
    /// three.
    bool groups(std::size_t first) {
        std::string_view mark;
        std::size_t shortGroups = 0;
        std::size_t last = 3;
        while (const std::size_t size = groupMark()) {
            const std::string_view found = m_rest.substr(0, size);
            const std::string_view before = m_rest;
            m_rest.remove_prefix(size);
            const std::size_t run = digitRun();
            if ((!mark.empty() && found != mark) || (run != 3 && run != 2)) {
                m_rest = before;
                if (spaceAt(found) != 0) break;  // the blank before a suffix or a currency
                return false;
            }
            m_result.marked |= size == 1 && (found.front() == '.' || found.front() == ',');
            mark = found;
            shortGroups += run == 2;
            last = run;
            ++m_groups;
            takeDigits(run);
        }
        if (m_groups == 0) return true;
        return first <= 3 && last == 3 && m_digits.front() != '0' &&
               (shortGroups == 0 || (shortGroups == m_groups - 1 && first <= 2));
    }

    void digits() {
        const std::size_t first = digitRun();
        takeDigits(first);
        if (first > 0 && !groups(first)) return;
        m_wholeDigits = m_digits.size();
        if (m_digits.size() > 1 && m_digits.front() == '0') {
            m_result.problem = NumberProblem::LeadingZero;
            return;
        }
        if (!m_rest.empty() && m_rest.front() == m_decimal) {
            m_rest.remove_prefix(1);
            m_result.marked = true;
            const std::size_t run = digitRun();
            if (run == 0) return;
            m_digits += '.';
            takeDigits(run);
        } else if (m_digits.size() > maxDigits) {
            m_result.problem = NumberProblem::TooLong;
            return;
        }
        if (m_digits.empty()) return;
        exponent();
        const auto end =
            fast_float::from_chars(m_digits.data(), m_digits.data() + m_digits.size(), m_result.value);
        const bool finite = m_result.value <= 1.7976931348623157e308;
        m_result.problem = end.ec == std::errc() && finite ? NumberProblem::None : NumberProblem::NotANumber;
    }

    void exponent() {
        if (m_groups > 0 || m_rest.empty() || (m_rest.front() != 'e' && m_rest.front() != 'E')) return;
        std::string_view after = m_rest.substr(1);
        std::string power = "e";
        if (!after.empty() && (after.front() == '+' || after.front() == '-')) {
            power += after.front();
            after.remove_prefix(1);
        }
        std::size_t size = 0;
        while (size < after.size() && isDigit(after[size])) ++size;
        if (size == 0) return;
        m_digits += power;
        m_digits += after.substr(0, size);
        m_rest = after.substr(size);
    }

    std::string_view m_rest;
    const char m_decimal;
    std::string m_digits;
    std::size_t m_wholeDigits = 0;
    std::size_t m_groups = 0;
    bool m_plus = false;
    NumberText m_result;
};

/// The common case without marks but one '.' or ',' as decimal: exact, because both the digits and the power
/// of ten are.
std::optional<NumberText> plainNumberText(std::string_view text, char decimal) {
    static constexpr std::array<double, 16> powers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const bool negative = !text.empty() && text.front() == '-';
    const std::string_view digits = text.substr(negative ? 1 : 0);
    if (digits.empty() || digits.size() > maxDigits || !isDigit(digits.front()) || !isDigit(digits.back()))
        return std::nullopt;
    if (digits.front() == '0' && digits.size() > 1 && digits[1] != decimal) return std::nullopt;
    std::uint64_t whole = 0;
    std::size_t decimals = 0;
    bool marked = false;
    for (const char c : digits) {
        if (isDigit(c)) {
            whole = whole * 10 + std::uint64_t(c - '0');
            decimals += marked;
        } else if (c == decimal && !marked) {
            marked = true;
        } else {
            return std::nullopt;
        }
    }
    const double value = double(whole) / powers[decimals];
    return NumberText{negative ? -value : value, NumberProblem::None, false, 0, marked};
}

}  // namespace

NumberText readNumber(std::string_view text, char decimal) {
    if (const auto plain = plainNumberText(text, decimal)) return *plain;
    text = trimmed(text);
    if (text.empty() || text.size() > 64 || text.find_first_of("0123456789") == text.npos) return {};
    return Scanner(text, decimal).number();
}

std::string_view currencyName(std::uint8_t currency) {
    return currency == 0 ? "" : currencies[currency - 1U].name;
}

}  // namespace icp
