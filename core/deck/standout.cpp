#include "core/deck/standout.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp::slide {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Standout)
};

bool standsOut(const Level& level, double base, bool above) {
    return !level.unknown && level.status != LevelStatus::Untested &&
           (above ? level.rate.low > base : level.rate.high < base);
}

/// Whether the labelled levels stand side by side.
bool neighbours(const AttributeProfile& profile, const QStringList& labels) {
    std::vector<std::ptrdiff_t> places;
    for (const QString& label : labels)
        places.push_back(std::find_if(profile.levels.begin(), profile.levels.end(),
                                      [&](const Level& level) { return level.label == label; }) -
                         profile.levels.begin());
    return places.back() - places.front() + 1 == std::ptrdiff_t(places.size());
}

/// Whether a level lies within a condition of the same kind.
bool within(const Condition& level, const Condition& condition) {
    if (level.op != condition.op) return false;
    if (condition.op == Condition::Op::Range)
        return level.low >= condition.low && level.high <= condition.high;
    return !level.values.isEmpty() &&
           std::all_of(level.values.begin(), level.values.end(),
                       [&](const QString& value) { return condition.values.contains(value); });
}

/// Whether the levels, all within the condition, leave nothing of it out.
bool fill(const std::vector<const Level*>& levels, const Condition& condition) {
    if (levels.empty()) return false;
    if (condition.op != Condition::Op::Range) {
        qsizetype values = 0;
        for (const Level* level : levels) values += level->condition.values.size();
        return values == condition.values.size();
    }
    bool whole =
        levels.front()->condition.low == condition.low && levels.back()->condition.high == condition.high;
    for (std::size_t i = 1; i < levels.size(); ++i)
        whole = whole && levels[i - 1]->condition.high == levels[i]->condition.low;
    return whole;
}

void add(Standout& found, const Level& level, bool inside) {
    if (level.unknown) {
        found.unknown += level.rate.n;
        return;
    }
    if (inside) found.labels << level.label;
    qint64& n = inside ? found.n : found.otherN;
    qint64& positives = inside ? found.positives : found.otherPositives;
    const bool only = n == 0;
    n += level.rate.n;
    positives += level.rate.positives;
    (inside ? found.range : found.otherRange) =
        only ? Interval{level.rate.low, level.rate.high} : wilson(positives, n);
}

}  // namespace

Standout standout(const AttributeProfile& profile, const Rate& base) {
    Standout found;
    for (const bool above : {true, false}) {
        found = Standout();
        found.above = above;
        const Level* clearest = nullptr;
        for (const Level& level : profile.levels) {
            const bool stands = standsOut(level, base.rate, above);
            add(found, level, stands);
            if (!stands) continue;
            const auto gap = [&](const Level& one) {
                return above ? one.rate.low - base.rate : base.rate - one.rate.high;
            };
            if (clearest == nullptr || gap(level) > gap(*clearest)) clearest = &level;
        }
        if (profile.kind == AttributeKind::Multi && clearest != nullptr)
            found = {{clearest->label},
                     clearest->rate.n,
                     clearest->rate.positives,
                     base.n - clearest->rate.n,
                     base.positives - clearest->rate.positives,
                     above,
                     {clearest->rate.low, clearest->rate.high},
                     wilson(base.positives - clearest->rate.positives, base.n - clearest->rate.n)};
        if (found.clear()) break;
    }
    return found;
}

Standout standout(const AttributeProfile& profile, const Condition& condition) {
    Standout found;
    if (profile.kind == AttributeKind::Multi) return found;
    std::vector<const Level*> inside;
    for (const Level& level : profile.levels) {
        const bool in = !level.unknown && within(level.condition, condition);
        add(found, level, in);
        if (in) inside.push_back(&level);
    }
    if (!fill(inside, condition)) return {};
    found.above = !found.clear() || found.rate() >= found.otherRate();
    return found;
}

QString levelWords(const AttributeProfile& profile, const QStringList& labels, qsizetype shown) {
    const bool scale = profile.kind == AttributeKind::Ordinal || profile.kind == AttributeKind::Numeric ||
                       profile.kind == AttributeKind::Date;
    if (scale && labels.size() > 2 && neighbours(profile, labels))
        return Words::tr("%1 to %2", "the first and the last level").arg(labels.first(), labels.last());
    const QString listed = labels.mid(0, shown).join(Words::tr(", ", "between levels"));
    return labels.size() <= shown ? listed
                                  : Words::tr("%1 and %2 more").arg(listed).arg(labels.size() - shown);
}

QString positiveWord(Outcome outcome) {
    switch (outcome) {
        case Outcome::Won:
            return Words::tr("won");
        case Outcome::Retained:
            return Words::tr("stayed");
        case Outcome::Value:
            return Words::tr("among the best by value");
        case Outcome::Growth:
            return Words::tr("among the best by growth");
        case Outcome::Advocacy:
            return Words::tr("among the best by advocacy");
        case Outcome::Blend:
            break;
    }
    return Words::tr("among the best");
}

QString unitWord(const Study& study) {
    return study.unit == Unit::Account ? Words::tr("customers") : Words::tr("deals");
}

QString verdictWord(const QString& verdict) {
    if (verdict == u"held") return Words::tr("held");
    if (verdict == u"weaker") return Words::tr("weaker");
    if (verdict == u"too-few") return Words::tr("too few to say");
    if (verdict == u"average") return Words::tr("no different from all");
    return Words::tr("not checked");
}

}  // namespace icp::slide
