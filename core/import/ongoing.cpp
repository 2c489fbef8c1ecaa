#include "core/import/ongoing.h"

#include "core/base/placeholder.h"
#include "core/import/headers.h"
#include "core/import/leaks.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace icp {

namespace {

constexpr std::size_t smallestGroup = 20;
constexpr std::size_t fewestOpen = 50;
constexpr double filledLater = 0.2;
constexpr double knownApart = 0.3;
constexpr double strong = 0.3;  // of V and rho: a medium effect (Cohen 1988)

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Ongoing)
};

using Rows = std::vector<std::uint32_t>;

QString percent(double share) {
    return QStringLiteral("%1%").arg(QLocale::c().toString(100 * share, 'f', 0));
}

/// Ranks from 1, ties share their mean.
std::vector<double> ranksOf(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
        for (std::size_t k = i; k < end; ++k) ranks[order[k]] = double(i + end + 1) / 2;
        i = end;
    }
    return ranks;
}

double spearman(const std::vector<double>& a, const std::vector<double>& b) {
    const std::vector<double> x = ranksOf(a);
    const std::vector<double> y = ranksOf(b);
    const double mean = double(x.size() + 1) / 2;
    double both = 0;
    double ofX = 0;
    double ofY = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        both += (x[i] - mean) * (y[i] - mean);
        ofX += (x[i] - mean) * (x[i] - mean);
        ofY += (y[i] - mean) * (y[i] - mean);
    }
    return ofX > 0 && ofY > 0 ? both / std::sqrt(ofX * ofY) : 0;
}

/// Bergsma 2013: near 0 without association, however many levels there are.
double cramersV(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& cells) {
    std::map<std::uint32_t, double> rows;
    std::map<std::uint32_t, double> columns;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> both;
    for (const auto& cell : cells) {
        ++rows[cell.first];
        ++columns[cell.second];
        ++both[cell];
    }
    const double n = double(cells.size());
    const double r = double(rows.size());
    const double k = double(columns.size());
    if (r < 2 || k < 2) return 0;
    double sum = 0;  // of o² / e, which is chi-squared + n
    for (const auto& [cell, count] : both)
        sum += count * count * n / (rows[cell.first] * columns[cell.second]);
    const double phi = std::max(0.0, (sum - n) / n - (r - 1) * (k - 1) / (n - 1));
    const double least = std::min(r - (r - 1) * (r - 1) / (n - 1), k - (k - 1) * (k - 1) / (n - 1)) - 1;
    return least > 0 ? std::sqrt(phi / least) : 0;
}

/// The deals of a dataset, by how they stand.
class Ongoing {
public:
    Ongoing(const EntityTable& deals, const std::vector<DealState>& states) : m_deals(deals) {
        for (std::uint32_t row = 0; row < states.size(); ++row)
            (states[row] == DealState::Open  ? m_open
             : states[row] == DealState::Won ? m_won
                                             : m_lost)
                .push_back(row);
        m_stage = find(u"deal.stage");
        m_created = find(u"deal.create_date");
    }

    QString cautionOf(const Attribute& attribute) const {
        const Column& column = m_deals.table->fields[std::size_t(attribute.column)].column;
        for (const QString& sentence : {byFilling(column), byKnowing(column), byStage(column), byAge(column)})
            if (!sentence.isEmpty()) return sentence;
        return {};
    }

private:
    const Column* find(QStringView name) const {
        for (const Attribute& attribute : m_deals.attributes)
            if (attribute.name == name) return &m_deals.table->fields[std::size_t(attribute.column)].column;
        return nullptr;
    }

    static double share(const Rows& rows, const std::vector<bool>& known) {
        const auto count =
            std::count_if(rows.begin(), rows.end(), [&](std::uint32_t row) { return known[row]; });
        return rows.empty() ? 0 : double(count) / double(rows.size());
    }

    QString byFilling(const Column& column) const {
        if (m_open.size() < smallestGroup || m_won.size() + m_lost.size() < smallestGroup) return {};
        std::vector<bool> filled(column.size());
        for (std::size_t row = 0; row < column.size(); ++row) filled[row] = !column.isMissing(row);
        const double open = share(m_open, filled);
        const double closed =
            (share(m_won, filled) * double(m_won.size()) + share(m_lost, filled) * double(m_lost.size())) /
            double(m_won.size() + m_lost.size());
        if (closed - open < filledLater) return {};
        return Words::tr(
                   "It is filled for %1 of the closed deals but for %2 of the open ones, so it seems to be "
                   "filled in while a deal goes on and may follow the result.")
            .arg(percent(closed), percent(open));
    }

    QString byKnowing(const Column& column) const {
        if (m_won.size() < smallestGroup || m_lost.size() < smallestGroup) return {};
        std::vector<bool> levels;
        if (column.type() == ColumnType::Category)
            for (std::uint32_t code = 0; code < column.dictionary().size(); ++code)
                levels.push_back(!isPlaceholder(column.dictionary().at(code)));
        std::vector<bool> known(column.size());
        for (std::size_t row = 0; row < column.size(); ++row)
            known[row] = !column.isMissing(row) && (levels.empty() || levels[column.codes()[row]]);
        const double won = share(m_won, known);
        const double lost = share(m_lost, known);
        if (won - lost < knownApart) return {};
        return Words::tr(
                   "It is known of %1 of the won deals but of %2 of the lost ones, so it may be found out "
                   "only while a deal is being won.")
            .arg(percent(won), percent(lost));
    }

    QString byStage(const Column& column) const {
        if (m_stage == nullptr || !m_stage->isCoded() || (!column.isCoded() && !column.isNumeric()))
            return {};
        Rows rows;
        for (const std::uint32_t row : m_open)
            if (!column.isMissing(row) && !m_stage->isMissing(row)) rows.push_back(row);
        if (rows.size() < fewestOpen) return {};
        const std::vector<std::uint32_t> groups = groupsOf(column, rows);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> cells;
        for (std::size_t i = 0; i < rows.size(); ++i)
            cells.emplace_back(groups[i], m_stage->codes()[rows[i]]);
        const double v = cramersV(cells);
        if (v < strong) return {};
        return Words::tr(
                   "Among open deals it differs from stage to stage (Cramér's V %1), so it seems to change "
                   "while a deal goes on and may follow the result.")
            .arg(QString::number(v, 'f', 2));
    }

    /// Levels as they are, numbers in quarters.
    static std::vector<std::uint32_t> groupsOf(const Column& column, const Rows& rows) {
        std::vector<std::uint32_t> groups;
        if (column.isCoded()) {
            for (const std::uint32_t row : rows) groups.push_back(column.codes()[row]);
            return groups;
        }
        std::vector<double> sorted;
        for (const std::uint32_t row : rows) sorted.push_back(column.numbers()[row]);
        std::sort(sorted.begin(), sorted.end());
        for (const std::uint32_t row : rows) {
            std::uint32_t quarter = 0;
            while (quarter < 3 && column.numbers()[row] > sorted[(quarter + 1) * sorted.size() / 4])
                ++quarter;
            groups.push_back(quarter);
        }
        return groups;
    }

    QString byAge(const Column& column) const {
        if (m_created == nullptr || m_created->type() != ColumnType::Date || !column.isNumeric() ||
            column.type() == ColumnType::Date)
            return {};
        std::vector<double> values;
        std::vector<double> ages;
        for (const std::uint32_t row : m_open)
            if (!column.isMissing(row) && !m_created->isMissing(row)) {
                values.push_back(column.numbers()[row]);
                ages.push_back(-m_created->numbers()[row]);
            }
        if (values.size() < fewestOpen) return {};
        const double rho = spearman(values, ages);
        if (std::abs(rho) < strong) return {};
        return (rho > 0
                    ? Words::tr(
                          "The older an open deal, the higher it is (Spearman's rho %1), so it seems to "
                          "change while a deal goes on and may follow the result.")
                    : Words::tr("The older an open deal, the lower it is (Spearman's rho %1), so it seems to "
                                "change while a deal goes on and may follow the result."))
            .arg(QString::number(rho, 'f', 2));
    }

    const EntityTable& m_deals;
    Rows m_open;
    Rows m_won;
    Rows m_lost;
    const Column* m_stage = nullptr;
    const Column* m_created = nullptr;
};

}  // namespace

void cautionWhatGoesOn(EntityTable& deals, const std::vector<DealState>& states, const Profiles& profiles,
                       const Job& job) {
    const Ongoing ongoing(deals, states);
    for (Attribute& attribute : deals.attributes) {
        if (job.cancelled()) return;
        if (attribute.use != AttributeUse::Feature || !attribute.caution.isEmpty()) continue;
        const QString known = knownCaution(parseHeader(attribute.label), Entity::Deal, profiles);
        attribute.caution = known.isEmpty() ? ongoing.cautionOf(attribute) : leakReason(known);
    }
}

}  // namespace icp
