#include "core/analysis/warnings.h"

#include "core/analysis/dealkind.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::AnalysisWarning)
};

void warn(Findings& findings, const char* code, const QString& text, const QString& attribute = {}) {
    findings.warnings.push_back({QString::fromLatin1(code), text, attribute});
}

QString units(Unit unit, qint64 n) {
    return unit == Unit::Account ? Tr::tr("%n account(s)", nullptr, int(n))
                                 : Tr::tr("%n closed deal(s)", nullptr, int(n));
}

/// "12 won and 30 not won" of the units searched, in the words of the outcome.
QString sides(const Findings& findings) {
    const qint64 yes = findings.discovery.positives;
    const qint64 no = findings.discovery.n - yes;
    switch (findings.study.outcome) {
        case Outcome::Won:
            return Tr::tr("%1 won and %2 lost").arg(yes).arg(no);
        case Outcome::Value:
            return Tr::tr("%1 in the top quarter by value and %2 others").arg(yes).arg(no);
        case Outcome::Growth:
        case Outcome::Advocacy:
        case Outcome::Blend:
            return Tr::tr("%1 in the top quarter and %2 others").arg(yes).arg(no);
        case Outcome::Retained:
            break;
    }
    return Tr::tr("%1 that stayed and %2 that left").arg(yes).arg(no);
}

/// Where deals are there but tell nothing, what is studied in their place must not pass for winning.
void warnOfOpenDeals(Findings& findings, const Dataset& dataset) {
    const auto& states = dataset.dealState;
    const bool closed =
        std::any_of(states.begin(), states.end(), [](DealState state) { return state != DealState::Open; });
    if (states.empty() || closed || findings.study.outcome == Outcome::Won) return;
    warn(findings, "no-closed-deals",
         Tr::tr("None of the %1 deals is closed, so nothing is known of winning. Something else is studied "
                "in its "
                "place.")
             .arg(states.size()));
}

void warnOfUsage(Findings& findings, const Dataset& dataset) {
    const Links& links = dataset.usage.links;
    if (dataset.accounts.rows() == 0 || links.unmatched() == 0) return;
    warn(findings, "usage-unlinked",
         Tr::tr("%1 of %2 rows of usage belong to no known account, so nothing counts them.")
             .arg(links.unmatched())
             .arg(links.account.size()));
}

/// The levels somebody may have meant by a word that is none: but for case, accents and punctuation the same,
/// else those it is a part of.
QStringList nearestLevels(const Dictionary& levels, const QString& word) {
    constexpr qsizetype most = 3;
    const QString wanted = folded(word);
    QStringList same;
    QStringList within;
    for (std::uint32_t code = 0; code < levels.size(); ++code) {
        const QString level = toQString(levels.at(code));
        const QString plain = folded(level);
        if (plain == wanted)
            same << level;
        else if (!wanted.isEmpty() && plain.contains(wanted))
            within << level;
    }
    return (same.isEmpty() ? within : same).mid(0, most);
}

/// Words of the filter that are no level of their attribute.
QStringList unknownLevels(const Dataset& dataset, const std::vector<Condition>& filter) {
    QStringList said;
    for (const Condition& condition : filter) {
        const Attribute* attribute = dataset.find(condition.attribute);
        if (attribute == nullptr) continue;
        const Column& column = dataset.column(*attribute);
        if (column.type() != ColumnType::Category && column.type() != ColumnType::Multi) continue;
        for (const QString& word : condition.values) {
            if (column.dictionary().find(word.toStdString())) continue;
            const QStringList nearest = nearestLevels(column.dictionary(), word);
            said << (nearest.isEmpty()
                         ? Tr::tr("%1 has no level “%2”.").arg(attribute->label, word)
                         : Tr::tr("%1 has no level “%2”, but: %3.")
                               .arg(attribute->label, word, nearest.join(QStringLiteral(", "))));
        }
    }
    return said;
}

/// Says so where the filter leaves nothing to be studied.
bool filterMeetsNone(Findings& findings, const Dataset& dataset, const Frame& frame) {
    const Study& study = findings.study;
    if (study.filter.empty()) return false;
    const bool any = meeting(study.filter, dataset, frame.entity).any();
    if (any && study.outcome != Outcome::Won) return false;
    QStringList said{any                            ? Tr::tr("No deal that the filter meets is closed.")
                     : frame.entity == Entity::Deal ? Tr::tr("The filter meets no deal.")
                                                    : Tr::tr("The filter meets no account.")};
    said << unknownLevels(dataset, study.filter);
    warn(findings, "filter-meets-none", said.join(u' '));
    return true;
}

void warnOfCounts(Findings& findings, const Dataset& dataset, const Frame& frame) {
    const Study& study = findings.study;
    const Rate& base = findings.base;
    if (base.n == 0) {
        if (filterMeetsNone(findings, dataset, frame)) return;
        if (study.outcome == Outcome::Won)
            warn(findings, "no-closed-deals",
                 Tr::tr("No deal is closed, so there is no win rate to explain."));
        else if (!frame.cannot.isEmpty())
            warn(findings, "cannot-answer", frame.cannot);
        else
            warn(findings, "no-customers",
                 Tr::tr("No customer has a known outcome, so there is nothing to explain."));
    } else if (base.positives == base.n) {
        warn(findings, "all-won",
             Tr::tr("All %1 ended well. Without any that did not, nothing can be compared.")
                 .arg(units(study.unit, base.n)));
    } else if (base.positives == 0) {
        warn(findings, "all-lost",
             Tr::tr("None of %1 ended well. Without any that did, nothing can be compared.")
                 .arg(units(study.unit, base.n)));
    } else if (findings.mode == Mode::Directional) {
        warn(findings, "few-deals",
             (findings.heldOut.n > 0
                  ? Tr::tr("Direction only: %1 in the older part that was searched. At least %2 of each are "
                           "needed for a firm statement.")
                  : Tr::tr("Direction only: %1. At least %2 of each are needed for a firm statement."))
                 .arg(sides(findings))
                 .arg(study.minWon));
    }
}

/// Renewals and upsell are won more often and say nothing of how a customer is found.
void warnOfRepeats(Findings& findings, const Dataset& dataset, const Frame& frame) {
    constexpr double mixedIn = 0.05;
    if (frame.entity != Entity::Deal || findings.base.n == 0) return;
    const Bitmap repeated = repeatBusiness(dataset);
    qint64 repeats = 0;
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal)
        repeats += dataset.dealState[deal] != DealState::Open && repeated.test(deal) ? 1 : 0;
    if (repeats == 0) return;
    if (findings.study.unit == Unit::FirstDeal)
        warn(findings, "renewals-apart",
             Tr::tr("%n renewal(s) and sales to existing customers do not count.", nullptr, int(repeats)));
    else if (double(repeats) >= mixedIn * double(findings.base.n))
        warn(findings, "renewals",
             Tr::tr(
                 "%n of the closed deals are renewals or sales to existing customers. To learn whom to win, "
                 "study the first new-business deal of each account.",
                 nullptr, int(repeats)));
}

/// What the outcome was taken from, where it is a number; and where that says how large a company is.
void warnOfMeasure(Findings& findings, const Dataset& dataset, const Frame& frame) {
    if (!isScored(findings.study.outcome) || findings.base.n == 0 || findings.measure.isEmpty()) return;
    const QString size = sizeCaution(dataset, frame.measure);
    warn(findings, size.isEmpty() ? "outcome-from" : "outcome-is-size",
         Tr::tr("The outcome is measured by %1.").arg(findings.measure) +
             (size.isEmpty() ? QString() : u' ' + size));
}

void warnOfSeal(Findings& findings) {
    if (findings.seal.worn())
        warn(findings, "seal-worn",
             Tr::tr(
                 "The sealed deals have been opened %n time(s). They prove less each time: what was changed "
                 "after a look has been fitted to them.",
                 nullptr, findings.seal.openings));
}

void warnOfUnlinked(Findings& findings, const Dataset& dataset, const Frame& frame) {
    const auto unlinked = std::count(frame.account.begin(), frame.account.end(), noRow);
    if (unlinked == 0 || dataset.accounts.rows() == 0) return;
    const QString belong = Tr::tr("%1 belong to no known account").arg(units(findings.study.unit, unlinked));
    const auto nameless = std::count(frame.owner.begin(), frame.owner.end(), noRow);
    if (nameless == unlinked) {
        warn(findings, "unlinked", Tr::tr("%1; each counts as an account of its own.").arg(belong));
        return;
    }
    const QSet<std::uint32_t> owners(frame.owner.begin(), frame.owner.end());
    const auto named = std::count_if(owners.begin(), owners.end(), [&](std::uint32_t owner) {
        return owner != noRow && owner >= dataset.accounts.rows();
    });
    QString text = Tr::tr("%1; those that name the same one count as one, %2 in all.")
                       .arg(belong, units(Unit::Account, named));
    if (nameless > 0)
        text += u' ' + Tr::tr("Each of the %1 that name none counts as an account of its own.").arg(nameless);
    warn(findings, "unlinked", text);
}

}  // namespace

void warnOfUnits(Findings& findings, const Dataset& dataset, const Frame& frame) {
    warnOfOpenDeals(findings, dataset);
    warnOfCounts(findings, dataset, frame);
    warnOfRepeats(findings, dataset, frame);
    warnOfMeasure(findings, dataset, frame);
    warnOfUsage(findings, dataset);
    warnOfSeal(findings);
    if (frame.repeats())
        warn(findings, "clusters",
             Tr::tr("%1 come from %2. Deals of one account are alike, so tests count accounts as the unit "
                    "that varies.")
                 .arg(units(findings.study.unit, findings.base.n), units(Unit::Account, findings.clusters)));
    warnOfUnlinked(findings, dataset, frame);
    if (findings.study.holdout > 0 && findings.base.n > 0 && findings.heldOut.n == 0) {
        const bool dated =
            std::any_of(frame.date.begin(), frame.date.end(), [](double d) { return !std::isnan(d); });
        warn(findings, "no-dates",
             dated && findings.study.newestQuarter
                 ? Tr::tr(
                       "The newest quarter of the year holds fewer than %1 or more than half of them, so "
                       "segments are found and judged on the same data. Check them on a share of the newest "
                       "instead.")
                       .arg(findings.study.minLevel)
             : dated
                 ? Tr::tr("The dates do not allow to keep the newest part for checking. Segments are found "
                          "and judged on the same data.")
                 : Tr::tr("There are no dates to keep the newest part for checking. Segments are found and "
                          "judged on the same data."));
    }
}

void warnOfAttributes(Findings& findings) {
    if (findings.base.n == 0) return;
    for (const AttributeProfile& profile : findings.attributes) {
        if (!profile.leak.isEmpty()) continue;
        if (profile.circular && profile.isDriver())
            warn(findings, "grows-with-staying",
                 Tr::tr("%1 grows or shrinks with the time somebody is a customer. It stands below the "
                        "others, and makes no segment, no exclusion and no criterion of the draft.")
                     .arg(profile.label),
                 profile.name);
        if (profile.singleLevel) {
            warn(findings, "single-level",
                 profile.missing == findings.base.n
                     ? Tr::tr("%1 is known for none of them.").arg(profile.label)
                     : Tr::tr("%1 has one value only, so it cannot tell good from bad.").arg(profile.label),
                 profile.name);
            continue;
        }
        const auto untested = std::count_if(
            profile.levels.begin(), profile.levels.end(),
            [](const Level& level) { return !level.unknown && level.status == LevelStatus::Untested; });
        if (untested > 0)
            warn(findings, "few-attempts",
                 Tr::tr("%1: %n level(s) with fewer than %2 tries are untested, not bad.", nullptr,
                        int(untested))
                     .arg(profile.label)
                     .arg(findings.study.minLevel),
                 profile.name);
    }
}

}  // namespace icp
