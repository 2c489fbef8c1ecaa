#include "core/workshop/counterproposal.h"
#include "ui/models/icpedits.h"
#include "ui/stations/icp/counterrow.h"
#include "ui/stations/icp/criterialist.h"
#include "ui/stations/icp/criterioneditor.h"

#include <QSet>

#include <algorithm>

namespace icp::ui {

namespace {

const CounterProposal* counterOf(const Criterion* criterion, const QString& counter) {
    if (criterion == nullptr) return nullptr;
    const auto found = std::find_if(criterion->counters.begin(), criterion->counters.end(),
                                    [&](const CounterProposal& one) { return one.id == counter; });
    return found == criterion->counters.end() ? nullptr : &*found;
}

}  // namespace

QList<QWidget*> CriteriaList::counterRows(const Criterion& criterion) {
    QList<QWidget*> rows;
    for (const CounterProposal& counter : criterion.counters) {
        // A criterion that was duplicated has counter-proposals with the ids of its model.
        const QString key = criterion.id + u'/' + counter.id;
        CounterRow*& row = m_counters[key];
        if (row == nullptr) {
            row = new CounterRow(this);
            connect(row, &CounterRow::adoptAsked, this,
                    [this, id = criterion.id, counter = counter.id] { adopt(id, counter); });
            connect(row, &CounterRow::editAsked, this,
                    [this, id = criterion.id, counter = counter.id] { openCounter(id, counter); });
            connect(row, &CounterRow::removeAsked, this,
                    [this, id = criterion.id, counter = counter.id] { removeCounter(id, counter); });
        }
        row->show(counter, criterion.text);
        rows << row;
    }
    return rows;
}

void CriteriaList::dropCounterRows() {
    QSet<QString> kept;
    for (const Criterion& criterion : m_icp.criteria)
        for (const CounterProposal& counter : criterion.counters) kept << criterion.id + u'/' + counter.id;
    for (auto it = m_counters.begin(); it != m_counters.end();) {
        if (kept.contains(it.key())) {
            ++it;
            continue;
        }
        it.value()->hide();
        it.value()->deleteLater();
        it = m_counters.erase(it);
    }
}

/// Starts from what stands there, or from what the counter-proposal says already.
void CriteriaList::openCounter(const QString& id, const QString& counter) {
    const Criterion* answered = m_icp.find(id);
    if (answered == nullptr) return;
    const Criterion now = *answered;
    Criterion written = now;
    written.author.clear();
    written.why.clear();
    if (const CounterProposal* before = counterOf(answered, counter)) written = inPlaceOf(now, *before);
    openEditor(written, true, counter);
    m_editor->answer(now);
}

void CriteriaList::storeCounter(const Criterion& written) {
    Icp icp = m_icp;
    const Criterion* found = icp.find(written.id);
    if (found == nullptr) return;
    Criterion criterion = *found;
    CounterProposal counter = counterFrom(written, m_editedCounter);
    counter.evidence =
        counter.condition ? typedEvidence(*counter.condition, *m_dataset, m_findings) : Evidence();
    const auto before = std::find_if(criterion.counters.begin(), criterion.counters.end(),
                                     [&](const CounterProposal& one) { return one.id == counter.id; });
    if (before != criterion.counters.end())
        *before = counter;
    else
        criterion.counters.push_back(counter);
    putCriterion(icp, criterion);
    closeEditor();
    change(icp, tr("Write a counter-proposal"));
    reveal(criterion.id);
}

void CriteriaList::adopt(const QString& id, const QString& counter) {
    const Criterion* before = m_icp.find(id);
    const CounterProposal* chosen = counterOf(before, counter);
    if (chosen == nullptr) return;
    closeEditor();
    const QString words = chosen->text;
    const Importance importance = chosen->importance;
    Criterion taken = icp::adopted(*before, counter);
    taken.importance = before->importance;
    Icp icp = m_icp;
    putCriterion(icp, taken);
    setImportance(icp, id, importance, homeOf(taken));
    Criterion placed = *icp.find(id);
    if (isWeighed(placed) && placed.weight <= 0) {
        placed.weight = startingWeight(placed.importance);
        putCriterion(icp, placed);
    }
    change(icp, tr("Adopt a counter-proposal"));
    reveal(id);
    Q_EMIT adopted(words);
}

void CriteriaList::removeCounter(const QString& id, const QString& counter) {
    const CounterProposal* gone = counterOf(m_icp.find(id), counter);
    if (gone == nullptr) return;
    const QString words = gone->text;
    Icp icp = m_icp;
    Criterion criterion = *icp.find(id);
    std::erase_if(criterion.counters, [&](const CounterProposal& one) { return one.id == counter; });
    putCriterion(icp, criterion);
    change(icp, tr("Remove a counter-proposal"));
    reveal(id);
    Q_EMIT removed(words);
}

}  // namespace icp::ui
