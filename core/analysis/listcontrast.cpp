#include "core/analysis/listcontrast.h"

#include "core/analysis/contingency.h"
#include "core/base/shown.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::ListContrast)
};

constexpr std::array shownLists{AccountList::Best, AccountList::Rest, AccountList::Least};

void judge(ListContrast& contrast) {
    std::vector<Group> groups;  // of the best and the least ideal, which are the best
    for (const ListContrast::Level& level : contrast.levels) {
        if (level.unknown) continue;
        const qint64 best = level.n[std::size_t(AccountList::Best)];
        const qint64 least = level.n[std::size_t(AccountList::Least)];
        if (best + least > 0) groups.push_back({best, best + least});
    }
    if (groups.size() < 2) return;
    contrast.strength = cramersVCorrected(tableOf(groups));
    contrast.p = permutationChiSquare(groups, 999).p;
}

}  // namespace

double ListContrast::share(std::size_t level, AccountList list) const {
    const Level& here = levels[level];
    qint64 all = known[std::size_t(list)];
    if (here.unknown) all += here.n[std::size_t(list)];
    return all > 0 ? double(here.n[std::size_t(list)]) / double(all) : 0;
}

std::vector<ListContrast> listContrasts(const Dataset& dataset, const Findings& findings,
                                        const AccountLists& lists, const QStringList& madeOf,
                                        const Job& job) {
    std::array<Bitmap, 3> members;
    for (const AccountList list : shownLists) {
        Bitmap& on = members[std::size_t(list)] = Bitmap(dataset.accounts.rows());
        for (std::uint32_t account = 0; account < lists.of.size(); ++account)
            if (lists.of[account] == list) on.set(account);
    }
    std::vector<ListContrast> out;
    for (const AttributeProfile& attribute : findings.attributes) {
        if (job.cancelled()) return {};
        if (attribute.entity != Entity::Account || !attribute.leak.isEmpty() ||
            madeOf.contains(attribute.name))
            continue;
        ListContrast contrast{attribute.name, attribute.label, {}, {}, 0, attribute.caution, 1};
        for (const Level& level : attribute.levels) {
            const Bitmap met = evaluate(level.condition, dataset, Entity::Account).yes;
            ListContrast::Level here{level.label, level.unknown, {}};
            for (const AccountList list : shownLists)
                here.n[std::size_t(list)] = qint64((met & members[std::size_t(list)]).count());
            contrast.levels.push_back(here);
            for (const AccountList list : shownLists)
                if (!level.unknown) contrast.known[std::size_t(list)] += here.n[std::size_t(list)];
        }
        if (attribute.kind == AttributeKind::Multi)  // levels overlap: shares are of all customers
            for (const AccountList list : shownLists)
                contrast.known[std::size_t(list)] = qint64(members[std::size_t(list)].count());
        judge(contrast);
        out.push_back(std::move(contrast));
    }
    std::stable_sort(out.begin(), out.end(), [](const ListContrast& a, const ListContrast& b) {
        return a.p < b.p || (a.p == b.p && a.strength > b.strength);
    });
    return out;
}

QString contrastSentence(const ListContrast& contrast) {
    std::size_t most = contrast.levels.size();
    double widest = 0;
    for (std::size_t i = 0; i < contrast.levels.size(); ++i) {
        if (contrast.levels[i].unknown) continue;
        const double gap =
            std::abs(contrast.share(i, AccountList::Best) - contrast.share(i, AccountList::Least));
        if (gap > widest) {
            widest = gap;
            most = i;
        }
    }
    if (most == contrast.levels.size()) return {};
    return Tr::tr("%1, %2: %3 of the best, %4 of the least ideal.", "Industry, Logistics: 45% ...")
        .arg(contrast.label, contrast.levels[most].label,
             percentText(contrast.share(most, AccountList::Best)),
             percentText(contrast.share(most, AccountList::Least)));
}

}  // namespace icp
