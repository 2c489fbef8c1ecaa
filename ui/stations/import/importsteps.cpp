// What the window's Undo takes back of an import: how files are read, and that their data are used. What is
// decided of the data stands in the workshop's journal; whichever was done last goes first.
#include "ui/document/document.h"
#include "ui/stations/import/importstation.h"
#include "ui/widgets/messagebar.h"

namespace icp::ui {

namespace {

constexpr std::size_t mostSteps = 50;

}  // namespace

void ImportStation::followJournal() {
    connect(document(), &Document::workshopChanged, this, [this] { ++m_edits; });
    // An undo is told of as an edit first.
    connect(document(), &Document::undone, this, [this] { m_edits -= 2; });
    m_edits = 0;
}

void ImportStation::addStep(Step step) {
    step.edits = m_edits;
    m_draft.undone.clear();
    m_draft.done.push_back(std::move(step));
    if (m_draft.done.size() > mostSteps) m_draft.done.erase(m_draft.done.begin());
    Q_EMIT stepsChanged();
}

/// How files are read is asked about on this page; that their data are used concerns every page.
bool ImportStation::isAtHand(const std::vector<Step>& steps) const {
    return document() && !steps.empty() && (isVisible() || steps.back().used);
}

QString ImportStation::undoText() const {
    if (!isAtHand(m_draft.done)) return {};
    const Step& step = m_draft.done.back();
    return step.edits >= m_edits || !document()->canUndo() ? step.text : QString();
}

QString ImportStation::redoText() const {
    if (!isAtHand(m_draft.undone)) return {};
    const Step& step = m_draft.undone.back();
    return step.edits <= m_edits || !document()->canRedo() ? step.text : QString();
}

void ImportStation::undoStep() {
    if (undoText().isEmpty()) return;
    Step step = std::move(m_draft.done.back());
    m_draft.done.pop_back();
    const QString text = step.text;
    if (step.used) {
        document()->dropDataset();
        m_draft.request = m_draft.understood = step.request;
        m_draft.result = step.used;
        m_draft.used = false;
        m_draft.undone.push_back(std::move(step));
        Q_EMIT goTo(Id::Import);
        messages()->showMessage(MessageBar::Kind::Info,
                                tr("This data is no longer used; the workshop has what it had before."));
        refresh();
    } else {
        takeBackReading(std::move(step));
    }
    m_draft.undone.back().edits = m_edits;
    Q_EMIT stepsChanged();
}

void ImportStation::redoStep() {
    if (redoText().isEmpty()) return;
    Step step = std::move(m_draft.undone.back());
    m_draft.undone.pop_back();
    step.edits = m_edits;
    if (step.used) {
        m_draft.result = step.used;
        m_draft.done.push_back(std::move(step));
        takeIntoUse();
    } else {
        std::swap(step.request, m_draft.request);
        m_draft.done.push_back(std::move(step));
        import();
    }
    Q_EMIT stepsChanged();
}

/// What was asked for before; where that is in use, nothing needs reading again.
void ImportStation::takeBackReading(Step step) {
    m_draft.mended.clear();
    std::swap(step.request, m_draft.request);
    const bool inUse = step.wasUsed;
    m_draft.undone.push_back(std::move(step));
    if (!inUse) {
        import();
        return;
    }
    document()->cancel();
    m_review->forget();
    messages()->clear();
    m_draft.reading = false;
    m_draft.used = true;
    m_draft.result = document()->sharedDataset();
    m_draft.understood = m_draft.request;
    refresh();
}

}  // namespace icp::ui
