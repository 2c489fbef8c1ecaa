#include "core/draft/readiness.h"

#include "core/base/names.h"
#include "core/base/shown.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp {

namespace {

constexpr Names<Check, checks.size()> names{{"comfort", "same-again", "tested"}};
constexpr double oftenEnough = 0.8;  // of the redraws
constexpr qsizetype mostNamed = 3;   // criteria in a sentence

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Readiness)
};

/// What the findings say of one criterion.
enum class Known { Same, Sealed, Redrawing, TooFew, Nothing, Differs };

/// Whether everything that meets `inner` meets `outer` too, as far as the two can be compared.
bool within(const Condition& inner, const Condition& outer) {
    if (inner.attribute != outer.attribute || inner.op != outer.op) return false;
    const auto holds = [](const QStringList& list, const QStringList& of) {
        return std::all_of(of.begin(), of.end(), [&](const QString& value) { return list.contains(value); });
    };
    switch (inner.op) {
        case Condition::Op::Range:
            return inner.low >= outer.low && inner.high <= outer.high;
        case Condition::Op::In:
        case Condition::Op::Has:
            return holds(outer.values, inner.values);
        case Condition::Op::NotIn:
        case Condition::Op::HasNot:
            return holds(inner.values, outer.values);
        case Condition::Op::Missing:
            break;
    }
    return true;
}

bool isAsked(const Condition& condition, const Icp& icp) {
    return std::any_of(icp.criteria.begin(), icp.criteria.end(), [&](const Criterion& criterion) {
        return criterion.condition && partOf(criterion) != CriterionPart::Exclusion &&
               within(condition, *criterion.condition);
    });
}

const Segment* behind(const Criterion& criterion, const Icp& icp, const Findings& findings) {
    const Segment* best = nullptr;
    std::ptrdiff_t most = 0;
    for (const Segment& segment : findings.segments) {
        const auto& conditions = segment.conditions;
        if (std::none_of(conditions.begin(), conditions.end(),
                         [&](const Condition& one) { return within(one, *criterion.condition); }))
            continue;
        const auto asked = std::count_if(conditions.begin(), conditions.end(),
                                         [&](const Condition& one) { return isAsked(one, icp); });
        if (asked > most) {
            best = &segment;
            most = asked;
        }
    }
    return best;
}

Known ofVerdict(const QString& verdict, const Findings& findings) {
    if (verdict == u"held") return Known::Same;
    if (verdict == u"too-few") return Known::TooFew;
    if (!verdict.isEmpty()) return Known::Differs;
    return findings.heldOut.n > 0 ? Known::Sealed : Known::Same;
}

struct Look {
    Known known = Known::Nothing;
    double again = 1;
};

Look lookAt(const Criterion& criterion, const Icp& icp, const Findings& findings) {
    if (partOf(criterion) == CriterionPart::Exclusion) {
        const auto found =
            std::find_if(findings.exclusions.begin(), findings.exclusions.end(),
                         [&](const Exclusion& one) { return within(one.condition, *criterion.condition); });
        // Nothing was kept to check it on, and exclusions are not redrawn.
        if (found == findings.exclusions.end() || findings.heldOut.n == 0) return {};
        return {ofVerdict(found->verdict, findings)};
    }
    const Segment* segment = behind(criterion, icp, findings);
    if (segment == nullptr) return {};
    if (findings.redraws == 0) return {Known::Redrawing};
    const double again = double(segment->foundAgain) / double(findings.redraws);
    return {again < oftenEnough ? Known::Differs : ofVerdict(segment->verdict, findings), again};
}

QString named(const QStringList& criteria) {
    QStringList shown;
    for (const QString& text : criteria.mid(0, mostNamed)) shown << Words::tr("“%1”").arg(text);
    const QString list = shown.join(Words::tr(", "));
    return criteria.size() <= mostNamed
               ? list
               : Words::tr("%1 and %n more", nullptr, int(criteria.size() - mostNamed)).arg(list);
}

CheckResult comfort(const Icp& icp) {
    const Comfort felt = comfortOf(icp.comfort);
    if (felt == Comfort::NoVote)
        return {Check::Comfort, CheckState::Open, Words::tr("No hands have been counted yet. Ask for them.")};
    if (isEarlierVote(icp))
        return {Check::Comfort, CheckState::Open, comfortText(icp) + u' ' + Words::tr("Vote again.")};
    return {Check::Comfort, felt == Comfort::Comfortable ? CheckState::Met : CheckState::Unmet,
            comfortText(icp.comfort)};
}

CheckResult sameAgain(const Icp& icp, const Findings& findings) {
    const auto result = [](CheckState state, const QString& text, bool sealed = false) {
        return CheckResult{Check::SameAgain, state, text, sealed};
    };
    std::array<QStringList, 6> lists;
    double least = 1;
    for (const Criterion& criterion : icp.criteria) {
        const CriterionPart part = partOf(criterion);
        if (part != CriterionPart::Must && part != CriterionPart::Should && part != CriterionPart::Exclusion)
            continue;
        const Look look = lookAt(criterion, icp, findings);
        lists[std::size_t(look.known)] << criterion.text;
        least = std::min(least, look.again);
    }
    const auto of = [&](Known known) -> const QStringList& { return lists[std::size_t(known)]; };
    if (std::all_of(lists.begin(), lists.end(), [](const QStringList& list) { return list.isEmpty(); }))
        return result(CheckState::Open, Words::tr("No must, should or exclusion names an attribute yet."));
    if (findings.base.n == 0) return result(CheckState::Open, Words::tr("There are no data to run again."));
    if (!of(Known::Differs).isEmpty())
        return result(
            CheckState::Unmet,
            Words::tr("Redraws or the newest data say otherwise of %1.").arg(named(of(Known::Differs))));
    if (!of(Known::Nothing).isEmpty())
        return result(
            CheckState::Open,
            Words::tr("Nothing that is searched again stands behind %1.").arg(named(of(Known::Nothing))));
    if (!of(Known::Redrawing).isEmpty()) return result(CheckState::Open, Words::tr("Redrawing…"));
    if (!of(Known::TooFew).isEmpty())
        return result(CheckState::Open,
                      Words::tr("The newest data are too few for %1.").arg(named(of(Known::TooFew))));
    const QString again = Words::tr("Found again in at least %1 of %2 redraws.")
                              .arg(percentText(least), countText(findings.redraws));
    if (!of(Known::Sealed).isEmpty())
        return result(CheckState::Open,
                      again + u' ' + Words::tr("The newest data are sealed: open them in Segments."), true);
    return result(CheckState::Met,
                  findings.heldOut.n > 0
                      ? again + u' ' + Words::tr("The newest data say the same.")
                      : again + u' ' +
                            Words::tr("Only redraws of the same data say so: no newer data are kept to check "
                                      "it on."));
}

CheckResult tested(const Icp& icp) {
    if (icp.tested.who.isEmpty())
        return {Check::Tested, CheckState::Open,
                Words::tr("Nobody outside the room has seen it yet, or nobody said so.")};
    const QString words = Words::tr("With %1 on %2.")
                              .arg(icp.tested.who, QLocale().toString(icp.tested.day, QLocale::ShortFormat));
    return isEarlierTest(icp) ? CheckResult{Check::Tested, CheckState::Open,
                                            words + u' ' + Words::tr("That was an earlier profile.")}
                              : CheckResult{Check::Tested, CheckState::Met, words};
}

}  // namespace

QString checkName(Check check) { return names.of(check); }

std::optional<Check> checkFromName(QStringView name) {
    for (const Check check : checks)
        if (checkName(check) == name) return check;
    return std::nullopt;
}

QString checkTitle(Check check) {
    switch (check) {
        case Check::Comfort:
            return Words::tr("Comfortably uncomfortable");
        case Check::SameAgain:
            return Words::tr("The data say the same again");
        case Check::Tested:
            return Words::tr("Tested with those it concerns");
    }
    return {};
}

std::array<CheckResult, checks.size()> readiness(const Icp& icp, const Findings& findings) {
    return {comfort(icp), sameAgain(icp, findings), tested(icp)};
}

QStringList unmetNames(const Icp& icp, const Findings& findings) {
    QStringList unmet;
    for (const CheckResult& result : readiness(icp, findings))
        if (result.state != CheckState::Met) unmet << checkName(result.check);
    return unmet;
}

}  // namespace icp
