// What people do on the page: each edit is one step of undo.
#include "core/draft/draft.h"
#include "core/workshop/workshop.h"
#include "ui/document/document.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/stations/icp/icptabs.h"
#include "ui/widgets/messagebar.h"

#include <QPushButton>

#include <algorithm>

namespace icp::ui {

void IcpStation::store(const Icp& icp, const QString& text, const QString& field) {
    if (!document()) return;
    m_preview.reset();
    messages()->clear();
    if (!document()->editIcp(icp, text, field)) refreshIcp();
}

void IcpStation::vote(int tooBroad, int comfortable, int tooNarrow) {
    Icp icp = shown();
    icp.comfort = {tooBroad, comfortable, tooNarrow, QDate::currentDate(), criteriaMark(icp)};
    store(icp, tr("Count the hands"), QStringLiteral("comfort"));
}

/// Beside, because it weighs many conditions against all accounts.
void IcpStation::draft() {
    if (!document()) return;
    m_draft->setEnabled(false);
    m_drafting.start([this, dataset = document()->sharedDataset(), findings = document()->findings(),
                      before = shown()](const Job&, const Background::Deliver& deliver) {
        const Icp drafted = draftIcp(findings, *dataset, before.name);
        const bool anyDriver =
            std::any_of(findings.attributes.begin(), findings.attributes.end(),
                        [](const AttributeProfile& profile) { return profile.isDriver(); });
        deliver([this, drafted, before, anyDriver] {
            m_draft->setEnabled(true);
            if (!shown().criteria.empty() || shown().id != before.id) return;
            Icp icp = shown();
            icp.criteria = drafted.criteria;
            icp.hypothesis = drafted.hypothesis;
            icp.baseline = drafted.baseline;
            if (icp.criteria.empty())
                messages()->showMessage(
                    MessageBar::Kind::Info,
                    anyDriver ? tr("What is clear in Patterns is about deals or repeats the outcome: it "
                                   "describes no "
                                   "kind of company to draft from. Write what you know instead.")
                              : tr("No pattern is clear enough to draft from. Write what you know instead."));
            else
                store(icp, tr("Draft from the findings"));
        });
    });
}

void IcpStation::addIcp() {
    if (!document()) return;
    Icp icp;
    icp.id = newId();
    icp.name = tr("ICP %1").arg(document()->workshop().icps.size() + 1);
    icp.hypothesis = document()->findings().mode != Mode::Full;
    store(icp, tr("Add ICP"));
    document()->setCurrentIcp(icp.id);
    m_tabs->rename(m_tabs->currentIndex());
}

void IcpStation::removeIcp(const QString& id) {
    const Icp* icp = document() ? document()->workshop().icp(id) : nullptr;
    if (!icp) return;
    const QString name = icp->name;
    if (document()->removeIcp(id)) offerUndo(tr("“%1” is removed.").arg(name));
}

void IcpStation::offerUndo(const QString& text) {
    messages()->showMessage(MessageBar::Kind::Info, text);
    messages()->addAction(tr("Undo"), [this] {
        messages()->clear();
        undo();
    });
}

void IcpStation::undo() {
    if (!document()) return;
    messages()->clear();
    document()->undo();
}

void IcpStation::redo() {
    if (!document()) return;
    messages()->clear();
    document()->redo();
}

}  // namespace icp::ui
