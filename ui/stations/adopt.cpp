#include "ui/stations/adopt.h"

#include "core/draft/criteria.h"
#include "ui/document/document.h"
#include "ui/models/claimwords.h"
#include "ui/stations/filterrow.h"
#include "ui/widgets/messagebar.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace icp::ui {

namespace {

struct Adopt {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::Adopt)
};

/// What is known of deals only is left out and told.
void adopt(Document& document, MessageBar& messages, std::vector<Criterion> criteria) {
    const auto deals =
        std::stable_partition(criteria.begin(), criteria.end(), [&](const Criterion& criterion) {
            return !criterion.condition || !isOfDeals(*criterion.condition, document.dataset());
        });
    QStringList leftOut;
    for (auto it = deals; it != criteria.end(); ++it) leftOut << it->text;
    const bool excludes = criteria.front().importance == Importance::Exclude;
    criteria.erase(deals, criteria.end());
    if (criteria.empty()) {
        messages.showMessage(MessageBar::Kind::Info, excludes ? dealsOnly() : dealsCannotBeMet());
        return;
    }
    if (!document.addCriteria(criteria)) return;  // the document said why
    QStringList texts;
    for (const Criterion& criterion : criteria) texts << criterion.text;
    QString text = (excludes ? Adopt::tr("The ICP excludes: %1.") : Adopt::tr("In the ICP now: %1."))
                       .arg(texts.join(QStringLiteral("; ")));
    if (!leftOut.isEmpty())
        text += u' ' + Adopt::tr("Left out, because it is known of a deal, not of a company: %1.")
                           .arg(leftOut.join(QStringLiteral("; ")));
    messages.showMessage(MessageBar::Kind::Ok, text);
    messages.addAction(Adopt::tr("Undo"), [&document, &messages] {
        document.undo();
        messages.clear();
    });
}

}  // namespace

QString claimThis(Document& document, const std::vector<Condition>& conditions) {
    const Claim claim = claimThat(conditions, document.dataset(), document.study());
    std::vector<Condition> others = chosenConditions(document.study());
    const auto said = [&](const Condition& one) {
        return std::find(conditions.begin(), conditions.end(), one) != conditions.end();
    };
    if (std::erase_if(others, said) > 0) document.setStudy(narrowedTo(document.study(), others));
    return QString::fromUtf8(QJsonDocument(toJson(claim)).toJson(QJsonDocument::Compact));
}

QString dealsOnly() {
    return Adopt::tr("This is known of a deal, not of a company: it can rule out no company.");
}

QString dealsCannotBeMet() {
    return Adopt::tr("This is known of a deal, not of a company: no company can meet it.");
}

void addToIcp(Document& document, MessageBar& messages, const AttributeProfile& attribute,
              const std::vector<Level>& levels) {
    adopt(document, messages, {criterionFrom(attribute, levels, document.dataset())});
}

void addToIcp(Document& document, MessageBar& messages, const Segment& segment) {
    adopt(document, messages, criteriaFrom(segment, document.dataset()));
}

void exclude(Document& document, MessageBar& messages, const Exclusion& exclusion) {
    adopt(document, messages, {criterionFrom(exclusion, document.dataset())});
}

void exclude(Document& document, MessageBar& messages, const AttributeProfile& attribute,
             const std::vector<Level>& levels) {
    Criterion criterion = criterionFrom(attribute, levels, document.dataset());
    criterion.importance = Importance::Exclude;
    criterion.section = Section::Exclusions;
    adopt(document, messages, {criterion});
}

}  // namespace icp::ui
