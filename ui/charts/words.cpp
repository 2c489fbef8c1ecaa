#include "ui/charts/words.h"

#include "core/base/interval.h"

namespace icp::ui {

QString Words::unit() const {
    switch (m_unit) {
        case Unit::Deal:
            return tr("Every closed deal");
        case Unit::FirstDeal:
            return tr("First deal per company");
        case Unit::Account:
            break;
    }
    return tr("Customers");
}

QString Words::outcome() const {
    switch (m_outcome) {
        case Outcome::Won:
            return tr("Won or lost");
        case Outcome::Value:
            return tr("Best by value");
        case Outcome::Growth:
            return tr("Best by growth");
        case Outcome::Advocacy:
            return tr("Best by advocacy");
        case Outcome::Blend:
            return tr("Best by the blend");
        case Outcome::Retained:
            break;
    }
    return tr("Stayed or left");
}

QString Words::counted(qint64 n) const {
    if (m_unit == Unit::Account) return n == 1 ? tr("1 customer") : tr("%Ln customers", nullptr, int(n));
    return n == 1 ? tr("1 deal") : tr("%Ln deals", nullptr, int(n));
}

QString Words::positives(qint64 n) const {
    switch (m_outcome) {
        case Outcome::Won:
            return tr("%Ln won", nullptr, int(n));
        case Outcome::Value:
        case Outcome::Growth:
        case Outcome::Advocacy:
        case Outcome::Blend:
            return tr("%Ln best", nullptr, int(n));
        case Outcome::Retained:
            break;
    }
    return tr("%Ln stayed", nullptr, int(n));
}

QString Words::negatives(qint64 n) const {
    switch (m_outcome) {
        case Outcome::Won:
            return tr("%Ln lost", nullptr, int(n));
        case Outcome::Value:
        case Outcome::Growth:
        case Outcome::Advocacy:
        case Outcome::Blend:
            return tr("%Ln others", nullptr, int(n));
        case Outcome::Retained:
            break;
    }
    return tr("%Ln left", nullptr, int(n));
}

QString Words::scope(const Rate& base) const {
    return tr("%1, %2", "720 deals, 230 won").arg(counted(base.n), positives(base.positives));
}

QString Words::ratio(const Rate& rate) const {
    const QString part = countText(rate.positives);
    const QString whole = countText(rate.n);
    switch (m_outcome) {
        case Outcome::Won:
            return tr("%1 of %2 won").arg(part, whole);
        case Outcome::Value:
        case Outcome::Growth:
        case Outcome::Advocacy:
        case Outcome::Blend:
            return tr("%1 of %2 among the best").arg(part, whole);
        case Outcome::Retained:
            break;
    }
    return tr("%1 of %2 stayed").arg(part, whole);
}

QString Words::range(const Rate& rate) const {
    return tr("range %1 to %2").arg(percentText(rate.low), percentText(rate.high));
}

QString Words::rateName() const {
    switch (m_outcome) {
        case Outcome::Won:
            return tr("Win rate");
        case Outcome::Value:
        case Outcome::Growth:
        case Outcome::Advocacy:
        case Outcome::Blend:
            return tr("Share of best");
        case Outcome::Retained:
            break;
    }
    return tr("Share that stayed");
}

QString Words::rateTitle() const {
    switch (m_outcome) {
        case Outcome::Won:
            return tr("How often you win");
        case Outcome::Value:
        case Outcome::Growth:
        case Outcome::Advocacy:
        case Outcome::Blend:
            return tr("How often they are among your best");
        case Outcome::Retained:
            break;
    }
    return tr("How often they stay");
}

QString Words::rateNote() const {
    switch (m_outcome) {
        case Outcome::Won:
            return tr("Won deals out of closed deals. Lines show the likely range (95%).");
        case Outcome::Value:
            return tr("Customers in the top quarter by value. Lines show the likely range (95%).");
        case Outcome::Growth:
            return tr("Customers in the top quarter by growth. Lines show the likely range (95%).");
        case Outcome::Advocacy:
            return tr("Customers in the top quarter by advocacy. Lines show the likely range (95%).");
        case Outcome::Blend:
            return tr("Customers in the top quarter by the blend. Lines show the likely range (95%).");
        case Outcome::Retained:
            break;
    }
    return tr("Customers that have not left. Lines show the likely range (95%).");
}

QString Words::groupTitle() const {
    switch (m_outcome) {
        case Outcome::Won:
            return tr("Where your customers are");
        case Outcome::Value:
        case Outcome::Growth:
        case Outcome::Advocacy:
        case Outcome::Blend:
            return tr("Where your best customers are");
        case Outcome::Retained:
            break;
    }
    return tr("Where the customers that stay are");
}

QString Words::groupNote() const {
    return m_outcome == Outcome::Won ? tr("Share of each group. Numbers on bars are companies.")
                                     : tr("Share of each group. Numbers on bars are customers.");
}

QString Words::bestName() const {
    switch (m_outcome) {
        case Outcome::Won:
            return tr("Won");
        case Outcome::Value:
        case Outcome::Growth:
        case Outcome::Advocacy:
        case Outcome::Blend:
            return tr("Best");
        case Outcome::Retained:
            break;
    }
    return tr("Stayed");
}

QString Words::restName() const {
    switch (m_outcome) {
        case Outcome::Won:
            return tr("Never won");
        case Outcome::Value:
        case Outcome::Growth:
        case Outcome::Advocacy:
        case Outcome::Blend:
            return tr("Other");
        case Outcome::Retained:
            break;
    }
    return tr("Left");
}

QString Words::triedName() const { return m_outcome == Outcome::Won ? tr("Tried") : tr("Customers"); }

QString Words::who() const {
    switch (m_outcome) {
        case Outcome::Won:
            return tr("you win");
        case Outcome::Value:
        case Outcome::Growth:
        case Outcome::Advocacy:
        case Outcome::Blend:
            return tr("customers are among your best");
        case Outcome::Retained:
            break;
    }
    return tr("customers stay");
}

QString exclusionName(const Exclusion& exclusion) {
    return exclusion.condition.op == Condition::Op::Range
               ? Words::tr("%1 %2", "Finance team size 1–3").arg(exclusion.attributeLabel, exclusion.label)
               : Words::tr("%1: %2", "Ownership: Public body").arg(exclusion.attributeLabel, exclusion.label);
}

/// What the newer units say of an exclusion.
static QString checkWord(const QString& verdict) {
    if (verdict == u"held") return Words::tr("held");
    if (verdict == u"average") return Words::tr("not so any more");
    return verdict == u"weaker" ? Words::tr("less clear") : Words::tr("too few to say");
}

ExclusionNumbers exclusionNumbers(const Exclusion& exclusion, const Findings& findings) {
    const Words words(findings.study);
    ExclusionNumbers out;
    const QString ratio = words.ratio(exclusion.rate);
    out.record = exclusion.heldOut.n > 0 && findings.heldOutFrom.isValid()
                     ? Words::tr("%1, since %2: %3 of %4, %5.", "3 of 62 won, since Jan 2025: 2 of 16, held")
                           .arg(ratio, periodText(findings.heldOutFrom, findings.heldOutFrom))
                           .arg(countText(exclusion.heldOut.positives), countText(exclusion.heldOut.n),
                                checkWord(exclusion.verdict))
                     : ratio + u'.';
    const qint64 n = exclusion.customers;
    const QString customers = exclusion.entity == Entity::Deal
                                  ? Words::tr("Customers with such a won deal: %1").arg(countText(n))
                              : n == 1 ? Words::tr("1 customer fits this")
                                       : Words::tr("%Ln customers fit this", nullptr, int(n));
    out.cost = findings.valueTotal > 0
                   ? Words::tr("%1, %2 of revenue.").arg(customers, percentText(exclusion.revenueShare))
                   : customers + u'.';
    return out;
}

}  // namespace icp::ui
