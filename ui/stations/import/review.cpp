#include "ui/stations/import/review.h"

#include "core/proposals/mended.h"

namespace icp::ui {

Review::Review(QObject* parent) : QObject(parent) {}

void Review::forget() {
    m_question = {};
    m_found.reset();
    m_search.cancel();
    m_sifting.cancel();
}

void Review::wait() {
    while (busy()) {
        m_search.wait();
        m_sifting.wait();
    }
}

void Review::ask(const Question& question) {
    Question asked = question;
    if (asked.dataset->origin) asked.dataset = asked.dataset->origin->imported;
    if (asked == m_question) return;
    if (asked.dataset != m_question.dataset) m_found.reset();
    const bool others = asked.dataset != m_question.dataset || asked.before != m_question.before ||
                        !mendsAlike(asked.decisions, m_question.decisions);
    m_question = std::move(asked);
    if (others) search();
    sift();
}

void Review::search() {
    m_search.start([this, asked = m_question](const Job& job, const Background::Deliver& deliver) {
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
        deliver([this, found = std::make_shared<const Proposals>(std::move(*proposals))] {
            m_found = found;
            sift();
        });
    });
}

void Review::sift() {
    if (!m_found) return;
    m_sifting.start([this, found = m_found, decisions = m_question.decisions](
                        const Job&, const Background::Deliver& deliver) {
        auto left = std::make_shared<Proposals>(*found);
        std::vector<Declined> settled;
        for (const auto& [id, decision] : toJson(decisions)) settled.push_back({id});
        leaveOut(*left, settled);
        const auto declined = std::make_shared<const Proposals>(leaveOut(*left, decisions.declined));
        deliver([this, left, declined] { Q_EMIT proposed(left, declined); });
    });
}

}  // namespace icp::ui
