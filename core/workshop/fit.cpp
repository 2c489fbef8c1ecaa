#include "core/workshop/fit.h"

#include "core/base/names.h"

#include <algorithm>

namespace icp {

namespace {

constexpr Names<Fit, 4> fitNames{{"ideal", "stretch", "bad", ""}};

bool describes(CriterionPart part) {
    return part == CriterionPart::Must || part == CriterionPart::Should || part == CriterionPart::Nice;
}

/// The bits of a byte as eight factors.
constexpr auto spread = [] {
    std::array<std::array<float, 8>, 256> table{};
    for (std::size_t byte = 0; byte < 256; ++byte)
        for (std::size_t bit = 0; bit < 8; ++bit) table[byte][bit] = (byte >> bit & 1U) != 0 ? 1.0F : 0.0F;
    return table;
}();

Reason::Answer answerOf(const Match& match, std::size_t account) {
    if (match.yes.test(account)) return Reason::Answer::Holds;
    return match.unknown.test(account) ? Reason::Answer::Unknown : Reason::Answer::Fails;
}

}  // namespace

QString fitName(Fit fit) { return fitNames.of(fit); }
Fit fitFromName(QStringView name) { return fitNames.find(name, Fit::None); }

FitModel::FitModel(const Dataset& dataset) : m_dataset(&dataset) {}

const FitTable& FitModel::evaluate(const Icp& icp) {
    answer(icp);
    classify();
    score();
    return m_table;
}

const Match* FitModel::match(QStringView criterionId) const {
    const auto it = std::find_if(m_answers.begin(), m_answers.end(),
                                 [&](const Answer& answer) { return answer.id == criterionId; });
    return it == m_answers.end() ? nullptr : it->match.get();
}

const HandFit* FitModel::byHand(std::size_t account) const {
    const auto found = std::find_if(m_byHand.begin(), m_byHand.end(),
                                    [&](const HandFit& hand) { return hand.account == account; });
    return found == m_byHand.end() ? nullptr : &*found;
}

void FitModel::answer(const Icp& icp) {
    std::vector<Answer> answers;
    for (const Criterion& criterion : icp.criteria) {
        const CriterionPart part = partOf(criterion);
        if (part == CriterionPart::WordsOnly) continue;
        const auto same = [&](const Answer& answer) { return answer.condition == *criterion.condition; };
        const auto known = std::find_if(m_answers.begin(), m_answers.end(), same);
        auto match = known != m_answers.end() ? known->match
                                              : std::make_shared<const Match>(icp::evaluate(
                                                    *criterion.condition, *m_dataset, Entity::Account));
        const bool answered = known != m_answers.end()
                                  ? known->answered
                                  : m_dataset->find(criterion.condition->attribute) != nullptr;
        answers.push_back({criterion.id, part, std::max(0.0, criterion.weight), *criterion.condition,
                           answered, std::move(match)});
    }
    m_answers = std::move(answers);
}

void FitModel::classify() {
    const std::size_t accounts = m_dataset->accounts.rows();
    m_excluded = Bitmap(accounts);
    Bitmap failed(accounts);
    Bitmap allMusts(accounts, true);
    Bitmap anyShould(accounts);
    bool musts = false;
    bool shoulds = false;
    for (const Answer& answer : m_answers) {
        if (answer.part == CriterionPart::Exclusion) {
            m_excluded |= answer.match->yes;
        } else if (answer.part == CriterionPart::Should) {
            shoulds = true;
            anyShould |= answer.match->yes;
        } else if (answer.part == CriterionPart::Must) {
            musts = true;
            allMusts &= answer.match->yes;
            Bitmap fails = ~(answer.match->yes | answer.match->unknown);
            for (const Answer& limit : m_answers)
                if (limit.part == CriterionPart::StretchLimit &&
                    limit.condition.attribute == answer.condition.attribute)
                    fails -= limit.match->yes;
            failed |= fails;
        }
    }
    m_table.bad = m_excluded | failed;
    m_table.ideal = musts || shoulds ? allMusts - m_table.bad : Bitmap(accounts);
    if (shoulds) m_table.ideal &= anyShould;
    const bool judged = std::any_of(m_answers.begin(), m_answers.end(), [](const Answer& answer) {
        return answer.answered && (describes(answer.part) || answer.part == CriterionPart::Exclusion);
    });
    m_table.stretch = judged ? ~(m_table.bad | m_table.ideal) : Bitmap(accounts);
    for (const HandFit& hand : m_byHand) {
        m_table.ideal.assign(hand.account, hand.fit == Fit::Ideal);
        m_table.stretch.assign(hand.account, hand.fit == Fit::Stretch);
        m_table.bad.assign(hand.account, hand.fit == Fit::Bad);
    }
    m_table.fit.assign(accounts, Fit::None);
    m_table.stretch.forEach([&](std::size_t account) { m_table.fit[account] = Fit::Stretch; });
    m_table.ideal.forEach([&](std::size_t account) { m_table.fit[account] = Fit::Ideal; });
    m_table.bad.forEach([&](std::size_t account) { m_table.fit[account] = Fit::Bad; });
}

void FitModel::score() {
    struct Part {
        std::span<const std::uint64_t> words;
        float points;
    };
    double total = 0;
    double count = 0;
    m_table.scored = false;
    for (const Answer& answer : m_answers) {
        if (!describes(answer.part)) continue;
        total += answer.weight;
        count += 1;
        m_table.scored = m_table.scored || answer.answered;
    }
    std::vector<Part> parts;
    for (const Answer& answer : m_answers)
        if (describes(answer.part))
            parts.push_back(
                {answer.match->yes.words(), float(total > 0 ? 100 * answer.weight / total : 100 / count)});

    // A word of 64 accounts at a time, so that the scores stay in registers while the criteria pass over
    // them.
    m_table.score.assign(m_dataset->accounts.rows(), 0);
    const auto excluded = m_excluded.words();
    for (std::size_t word = 0; word < excluded.size(); ++word) {
        std::array<float, 64> points{};
        for (const Part& part : parts) {
            const std::uint64_t bits = part.words[word] & ~excluded[word];
            for (std::size_t byte = 0; byte < 8; ++byte)
                for (std::size_t bit = 0; bit < 8; ++bit)
                    points[byte * 8 + bit] += spread[bits >> byte * 8 & 0xFF][bit] * part.points;
        }
        const std::size_t first = word * 64;
        const std::size_t rows = std::min<std::size_t>(64, m_table.score.size() - first);
        for (std::size_t i = 0; i < rows; ++i) m_table.score[first + i] = std::min(100.0F, points[i]);
    }
}

std::vector<Reason> reasons(const FitModel& model, const Icp& icp, std::size_t account) {
    const Fit fit = model.table().fit[account];
    std::vector<Reason> musts;
    std::vector<Reason> shoulds;
    std::vector<Reason> against;
    for (const Criterion& criterion : icp.criteria) {
        const Match* match = model.match(criterion.id);
        if (match == nullptr) continue;
        const Reason reason{criterion.id, answerOf(*match, account)};
        const CriterionPart part = partOf(criterion);
        if (part == CriterionPart::Exclusion && reason.answer == Reason::Answer::Holds) {
            against.push_back(reason);
        } else if (part == CriterionPart::Should) {
            shoulds.push_back(reason);
        } else if (part == CriterionPart::Must) {
            musts.push_back(reason);
            const auto widens = [&](const Criterion& limit) {
                return partOf(limit) == CriterionPart::StretchLimit &&
                       limit.condition->attribute == criterion.condition->attribute &&
                       model.match(limit.id)->yes.test(account);
            };
            if (reason.answer == Reason::Answer::Fails &&
                std::none_of(icp.criteria.begin(), icp.criteria.end(), widens))
                against.push_back(reason);
        }
    }
    if (fit == Fit::None || model.byHand(account) != nullptr) return {};
    if (fit == Fit::Bad) return against;
    const auto holds = [](const Reason& reason) { return reason.answer == Reason::Answer::Holds; };
    if (fit == Fit::Ideal) {
        std::copy_if(shoulds.begin(), shoulds.end(), std::back_inserter(musts), holds);
        return musts;
    }
    std::erase_if(musts, holds);
    return musts.empty() ? shoulds : musts;
}

}  // namespace icp
