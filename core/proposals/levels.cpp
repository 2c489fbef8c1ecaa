#include "core/base/text.h"
#include "core/proposals/propose.h"
#include "core/proposals/spelling.h"

#include <algorithm>
#include <numeric>

namespace icp {

namespace {

constexpr std::size_t mostLevels = 20'000;       // beyond that a column is no grouping
constexpr std::size_t mostLevelsOfSlips = 2000;  // every pair with the same first letter is compared
constexpr std::size_t fewLevels = 50;            // among more, more pairs are alike by chance

bool compared(const Attribute& attribute, const Column& column) {
    return (attribute.use == AttributeUse::Feature || attribute.use == AttributeUse::Outcome) &&
           (column.type() == ColumnType::Category || column.type() == ColumnType::Multi);
}

/// Of two spellings that are equally frequent the one more likely to be meant: not all in one case, without
/// spaces at the ends, with its accents.
int care(const QString& text) {
    int points = 0;
    if (text == text.trimmed()) points += 8;
    if (text != text.toUpper() && text != text.toLower()) points += 4;
    if (!text.contains(QLatin1String("  "))) points += 2;
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() > 127; })) points += 1;
    return points;
}

bool isFarMore(qint64 common, qint64 rare, std::size_t levels) {
    if (levels > fewLevels) return common >= 20 * rare;
    return common >= 10 * rare || (rare <= 2 && common >= 5 * rare);
}

/// The levels of one column in groups that mean the same.
class Spellings {
public:
    Spellings(const Attribute& attribute, std::vector<TextCount> levels)
        : m_attribute(attribute), m_levels(std::move(levels)) {
        std::stable_sort(m_levels.begin(), m_levels.end(), [](const TextCount& a, const TextCount& b) {
            return a.rows != b.rows ? a.rows > b.rows : care(a.text) > care(b.text);
        });
    }

    /// Levels whose keys are equal to that of a more frequent one become it.
    void compare(QString (*keyOf)(QStringView), LevelProposal::Reason reason, const Job& job) {
        QHash<QString, std::size_t> first;
        Steps steps(job);
        for (std::size_t i = 0; i < m_levels.size() && !steps.cancelled(); ++i) {
            const QString key = keyOf(m_levels[i].text);
            if (key.isEmpty()) continue;
            const auto found = first.constFind(key);
            if (found == first.constEnd())
                first.insert(key, i);
            else
                join(i, *found, reason);
        }
    }

    /// Rare levels that are a slip away from a frequent one become it.
    void compareSlips(const Job& job) {
        if (m_levels.size() > mostLevelsOfSlips) return;
        QHash<QChar, std::vector<std::size_t>> good;  // by the first letter of their key
        for (std::size_t i = 0; i < m_levels.size() && !job.cancelled(); ++i) {
            if (m_target[i] != i) continue;
            const QString key = spellingKey(m_levels[i].text);
            if (key.isEmpty()) continue;
            std::vector<std::size_t>& others = good[key[0]];
            const auto found = std::find_if(others.begin(), others.end(), [&](std::size_t other) {
                return isFarMore(m_levels[other].rows, m_levels[i].rows, m_levels.size()) &&
                       isSlip(m_levels[i].text, m_levels[other].text);
            });
            if (found == others.end())
                others.push_back(i);
            else
                join(i, *found, LevelProposal::Reason::Typo);
        }
    }

    std::vector<LevelProposal> take() { return std::move(m_proposals); }

    void begin() {
        m_target.resize(m_levels.size());
        std::iota(m_target.begin(), m_target.end(), std::size_t(0));
    }

private:
    void join(std::size_t from, std::size_t to, LevelProposal::Reason reason) {
        while (m_target[to] != to) to = m_target[to];
        if (m_target[from] != from || from == to) return;
        m_target[from] = to;
        m_proposals.push_back({{m_attribute.name, m_levels[from].text, m_levels[to].text},
                               reason,
                               m_levels[from].rows,
                               m_levels[to].rows});
    }

    const Attribute& m_attribute;
    std::vector<TextCount> m_levels;
    std::vector<std::size_t> m_target;
    std::vector<LevelProposal> m_proposals;
};

}  // namespace

std::vector<TextCount> levelCounts(const Column& column, const Job& job) {
    std::vector<qint64> rows(column.dictionary().size());
    Steps steps(job);
    for (std::size_t row = 0; row < column.size() && !steps.cancelled(); ++row) {
        if (column.isMissing(row)) continue;
        if (column.isCoded()) {
            ++rows[column.codes()[row]];
        } else {
            for (const std::uint32_t code : column.elements(row)) ++rows[code];
        }
    }
    std::vector<TextCount> levels;
    for (std::uint32_t code = 0; code < rows.size(); ++code)
        if (rows[code] > 0) levels.push_back({toQString(column.dictionary().at(code)), rows[code]});
    std::stable_sort(levels.begin(), levels.end(),
                     [](const TextCount& a, const TextCount& b) { return a.rows > b.rows; });
    return levels;
}

std::vector<LevelProposal> proposeLevels(const Dataset& dataset, const Job& job) {
    std::vector<LevelProposal> result;
    for (const Entity entity : entities)
        for (const Attribute& attribute : dataset.of(entity).attributes) {
            const Column& column = dataset.column(attribute);
            if (job.cancelled() || !compared(attribute, column) || column.dictionary().size() > mostLevels)
                continue;
            Spellings spellings(attribute, levelCounts(column, job));
            spellings.begin();
            spellings.compare(spellingKey, LevelProposal::Reason::Spelling, job);
            spellings.compare(lookAlikeKey, LevelProposal::Reason::LookAlike, job);
            spellings.compareSlips(job);
            std::vector<LevelProposal> found = spellings.take();
            std::stable_sort(found.begin(), found.end(), [](const LevelProposal& a, const LevelProposal& b) {
                return a.fromRows > b.fromRows;
            });
            result.insert(result.end(), found.begin(), found.end());
        }
    return result;
}

}  // namespace icp
