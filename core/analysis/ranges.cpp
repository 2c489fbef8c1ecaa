#include "core/analysis/ranges.h"

#include "core/base/shown.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <span>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Ranges)
};

/// Shares of the values below each cut, for 4 to 7 ranges: thin at the ends, where "too small" and "too
/// large" hide.
std::span<const double> targets(std::size_t n) {
    static constexpr std::array four{.2, .5, .8};
    static constexpr std::array five{.15, .38, .62, .85};
    static constexpr std::array six{.1, .28, .5, .72, .9};
    static constexpr std::array seven{.08, .22, .4, .6, .78, .92};
    if (n < 150) return four;
    if (n < 400) return five;
    return n < 1000 ? std::span<const double>(six) : seven;
}

/// The number with the fewest digits in [low, high], nearest to `target`; multiples of 1 only when `whole`.
double roundest(double low, double high, double target, bool whole) {
    if (low <= 0 && high >= 0) return 0;
    const double size = std::max(std::abs(low), std::abs(high));
    for (int exponent = int(std::floor(std::log10(size))); exponent >= (whole ? 0 : -12); --exponent)
        for (const int part : {1, 2, 5, 10}) {  // steps of 10, 5, 2 and 1 x 10^exponent
            if (part == 5 && whole && exponent == 0) continue;
            // value = k * 10 / part * 10^exponent; dividing by a power keeps 0.3 from becoming
            // 0.30000000000000004
            const double up = exponent >= 0 ? std::pow(10, exponent) : 1;
            const double down = exponent < 0 ? std::pow(10, -exponent) : 1;
            const auto value = [&](double k) { return k * (10.0 / part) * up / down; };
            const double unit = value(1);
            const double first = std::ceil(low / unit - 1e-9);
            const double last = std::floor(high / unit + 1e-9);
            if (first > last) continue;
            if (whole && unit < 1) continue;
            return value(std::clamp(std::round(target / unit), first, last));
        }
    return target;
}

bool areYears(const std::vector<double>& sortedEnds) {
    return sortedEnds.front() >= 1500 && sortedEnds.back() <= 2200;
}

/// Merges ranges that hold too little into the smaller neighbour.
void dropThin(std::vector<double>& cuts, const std::vector<double>& values, std::size_t least) {
    std::vector<std::size_t> held(cuts.size() + 1, 0);
    for (const double v : values)
        ++held[std::size_t(std::upper_bound(cuts.begin(), cuts.end(), v) - cuts.begin())];
    while (!cuts.empty()) {
        const auto thinnest = std::size_t(std::min_element(held.begin(), held.end()) - held.begin());
        if (held[thinnest] >= least) return;
        const bool left =
            thinnest + 1 == held.size() || (thinnest > 0 && held[thinnest - 1] <= held[thinnest + 1]);
        const std::size_t cut = left ? thinnest - 1 : thinnest;
        held[cut] += held[cut + 1];
        held.erase(held.begin() + std::ptrdiff_t(cut) + 1);
        cuts.erase(cuts.begin() + std::ptrdiff_t(cut));
    }
}

/// Puts the values of these ascending ranks, all within [from, to), in their places: the middle one first,
/// then each half.
void select(std::vector<double>& values, std::size_t from, std::size_t to,
            std::span<const std::size_t> ranks) {
    if (ranks.empty() || from >= to) return;
    const std::size_t middle = ranks.size() / 2;
    const std::size_t rank = ranks[middle];
    const auto begin = values.begin();
    std::nth_element(begin + std::ptrdiff_t(from), begin + std::ptrdiff_t(rank), begin + std::ptrdiff_t(to));
    const auto same = [&](std::size_t r) { return r == rank; };
    std::size_t below = middle;
    std::size_t above = middle + 1;
    while (below > 0 && same(ranks[below - 1])) --below;
    while (above < ranks.size() && same(ranks[above])) ++above;
    select(values, from, rank, ranks.first(below));
    select(values, rank + 1, to, ranks.subspan(above));
}

std::vector<double> numberCuts(std::vector<double>& values, bool whole) {
    const auto share = targets(values.size());
    std::vector<double> at;  // the quantiles in and between the targets
    std::vector<double> wanted;
    for (std::size_t i = 0; i < share.size(); ++i) {
        const double before = i == 0 ? 0 : share[i - 1];
        const double after = i + 1 == share.size() ? 1 : share[i + 1];
        wanted.push_back(share[i] - 0.4 * (share[i] - before));
        wanted.push_back(share[i]);
        wanted.push_back(share[i] + 0.4 * (after - share[i]));
    }
    std::vector<std::size_t> ranks;
    for (const double p : wanted) ranks.push_back(std::size_t(p * double(values.size() - 1)));
    select(values, 0, values.size(), ranks);
    for (const std::size_t rank : ranks) at.push_back(values[rank]);
    const bool byUpper =
        whole && !areYears(at);  // "1–10", "11–50": the last value of a range is the round one
    std::vector<double> cuts;
    for (std::size_t i = 0; i < at.size(); i += 3)
        cuts.push_back(roundest(at[i], at[i + 2], at[i + 1], whole) + (byUpper ? 1 : 0));
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    return cuts;
}

QDate dayOf(double days) { return QDate(1970, 1, 1).addDays(qint64(std::floor(days))); }
double daysOf(QDate date) { return double(QDate(1970, 1, 1).daysTo(date)); }

std::vector<double> dateCuts(const std::vector<double>& values) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const QDate first = dayOf(*least);
    const QDate last = dayOf(*most);
    const int months = (last.year() - first.year()) * 12 + last.month() - first.month() + 1;
    for (const int step : {1, 3, 6, 12, 24, 60, 120, 240, 600}) {  // the finest that leaves at most 7 ranges
        const int from = first.year() * 12 + first.month() - 1;
        const int start = from - from % step;
        if (step < 600 && (from - start + months + step - 1) / step > 7) continue;
        std::vector<double> cuts;
        for (int month = start + step; month < from + months; month += step)
            cuts.push_back(daysOf(QDate(month / 12, month % 12 + 1, 1)));
        return cuts;
    }
    return {};
}

/// Thousands as "," from 10,000 up (years have none), millions as "1.5M".
QString number(double value) {
    if (std::abs(value) >= 1e6 && std::fmod(value, 1e5) == 0)
        return toQString(plainNumber(value / 1e6)) + u'M';
    QString text = toQString(plainNumber(value));
    if (std::abs(value) < 10000 || text.contains(u'e')) return text;
    qsizetype at = text.indexOf(u'.');
    for (at = (at < 0 ? text.size() : at) - 3; at > (value < 0 ? 1 : 0); at -= 3) text.insert(at, u',');
    return text;
}

/// The short number that `value` is the very next one to, as "> 5000" and "<= 5000" are stored.
std::optional<double> justBelow(double value) {
    const double below = std::nextafter(value, -std::numeric_limits<double>::infinity());
    constexpr std::size_t fewer = 6;  // digits
    return plainNumber(below).size() + fewer <= plainNumber(value).size() ? std::optional(below)
                                                                          : std::nullopt;
}

QString dateLabel(double low, double high) {
    const QDate from = dayOf(low);
    const QDate to = dayOf(high);
    const auto isQuarter = [](QDate d) { return d.day() == 1 && d.month() % 3 == 1; };
    const auto isYear = [](QDate d) { return d.day() == 1 && d.month() == 1; };
    const auto point = [&](QDate d) {
        if (isYear(d)) return QString::number(d.year());
        if (isQuarter(d)) return Tr::tr("Q%1 %2").arg((d.month() + 2) / 3).arg(d.year());
        return d.day() == 1 ? d.toString(QStringLiteral("yyyy-MM")) : d.toString(Qt::ISODate);
    };
    if (std::isinf(low)) return std::isinf(high) ? Tr::tr("any date") : Tr::tr("before %1").arg(point(to));
    if (std::isinf(high)) return Tr::tr("%1 or later").arg(point(from));
    const auto both = [](const QString& a, const QString& b) { return a == b ? a : a + u'–' + b; };
    const QDate last = to.addDays(-1);
    if (isYear(from) && isYear(to)) return both(QString::number(from.year()), QString::number(last.year()));
    const auto quarter = [](QDate d) { return Tr::tr("Q%1 %2").arg((d.month() + 2) / 3).arg(d.year()); };
    if (isQuarter(from) && isQuarter(to)) return both(quarter(from), quarter(last));
    if (from.day() == 1 && to.day() == 1)
        return both(from.toString(QStringLiteral("yyyy-MM")), last.toString(QStringLiteral("yyyy-MM")));
    return Tr::tr("%1 to %2").arg(from.toString(Qt::ISODate), last.toString(Qt::ISODate));
}

}  // namespace

double roundCut(double low, double high, bool whole) {
    // "1–10", "11–50": of counts the last value of a range is the round one.
    if (whole) return roundest(low, high - 1, low, true) + 1;
    const double cut = roundest(std::nextafter(low, high), high, (low + high) / 2, false);
    return cut > low && cut <= high ? cut : high;
}

bool isWhole(std::span<const double> values, ColumnType type) {
    constexpr double large = 1e5;
    if (type != ColumnType::Number) return false;
    std::size_t above = 0;
    for (const double v : values) {
        if (v != std::floor(v)) return false;
        above += std::abs(v) > large ? 1 : 0;
    }
    return above * 4 <= values.size();
}

std::vector<double> humanCuts(std::vector<double> values, ColumnType type, std::size_t least) {
    if (values.empty()) return {};
    const bool whole = isWhole(values, type);
    std::vector<double> distinct;
    for (const double v : values) {
        const auto at = std::lower_bound(distinct.begin(), distinct.end(), v);
        if (at != distinct.end() && *at == v) continue;
        distinct.insert(at, v);
        if (distinct.size() > 7) break;
    }
    std::vector<double> cuts;
    if (type == ColumnType::Date)
        cuts = dateCuts(values);
    else if (distinct.size() <= 7)
        cuts.assign(distinct.begin() + 1, distinct.end());
    else
        cuts = numberCuts(values, whole);
    const std::size_t quarter = std::max<std::size_t>(1, values.size() / 4);
    dropThin(cuts, values, std::max(std::min(least, quarter), values.size() * 3 / 100));
    // A first range without any value below its cut says nothing.
    const double smallest = *std::min_element(values.begin(), values.end());
    std::erase_if(cuts, [&](double cut) { return cut <= smallest; });
    return cuts;
}

QString rangeLabel(double low, double high, ColumnType type, bool whole, const QString& currency) {
    if (type == ColumnType::Date) return dateLabel(low, high);
    const double scale = type == ColumnType::Percent ? 100 : 1;
    const QString sign = type == ColumnType::Percent ? QStringLiteral("%") : QString();
    const auto shown = [&](double v) { return number(std::round(v * scale * 1e6) / 1e6); };
    const auto plain = [&](double v) { return scale == 1 ? number(v) : shown(v); };
    const double last = whole ? high - 1 : high;
    const QString front = type == ColumnType::Money ? currencyMark(currency) : QString();
    if (std::isinf(low) && std::isinf(high)) return Tr::tr("any");
    const std::optional<double> above = justBelow(low);  // it begins right above this
    const std::optional<double> upTo = justBelow(last);
    const QString from = front + plain(above.value_or(low));
    const QString to = plain(upTo.value_or(last)) + sign;
    if (std::isinf(low)) return (whole || upTo ? Tr::tr("up to %1") : Tr::tr("under %1")).arg(front + to);
    if (std::isinf(high)) return above ? Tr::tr("over %1").arg(from + sign) : from + sign + u'+';
    if ((whole && last == low) || (upTo && *upTo == low)) return front + to;
    return from + u'–' + to;
}

}  // namespace icp
