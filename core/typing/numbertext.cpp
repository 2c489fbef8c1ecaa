#include "core/typing/numbertext.h"

#include "core/typing/plaindigits.h"

#include <algorithm>
#include <array>
#include <fast_float/fast_float.h>
#include <optional>
#include <string>

namespace icp {

namespace {

constexpr std::size_t maxDigits = 15;  // what a double keeps whatever the digits are

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Eats its way through the text from the left.
class Scanner {
public:
    Scanner(std::string_view text, char decimal) : m_rest(text), m_decimal(decimal) {}

    NumberText number() {
        bool bracket = take("(");
        bool negative = signs();
        if (takeCurrency()) {
            blanks();
            if (!bracket) bracket = take("(");
            negative |= signs();
        }
        digits();
        if (m_result.problem != NumberProblem::None) return m_result;
        blanks();
        takeScale();
        blanks();
        if (m_result.currency == 0 && takeCurrency()) blanks();
        m_result.percent = take("%");
        if (bracket) {
            if (!take(")")) return {};
            blanks();
            if (m_result.currency == 0) takeCurrency();
        }
        if (!negative && !bracket && (take("-") || take("−"))) negative = true;
        blanks();
        if (m_result.currency == 0) takeCurrency();
        if (!m_rest.empty() || (bracket && negative)) return {};
        if (m_plus && m_wholeDigits >= 7) m_result.problem = NumberProblem::TooLong;
        if (negative || bracket) m_result.value = -m_result.value;
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

    /// Blanks and at most one sign.
    bool signs() {
        blanks();
        m_plus |= take("+");
        const bool negative = !m_plus && (take("-") || take("−"));
        blanks();
        return negative;
    }

    bool takeCurrency() {
        const CurrencyAt found = currencyAt(m_rest);
        m_rest.remove_prefix(found.size);
        if (found.size > 0) m_result.currency = found.currency;
        return found.size > 0;
    }

    void takeScale() {
        const ScaleAt found = scaleAt(m_rest);
        m_rest.remove_prefix(found.size);
        m_result.value *= found.factor;
    }

    /// A thousands mark at the front of the rest, as the number of its bytes.
    std::size_t groupMark() const {
        const char other = m_decimal == '.' ? ',' : '.';
        if (m_rest.empty()) return 0;
        if (m_rest.front() == '\'' || m_rest.front() == '_' || m_rest.front() == other) return 1;
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
            // "50,-" and "50.--" are prices without cents.
            if (m_wholeDigits > 0 && (take("--") || take("-") || take("–") || take("—"))) return finish();
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
        finish();
    }

    void finish() {
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
    if (text.empty() || text.size() > 64) return {};
    std::string buffer;
    text = plainDigits(text, decimal, buffer);
    if (std::none_of(text.begin(), text.end(), isDigit)) return {};
    return Scanner(text, decimal).number();
}

}  // namespace icp
