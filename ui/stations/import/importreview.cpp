// What is decided of the data before and after they are used; all of it stands in the journal.
#include "ui/document/document.h"
#include "ui/stations/import/changescard.h"
#include "ui/stations/import/columnverdict.h"
#include "ui/stations/import/importstation.h"
#include "ui/stations/import/previewcard.h"

namespace icp::ui {

namespace {

Decisions asDeclined(const Decisions& proposed) {
    Decisions result;
    for (const auto& [id, decision] : toJson(proposed)) result.declined.push_back({id});
    return result;
}

}  // namespace

/// Only where somebody looks: the search takes a while with many accounts.
void ImportStation::review() {
    if (!document() || !isVisible() || !m_shown || m_draft.reading) return;
    const bool compares = isFresh() && !document()->dataset().files.empty();
    if (!compares) m_changes->setChange(nullptr, nullptr, nullptr);
    m_review->ask({m_shown, document()->workshop().decisions,
                   compares ? document()->sharedDataset() : std::shared_ptr<const Dataset>()});
}

void ImportStation::showEvent(QShowEvent* event) {
    Station::showEvent(event);
    if (m_stale) refresh();
    review();
}

void ImportStation::chooseUse(const QStringList& headers, AttributeUse use) {
    if (!document() || !m_shown || std::size_t(m_slot) >= m_slots.size()) return;
    const int file = m_slots[std::size_t(m_slot)].file;
    if (file < 0) return;
    const Dataset& imported = m_shown->origin ? *m_shown->origin->imported : *m_shown;
    Decisions decisions;
    for (const ColumnInfo& info : m_shown->files[std::size_t(file)].columnInfo) {
        if (!headers.contains(info.header) || info.attribute.isEmpty()) continue;
        // Back to what the import made of it, as long as that was not to leave it out.
        const Attribute* before = imported.find(info.attribute);
        const bool keeps = use != AttributeUse::LeftOut && !isLeftOut(before);
        decisions.uses.push_back({info.attribute, keeps ? before->use : use});
    }
    if (decisions.uses.empty()) return;
    const int count = int(decisions.uses.size());
    document()->decide(decisions, use == AttributeUse::LeftOut ? tr("Leave out %n column(s)", nullptr, count)
                                                               : tr("Keep %n column(s)", nullptr, count));
}

void ImportStation::showProposals() {
    m_preview->setProposals(m_proposals, document() ? document()->workshop().decisions : Decisions(),
                            m_proposals ? m_declined : Decisions());
}

void ImportStation::decline(const Decisions& decisions, int count) {
    document()->decide(asDeclined(decisions), tr("Leave %n proposal(s) as they are", nullptr, count));
}

void ImportStation::askAgain(const Decisions& decisions, int count) {
    document()->withdraw(asDeclined(decisions), tr("Ask about %n proposal(s) again", nullptr, count));
}

}  // namespace icp::ui
