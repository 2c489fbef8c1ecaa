#pragma once

#include <QFile>
#include <QString>

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <random>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace icp::bench {

/// A cell of the list, and whether a spreadsheet would store it as a number.
struct ListCell {
    std::string text;
    bool number = false;
};

inline constexpr std::array<const char*, 20> listHeaders{
    "account_id",   "account_name", "domain",         "industry",     "country",
    "region",       "employees",    "annual_revenue", "founded_year", "funding_stage",
    "technologies", "crm_used",     "team_size",      "lead_source",  "acv",
    "mrr",          "churned",      "outcome",        "created_date", "closed_date"};

/// Row `index` of a seeded, invented list of accounts: ids and names that never repeat, groups, amounts,
/// dates, several technologies in one cell, and missing values. The same on every machine.
inline std::vector<ListCell> listRow(int index) {
    std::minstd_rand random(std::uint32_t(index) * 2654435761U + 1);
    for (int i = 0; i < 3; ++i) random();
    const auto below = [&](unsigned limit) { return unsigned(random() / 7 % limit); };
    const auto missing = [&](unsigned percent) { return below(100) < percent; };
    const auto number = [&](unsigned limit) { return std::to_string(below(limit)); };
    const auto amount = [&](unsigned limit) {
        const std::string cents = std::to_string(100 + below(100));
        return number(limit) + "." + cents.substr(1);
    };
    const auto date = [&](unsigned year) {
        const std::string month = std::to_string(101 + below(12));
        const std::string day = std::to_string(101 + below(28));
        return std::to_string(year + below(5)) + "-" + month.substr(1) + "-" + day.substr(1);
    };
    const std::string id = std::to_string(100'000'000 + index);
    std::string tools;
    for (unsigned i = 0; i <= below(4); ++i) tools += (i ? ";" : "") + std::string("Tool ") + number(40);
    const bool won = below(3) == 0;
    std::vector<ListCell> row{
        {"ACC-" + id.substr(1)},
        {below(20) == 0 ? "Meyer, Söhne & Co " + id : "Company " + number(500) + " " + id},
        {"company" + id + ".example.com"},
        {"Industry " + number(24)},
        {"Country " + number(40)},
        {"Region " + number(7)},
        {number(20'000), true},
        {amount(30'000'000), true},
        {std::to_string(1960 + below(60)), true},
        {"Stage " + number(9)},
        {tools},
        {"System " + number(8)},
        {number(80), true},
        {"Source " + number(10)},
        {amount(60'000), true},
        {amount(5'000), true},
        {won ? below(4) == 0 ? "true" : "false" : ""},
        {won ? "Won" : "Lost"},
        {date(2019)},
        {date(2021)}};
    for (const std::size_t column : {2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U, 12U, 14U, 15U, 19U})
        if (missing(8)) row[column].text.clear();
    return row;
}

inline void writeCsv(const QString& path, int rows) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", qPrintable(path));
    std::string text;
    for (const char* header : listHeaders) text += (text.empty() ? "" : ",") + std::string(header);
    text += '\n';
    for (int i = 0; i < rows; ++i) {
        bool first = true;
        for (const ListCell& cell : listRow(i)) {
            if (!std::exchange(first, false)) text += ',';
            text += cell.text.find(',') == cell.text.npos ? cell.text : '"' + cell.text + '"';
        }
        text += '\n';
        if (text.size() > 1 << 20 || i + 1 == rows) {
            file.write(text.data(), qint64(text.size()));
            text.clear();
        }
    }
}

/// The shortest of `times` runs, in seconds.
template <class Body>
double fastest(int times, Body body) {
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < times; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        body();
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
}

/// The most memory this process ever had resident.
inline double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

}  // namespace icp::bench
