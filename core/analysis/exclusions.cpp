#include "core/analysis/analyze.h"
#include "core/analysis/contrast.h"
#include "core/analysis/multiple.h"
#include "core/analysis/segments.h"
#include "core/base/interval.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

constexpr double clearlyWorse =
    0.8;  // of the base rate: what is only a little worse is not worth leaving alone
constexpr std::size_t shown = 12;

struct Bad {
    Piece piece;
    QString label;
    Contrast contrast;
    double high;  // the largest rate that is possible, with the accounts' design effect
    double rate() const { return double(contrast.in.positives) / double(contrast.in.n); }
};

/// Customers that a rule would have kept away, and their share of all value. By an attribute of accounts:
/// those whose every won deal meets the condition, or, where nothing was won by deals, the customers that
/// meet it themselves. By an attribute of deals, which keeps no account away: those with a won deal that
/// meets it, and the amounts of these deals, or all the accounts are worth where deals have no amounts.
struct Shut {
    qint64 customers = 0;
    double share = 0;
};

Shut shutOf(const Bitmap& customers, std::vector<double> worth, double total) {
    std::sort(worth.begin(), worth.end());  // one order of adding, whatever the order of rows
    double sum = 0;
    for (const double v : worth) sum += v;
    return {qint64(customers.count()), total > 0 ? std::clamp(sum / total, 0.0, 1.0) : 0};
}

Shut shutOut(const Condition& condition, Entity entity, const Dataset& dataset, const AccountValue& value,
             double total) {
    Bitmap shut(dataset.accounts.rows());
    std::vector<double> worth;
    const bool byDeals = std::find(dataset.dealState.begin(), dataset.dealState.end(), DealState::Won) !=
                         dataset.dealState.end();
    if (byDeals) {
        const Column* amount = value.attribute.isEmpty() ? dataset.column(u"deal.amount") : nullptr;
        const bool known = entity == Entity::Deal && amount != nullptr && amount->isNumeric();
        const Bitmap meets = evaluate(condition, dataset, Entity::Deal).yes;
        Bitmap kept(dataset.accounts.rows());
        for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal) {
            const std::uint32_t account = dataset.deals.links.account[deal];
            if (dataset.dealState[deal] != DealState::Won || account == noRow) continue;
            (meets.test(deal) ? shut : kept).set(account);
            if (known && meets.test(deal) && !amount->isMissing(deal))
                worth.push_back(amount->numbers()[deal]);
        }
        if (known) return shutOf(shut, std::move(worth), total);
        if (entity != Entity::Deal) shut -= kept;
    } else {
        shut = evaluate(condition, dataset, Entity::Account).yes & customersOf(dataset);
    }
    shut.forEach([&](std::size_t account) {
        if (std::isfinite(value.value[account])) worth.push_back(value.value[account]);
    });
    return shutOf(shut, std::move(worth), total);
}

/// Neighbouring ranges that are both bad become one.
void joinNeighbours(std::vector<Bad>& bad, const std::vector<Coded>& attributes, const Frame& frame,
                    const Bitmap& units, const Dataset& dataset) {
    for (std::size_t i = 0; i + 1 < bad.size();) {
        Piece& one = bad[i].piece;
        const Piece& two = bad[i + 1].piece;
        const Coded& attribute = attributes[one.attribute];
        if (one.attribute != two.attribute || !attribute.ordered() || (one.levels & two.levels >> 1) == 0) {
            ++i;
            continue;
        }
        one.levels |= two.levels;
        one.condition.high = two.condition.high;
        one.condition.values += two.condition.values;
        bad[i].label =
            conditionLabel(one.condition, dataset).mid(attribute.attribute->label.size() + 1).trimmed();
        bad[i].contrast = contrastOf(frame, coverOf(frame, attributes, one), units);
        bad[i].high = std::max(bad[i].high, bad[i + 1].high);
        bad.erase(bad.begin() + std::ptrdiff_t(i) + 1);
    }
}

}  // namespace

void findExclusions(Findings& findings, const Dataset& dataset, const Frame& frame,
                    const std::vector<Coded>& attributes) {
    if (findings.mode == Mode::Hypothesis) return;
    const Bitmap units = ~frame.heldOut;
    const double base = findings.discovery.rate;
    std::vector<Bad> looked;
    std::vector<double> p;
    for (std::size_t a = 0; a < attributes.size(); ++a)
        for (std::size_t l = 0; l < attributes[a].knownLevels(); ++l) {
            const Level& level = attributes[a].levels[l];
            if (level.condition.op == Condition::Op::NotIn) continue;
            const Piece piece{a, 1U << l, level.condition};
            const Contrast contrast = contrastOf(frame, coverOf(frame, attributes, piece), units);
            // What most units are cannot be left alone.
            if (contrast.in.n < findings.study.minLevel || contrast.in.n > contrast.rest.n) continue;
            // Wilson's range is too short for none of very few (Brown, Cai, DasGupta 2001): the exact one
            // counts too.
            const double positives = double(contrast.in.positives) / contrast.designEffect;
            const double n = double(contrast.in.n) / contrast.designEffect;
            const double high = std::max(wilson(positives, n).high, upperLimit(positives, n));
            looked.push_back({piece, level.label, contrast, high});
            p.push_back(contrast.below);
        }
    const std::vector<double> q = benjaminiHochberg(p);
    std::vector<Bad> bad;
    for (std::size_t i = 0; i < looked.size(); ++i)
        if (looked[i].high < base && looked[i].rate() <= clearlyWorse * base && q[i] < 0.05)
            bad.push_back(looked[i]);
    joinNeighbours(bad, attributes, frame, units, dataset);

    const AccountValue value = accountValue(dataset);
    for (const Bad& one : bad) {
        const Coded& attribute = attributes[one.piece.attribute];
        Exclusion exclusion;
        exclusion.condition = one.piece.condition;
        exclusion.label = one.label;
        exclusion.attributeLabel = attribute.attribute->label;
        exclusion.entity = attribute.attribute->entity;
        exclusion.rate = rateOf(one.contrast.in.positives, one.contrast.in.n);
        const Contrast held = contrastOf(frame, coverOf(frame, attributes, one.piece), frame.heldOut);
        exclusion.heldOut = rateOf(held.in.positives, held.in.n);
        exclusion.verdict = verdictOf(exclusion.heldOut, findings, false);
        const Contrast all =
            contrastOf(frame, coverOf(frame, attributes, one.piece), Bitmap(frame.size(), true));
        exclusion.whole = rateOf(all.in.positives, all.in.n);
        const Shut shut = shutOut(one.piece.condition, exclusion.entity, dataset, value, findings.valueTotal);
        exclusion.customers = shut.customers;
        exclusion.revenueShare = shut.share;
        exclusion.saved = leadsSaved(dataset, frame, {exclusion.condition});
        findings.exclusions.push_back(std::move(exclusion));
    }
    std::stable_sort(findings.exclusions.begin(), findings.exclusions.end(),
                     [](const Exclusion& a, const Exclusion& b) { return a.rate.high < b.rate.high; });
    findings.exclusions.resize(std::min(findings.exclusions.size(), shown));
    std::vector<Condition> all;
    for (const Exclusion& exclusion : findings.exclusions) all.push_back(exclusion.condition);
    findings.saved = leadsSaved(dataset, frame, all);
}

}  // namespace icp
