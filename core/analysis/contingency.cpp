#include "core/analysis/contingency.h"

#include "core/analysis/distributions.h"
#include "core/analysis/draw.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace icp {

namespace {

struct Margins {
    explicit Margins(const Contingency& table) : row(table.rows()), column(table.columns) {
        for (std::size_t r = 0; r < row.size(); ++r)
            for (std::size_t c = 0; c < column.size(); ++c) {
                row[r] += table.at(r, c);
                column[c] += table.at(r, c);
            }
        all = std::accumulate(row.begin(), row.end(), 0.0);
        const auto used = [](const std::vector<double>& margin) {
            return double(std::count_if(margin.begin(), margin.end(), [](double n) { return n > 0; }));
        };
        rows = used(row);
        columns = used(column);
    }
    double expected(std::size_t r, std::size_t c) const { return row[r] * column[c] / all; }
    bool testable() const { return rows >= 2 && columns >= 2; }

    std::vector<double> row;
    std::vector<double> column;
    double all = 0;
    double rows = 0;  // that are not empty
    double columns = 0;
};

double entropy(const std::vector<double>& margin, double all) {
    double sum = 0;
    for (const double n : margin)
        if (n > 0) sum -= n / all * std::log(n / all);
    return sum;
}

}  // namespace

double Contingency::total() const { return std::accumulate(cells.begin(), cells.end(), 0.0); }

Contingency tableOf(std::span<const Group> groups) {
    Contingency table{2, {}};
    for (const Group& g : groups) {
        table.cells.push_back(double(g.positives));
        table.cells.push_back(double(g.n - g.positives));
    }
    return table;
}

TestResult chiSquare(const Contingency& table) {
    const Margins m(table);
    if (!m.testable()) return {};
    double sum = 0;
    for (std::size_t r = 0; r < table.rows(); ++r)
        for (std::size_t c = 0; c < table.columns; ++c)
            if (const double e = m.expected(r, c); e > 0)
                sum += (table.at(r, c) - e) * (table.at(r, c) - e) / e;
    const double df = (m.rows - 1) * (m.columns - 1);
    return {sum, df, chiSquareTail(sum, df)};
}

bool chiSquareAllowed(const Contingency& table) {
    const Margins m(table);
    if (!m.testable()) return false;
    double cells = 0;
    double thin = 0;
    for (std::size_t r = 0; r < table.rows(); ++r)
        for (std::size_t c = 0; c < table.columns; ++c)
            if (const double e = m.expected(r, c); e > 0) {
                if (e < 1) return false;
                cells += 1;
                thin += e < 5 ? 1 : 0;
            }
    return thin * 5 <= cells;
}

double cramersV(const Contingency& table) {
    const Margins m(table);
    if (!m.testable()) return 0;
    return std::min(1.0, std::sqrt(chiSquare(table).statistic / m.all / (std::min(m.rows, m.columns) - 1)));
}

double cramersVCorrected(const Contingency& table) {
    const Margins m(table);
    if (!m.testable() || m.all < 2) return 0;
    const double phi2 =
        std::max(0.0, chiSquare(table).statistic / m.all - (m.rows - 1) * (m.columns - 1) / (m.all - 1));
    const double rows = m.rows - (m.rows - 1) * (m.rows - 1) / (m.all - 1);
    const double columns = m.columns - (m.columns - 1) * (m.columns - 1) / (m.all - 1);
    const double least = std::min(rows, columns) - 1;
    return least > 0 ? std::min(1.0, std::sqrt(phi2 / least)) : 0;
}

double mutualInformation(const Contingency& table) {
    const Margins m(table);
    double sum = 0;
    for (std::size_t r = 0; r < table.rows(); ++r)
        for (std::size_t c = 0; c < table.columns; ++c)
            if (const double n = table.at(r, c); n > 0) sum += n / m.all * std::log(n / m.expected(r, c));
    return std::max(0.0, sum);
}

double uncertaintyCoefficient(const Contingency& table) {
    const Margins m(table);
    const double whole = m.testable() ? entropy(m.column, m.all) : 0;
    return whole > 0 ? mutualInformation(table) / whole : 0;
}

std::vector<double> weightOfEvidence(std::span<const Group> groups) {
    double positives = 0;
    double others = 0;
    for (const Group& g : groups) {
        positives += double(g.positives);
        others += double(g.n - g.positives);
    }
    std::vector<double> result;
    for (const Group& g : groups) {
        double x = double(g.positives);
        double y = double(g.n - g.positives);
        if (x == 0 || y == 0) {
            x += 0.5;
            y += 0.5;
        }
        result.push_back(positives > 0 && others > 0 && g.n > 0 ? std::log(x / positives / (y / others)) : 0);
    }
    return result;
}

double informationValue(std::span<const Group> groups) {
    double positives = 0;
    double others = 0;
    for (const Group& g : groups) {
        positives += double(g.positives);
        others += double(g.n - g.positives);
    }
    if (positives <= 0 || others <= 0) return 0;
    const std::vector<double> woe = weightOfEvidence(groups);
    double sum = 0;
    for (std::size_t i = 0; i < groups.size(); ++i)
        sum +=
            (double(groups[i].positives) / positives - double(groups[i].n - groups[i].positives) / others) *
            woe[i];
    return sum;
}

TestResult permutationChiSquare(std::span<const Group> groups, int draws) {
    std::vector<Group> sorted(groups.begin(), groups.end());
    std::erase_if(sorted, [](const Group& g) { return g.n == 0; });
    std::stable_sort(sorted.begin(), sorted.end(), [](const Group& a, const Group& b) { return a.n < b.n; });
    const TestResult observed = chiSquare(tableOf(sorted));
    if (observed.df <= 0) return {};
    qint64 n = 0;
    qint64 positives = 0;
    for (const Group& g : sorted) {
        n += g.n;
        positives += g.positives;
    }
    // With margins fixed, sum x^2 / n orders the tables as chi-square does.
    const auto distance = [](std::span<const Group> table) {
        double sum = 0;
        for (const Group& g : table) sum += double(g.positives) * double(g.positives) / double(g.n);
        return sum;
    };
    const double limit = distance(sorted) * (1 - 1e-12);
    Draw draw(0x1C9);
    int further = 0;
    for (int i = 0; i < draws; ++i) {
        qint64 left = n;
        qint64 good = positives;
        for (Group& g : sorted) {
            g.positives = draw.hypergeometric(left, good, g.n);
            left -= g.n;
            good -= g.positives;
        }
        further += distance(sorted) >= limit ? 1 : 0;
    }
    return {observed.statistic, observed.df, double(1 + further) / double(1 + draws)};
}

}  // namespace icp
