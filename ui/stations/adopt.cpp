#include "ui/stations/adopt.h"

#include "core/draft/criteria.h"
#include "ui/document/document.h"
#include "ui/widgets/messagebar.h"

#include <QCoreApplication>

namespace icp::ui {

namespace {

struct Adopt {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::Adopt)
};

void adopt(Document& document, MessageBar& messages, const std::vector<Criterion>& criteria) {
    if (!document.addCriteria(criteria)) return;  // the document said why
    QStringList texts;
    for (const Criterion& criterion : criteria) texts << criterion.text;
    const QString text = criteria.front().importance == Importance::Exclude
                             ? Adopt::tr("The ICP excludes: %1.")
                             : Adopt::tr("In the ICP now: %1.");
    messages.showMessage(MessageBar::Kind::Ok, text.arg(texts.join(QStringLiteral("; "))));
    messages.addAction(Adopt::tr("Undo"), [&document, &messages] {
        document.undo();
        messages.clear();
    });
}

}  // namespace

QString dealsOnly() {
    return Adopt::tr("This is known of a deal, not of a company: it can rule out no company.");
}

void addToIcp(Document& document, MessageBar& messages, const AttributeProfile& attribute,
              const std::vector<Level>& levels) {
    adopt(document, messages, {criterionFrom(attribute, levels, document.dataset())});
}

void addToIcp(Document& document, MessageBar& messages, const Segment& segment) {
    adopt(document, messages, criteriaFrom(segment, document.dataset()));
}

void exclude(Document& document, MessageBar& messages, const Exclusion& exclusion) {
    if (exclusion.entity == Entity::Deal) {
        messages.showMessage(MessageBar::Kind::Info, dealsOnly());
        return;
    }
    adopt(document, messages, {criterionFrom(exclusion, document.dataset())});
}

void exclude(Document& document, MessageBar& messages, const AttributeProfile& attribute,
             const std::vector<Level>& levels) {
    if (attribute.entity == Entity::Deal) {
        messages.showMessage(MessageBar::Kind::Info, dealsOnly());
        return;
    }
    Criterion criterion = criterionFrom(attribute, levels, document.dataset());
    criterion.importance = Importance::Exclude;
    criterion.section = Section::Exclusions;
    adopt(document, messages, {criterion});
}

}  // namespace icp::ui
