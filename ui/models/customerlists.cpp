#include "ui/models/customerlists.h"

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {

/// Pins of accounts that the data have, and which one each account shows.
std::vector<PinnedAccount> pinned(const AccountFacts& facts, const std::vector<Pin>& pins,
                                  std::vector<std::int32_t>& shown) {
    std::vector<PinnedAccount> out;
    if (pins.empty()) return out;
    QMultiHash<QString, int> byKey;
    for (std::size_t i = 0; i < pins.size(); ++i) byKey.insert(pins[i].account, int(i));
    for (std::uint32_t account = 0; account < facts.size(); ++account) {
        if (!facts.isCustomer(account)) continue;
        for (const int i : byKey.values(facts.key(account))) {
            const Pin& pin = pins[std::size_t(i)];
            const bool best = pin.list == Pin::List::Best;
            out.push_back({account, best ? AccountList::Best : AccountList::Least, pin.in});
            if (shown[account] < 0 || best) shown[account] = i;
        }
    }
    return out;
}

}  // namespace

Success successOf(const Dataset& dataset, const std::vector<SuccessPart>& chosen) {
    Success out;
    for (const SuccessPart& part : chosen)
        if (const auto outcome = outcomeFromName(part.outcome); outcome && *outcome != Outcome::Blend)
            out.parts.push_back({*outcome, part.weight, part.measure});
    if (out.parts.empty()) out.parts = proposedBlend(dataset);
    for (std::size_t i = 0; i < successOutcomes.size(); ++i) {
        const Outcome outcome = successOutcomes[i];
        SuccessOffer& offer = out.offers[i];
        offer.outcome = outcome;
        offer.measures = measuresOf(dataset, outcome);
        const auto part = std::find_if(out.parts.begin(), out.parts.end(),
                                       [&](const BlendPart& p) { return p.outcome == outcome; });
        offer.chosen = accountScores(dataset, outcome, part != out.parts.end() ? part->measure : QString());
    }
    out.scores = blendScores(dataset, out.parts);
    return out;
}

QStringList madeOf(const Success& success) {
    QStringList names;
    for (const SuccessOffer& offer : success.offers)
        for (const BlendPart& part : success.parts)
            if (part.outcome == offer.outcome) names += offer.chosen.measure.attributes;
    return names;
}

std::vector<SuccessPart> settingsOf(const std::vector<BlendPart>& parts) {
    std::vector<SuccessPart> out;
    for (const BlendPart& part : parts) out.push_back({outcomeName(part.outcome), part.weight, part.measure});
    return out;
}

const std::vector<std::uint32_t>& CustomerLists::on(AccountList list) const {
    return list == AccountList::Best ? lists.best : list == AccountList::Least ? lists.least : lists.rest;
}

CustomerLists customerLists(const AccountFacts& facts, const AccountScores& scores, int best, int least,
                            const std::vector<Pin>& pins, const FourQuestions* questions) {
    CustomerLists out;
    out.pin.assign(facts.size(), -1);
    out.lists = accountLists(facts.dataset(), scores, best, least, pinned(facts, pins, out.pin));
    const auto value = [&](std::uint32_t account) {
        return std::isfinite(facts.value(account)) ? facts.value(account) : 0.0;
    };
    for (const AccountList list : {AccountList::Best, AccountList::Rest, AccountList::Least})
        for (const std::uint32_t account : out.on(list)) out.valueTotal += value(account);
    for (const AccountList list : {AccountList::Best, AccountList::Rest, AccountList::Least}) {
        CustomerLists::Sum& sum = out.sums[std::size_t(list)];
        Bitmap accounts(facts.size());
        for (const std::uint32_t account : out.on(list)) {
            if (out.valueTotal > 0) sum.valueShare += value(account) / out.valueTotal;
            sum.left += facts.state(account) == AccountFacts::State::Left;
            accounts.set(account);
        }
        if (questions != nullptr) sum.answers = questions->of(accounts);
    }
    return out;
}

std::vector<int> listSizes(qint64 customers) {
    std::vector<int> out;
    for (const int size : {5, 10, 20, 40, 80, 160, 320, 640, 1250, 2500, 5000, 10000, 20000}) {
        if (size * 3 <= customers) out.push_back(size);
    }
    if (out.empty()) out.push_back(int(std::max<qint64>(1, customers / 3)));
    return out;
}

int usualListSize(qint64 customers) {
    const std::vector<int> sizes = listSizes(customers);
    return *std::min_element(sizes.begin(), sizes.end(), [&](int a, int b) {
        return std::abs(double(a) - double(customers) / 8) < std::abs(double(b) - double(customers) / 8);
    });
}

}  // namespace icp::ui
