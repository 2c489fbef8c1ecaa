// Rows that were set aside, saved, mended outside and dropped again.
#include "ui/document/document.h"
#include "ui/stations/import/importstation.h"
#include "ui/widgets/messagebar.h"

namespace icp::ui {

/// What was dropped is either more to import or a list of mended rows.
void ImportStation::sort(const QStringList& paths) {
    m_dropped += paths;  // those that were being looked into come again with these
    m_sorting->start(
        [this, paths = m_dropped, dataset = m_shown](const Job& job, const Background::Deliver& deliver) {
            const auto sorted = std::make_shared<const SortedFiles>(sortFiles(*dataset, paths, job));
            deliver([this, sorted] { takeSorted(*sorted); });
        });
}

void ImportStation::forgetSorting() {
    m_dropped.clear();
    m_sorting->cancel();
}

void ImportStation::takeSorted(const SortedFiles& sorted) {
    m_dropped.clear();
    if (!document()) return;
    if (!sorted.tables.isEmpty()) addTables(sorted.tables);
    QStringList refused;
    std::vector<const FixedImport*> fixed;
    for (const SortedFiles::List& list : sorted.lists)
        if (list.fixed)
            fixed.push_back(&*list.fixed);
        else
            refused << list.fixed.error().message;
    if (!fixed.empty() && m_shown) {
        change(tr("Read mended rows"), [&](ImportRequest& request) {
            m_draft.mended.clear();
            m_draft.asBefore = 0;
            for (const FixedImport* one : fixed) {
                for (MendedRow& row : takeFixed(request, *m_shown, one->choices))
                    m_draft.mended.push_back(std::move(row));
                m_draft.asBefore += one->asBefore;
            }
        });
    }
    if (refused.isEmpty()) return;
    messages()->showMessage(MessageBar::Kind::Warning, refused.join(u' '));
    messages()->addAction(tr("Close"), [this] { messages()->clear(); });
}

/// What was taken of the lists and what was not; told once.
QString ImportStation::mendedText() {
    const std::vector<MendedRow> rows = std::exchange(m_draft.mended, {});
    const qint64 asBefore = std::exchange(m_draft.asBefore, 0);
    if (rows.empty()) return {};
    QString text =
        tr("%n mended row(s) read in the place of those set aside.", nullptr, int(rows.size())) + u' ';
    if (const qint64 again = asideAgain(*m_draft.result, rows); again > 0)
        text += tr("%n of them make no sense yet; the list says why.", nullptr, int(again)) + u' ';
    if (asBefore > 0) text += tr("%n row(s) of the list are as they were.", nullptr, int(asBefore)) + u' ';
    return text;
}

}  // namespace icp::ui
