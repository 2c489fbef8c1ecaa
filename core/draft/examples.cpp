#include "core/draft/examples.h"

#include "core/analysis/fisher.h"
#include "core/analysis/ranges.h"
#include "core/base/interval.h"
#include "core/base/text.h"
#include "core/draft/criteria.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <optional>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Draft)
};

constexpr qint64 fewestExamples = 2;

class Traits {
public:
    Traits(const Dataset& dataset, std::span<const std::uint32_t> examples)
        : m_customers(customersOf(dataset)) {
        m_examples.assign(examples.begin(), examples.end());
        std::sort(m_examples.begin(), m_examples.end());
        m_examples.erase(std::unique(m_examples.begin(), m_examples.end()), m_examples.end());
        for (const std::uint32_t account : m_examples) m_customers.set(account);
    }

    std::optional<SharedTrait> of(const Attribute& attribute, const Column& column) const {
        if (column.isNumeric()) return range(attribute, column);
        if (column.isCoded() || column.type() == ColumnType::Multi) return level(attribute, column);
        return std::nullopt;
    }

private:
    std::optional<SharedTrait> range(const Attribute& attribute, const Column& column) const {
        std::vector<double> values;
        for (const std::uint32_t account : m_examples)
            if (!column.isMissing(account)) values.push_back(column.numbers()[account]);
        if (qint64(values.size()) < fewestExamples) return std::nullopt;
        std::vector<double> all;
        m_customers.forEach([&](std::size_t account) {
            if (!column.isMissing(account)) all.push_back(column.numbers()[account]);
        });
        std::sort(all.begin(), all.end());
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        const auto first = std::lower_bound(all.begin(), all.end(), *low);
        const auto last = std::upper_bound(all.begin(), all.end(), *high);
        SharedTrait trait;
        // Up to the neighbours that are no example, so that a round number stands between them.
        trait.condition = {attribute.name, Condition::Op::Range, {}};
        const bool whole = isWhole(all, column.type());
        if (first != all.begin()) trait.condition.low = roundCut(*std::prev(first), *low, whole);
        if (last != all.end()) trait.condition.high = roundCut(*high, *last, whole);
        trait.examples = trait.known = qint64(values.size());
        trait.among = double(last - first) / double(all.size());
        const double k = double(values.size());
        const double s = trait.among;
        trait.chance = k * std::pow(s, k - 1) - (k - 1) * std::pow(s, k);
        return trait;
    }

    std::optional<SharedTrait> level(const Attribute& attribute, const Column& column) const {
        const Dictionary& dictionary = column.dictionary();
        std::vector<qint64> here(dictionary.size(), 0);
        std::vector<qint64> everywhere(dictionary.size(), 0);
        qint64 known = 0;
        qint64 all = 0;
        const auto count = [&](std::size_t account, std::vector<qint64>& counts, qint64& total) {
            if (column.isMissing(account)) return;
            ++total;
            if (column.isCoded()) {
                ++counts[column.codes()[account]];
                return;
            }
            const auto elements = column.elements(account);
            std::vector<std::uint32_t> once(elements.begin(), elements.end());
            std::sort(once.begin(), once.end());
            once.erase(std::unique(once.begin(), once.end()), once.end());
            for (const std::uint32_t code : once) ++counts[code];
        };
        for (const std::uint32_t account : m_examples) count(account, here, known);
        m_customers.forEach([&](std::size_t account) { count(account, everywhere, all); });

        std::optional<SharedTrait> best;
        const auto levels =
            std::count_if(everywhere.begin(), everywhere.end(), [](qint64 n) { return n > 0; });
        for (std::uint32_t code = 0; code < dictionary.size(); ++code) {
            if (here[code] < fewestExamples || 2 * here[code] <= known) continue;
            SharedTrait trait;
            trait.condition.attribute = attribute.name;
            trait.condition.op = column.isCoded() ? Condition::Op::In : Condition::Op::Has;
            trait.condition.values = {toQString(dictionary.at(code))};
            trait.examples = here[code];
            trait.known = known;
            trait.among = double(everywhere[code]) / double(all);
            const double drawn =
                fisherGreater({here[code], known, everywhere[code] - here[code], all - known});
            trait.chance = std::min(1.0, drawn * double(levels));
            if (!best || trait.chance < best->chance) best = std::move(trait);
        }
        return best;
    }

    Bitmap m_customers;
    std::vector<std::uint32_t> m_examples;
};

}  // namespace

std::vector<SharedTrait> sharedTraits(const Dataset& dataset, std::span<const std::uint32_t> examples) {
    const Traits traits(dataset, examples);
    std::vector<SharedTrait> result;
    for (const Attribute& attribute : dataset.accounts.attributes) {
        if (attribute.use != AttributeUse::Feature) continue;
        if (auto trait = traits.of(attribute, dataset.column(attribute)); trait && trait->among < 1)
            result.push_back(std::move(*trait));
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const SharedTrait& a, const SharedTrait& b) { return a.chance < b.chance; });
    return result;
}

Criterion criterionFrom(const SharedTrait& trait, const Dataset& dataset) {
    Criterion criterion = criterionOn(trait.condition, dataset);
    const Interval interval = wilson(trait.examples, trait.known);
    criterion.evidence.source = Evidence::Source::Examples;
    criterion.evidence.note = Tr::tr("From example companies");
    criterion.evidence.fingerprint = dataset.fingerprint;
    criterion.evidence.n = trait.known;
    criterion.evidence.positives = trait.examples;
    criterion.evidence.low = interval.low;
    criterion.evidence.high = interval.high;
    return criterion;
}

}  // namespace icp
