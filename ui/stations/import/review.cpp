#include "ui/stations/import/review.h"

#include "core/proposals/mended.h"

namespace icp::ui {

Review::Review(QObject* parent) : QObject(parent) {}

void Review::forget() {
    m_question = {};
    m_work.cancel();
}

void Review::ask(const Question& question) {
    Question asked = question;
    if (asked.dataset->origin) asked.dataset = asked.dataset->origin->imported;
    if (asked == m_question) return;
    m_question = asked;
    m_work.start([this, asked](const Job& job, const Background::Deliver& deliver) {
        const auto dataset = icp::mended(asked.dataset, asked.decisions, job);
        if (!dataset) return;  // cancelled: the newer question brings its own answer
        deliver([this, mine = *dataset] { Q_EMIT mended(mine); });
        if (asked.before) {
            auto change = compare(*asked.before, **dataset, job);
            if (!change) return;
            deliver([this, before = asked.before, after = *dataset,
                     shared = std::make_shared<const DatasetChange>(std::move(*change))] {
                Q_EMIT compared(before, after, shared);
            });
        }
        auto proposals = propose(**dataset, job);
        if (!proposals) return;
        leaveOut(*proposals, asked.decisions.declined);
        deliver([this, mine = std::move(*proposals)] { Q_EMIT proposed(mine); });
    });
}

}  // namespace icp::ui
