#include "core/deck/facts.h"

#include "core/analysis/sealed.h"
#include "core/base/interval.h"
#include "core/deck/figures.h"
#include "core/workshop/technology.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace icp::slide {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::SlideFacts)
};

void count(GaugeRate& rate, bool won) {
    ++rate.n;
    rate.positives += won ? 1 : 0;
}

void finish(GaugeRate& rate) {
    const Interval interval = wilson(rate.positives, rate.n);
    rate.rate = rate.n > 0 ? double(rate.positives) / double(rate.n) : 0;
    rate.low = interval.low;
    rate.high = interval.high;
}

}  // namespace

bool namesHidden(const DeckInput& input) { return input.hideNames || input.workshop->settings.hideNames; }

QStringList idealCustomers(const DeckInput& input, std::size_t atMost) {
    if (namesHidden(input) || input.dataset->find(u"account.name") == nullptr ||
        input.fit->ideal.size() != input.dataset->accounts.rows())
        return {};
    std::vector<std::size_t> rows;
    (input.fit->ideal & customersOf(*input.dataset)).forEach([&](std::size_t row) {
        if (input.dataset->accountState[row] != AccountState::Left) rows.push_back(row);
    });
    const std::size_t shown = std::min(atMost, rows.size());
    std::partial_sort(rows.begin(), rows.begin() + std::ptrdiff_t(shown), rows.end(),
                      [&](std::size_t a, std::size_t b) {
                          return std::pair(-input.fit->score[a], a) < std::pair(-input.fit->score[b], b);
                      });
    QStringList names;
    for (std::size_t i = 0; i < shown; ++i) names << input.dataset->accountName(rows[i]);
    return names;
}

std::optional<NewerDeals> newerDeals(const DeckInput& input) {
    const Dataset& data = *input.dataset;
    NewerDeals result;
    result.from = input.findings->heldOutFrom;
    if (input.sealed || input.findings->study.outcome != Outcome::Won ||
        input.fit->ideal.size() != data.accounts.rows())
        return std::nullopt;
    sealedDeals(data, *input.findings).forEach([&](std::size_t deal) {
        if (const std::uint32_t account = data.deals.links.account[deal]; account != noRow)
            count(input.fit->ideal.test(account) ? result.inside : result.outside,
                  data.dealState[deal] == DealState::Won);
    });
    if (std::min(result.inside.n, result.outside.n) < input.findings->study.minLevel) return std::nullopt;
    finish(result.inside);
    finish(result.outside);
    return result;
}

QString basis(const DeckInput& input) {
    const Findings& findings = *input.findings;
    if (findings.base.n == 0)
        return Words::tr(
            "what the team knows. The data holds nothing to check it with yet: a hypothesis to test.");
    const bool checked = findings.heldOut.n > 0 && findings.heldOutFrom.isValid();
    const QString number = whole(double(findings.base.n));
    const QString months = span(findings.from, findings.to);
    QString text;
    if (findings.study.unit == Unit::Account)
        text = Words::tr("%1 customers").arg(number);
    else if (months.isEmpty())
        text = findings.study.unit == Unit::FirstDeal ? Words::tr("%1 closed first deals").arg(number)
                                                      : Words::tr("%1 closed deals").arg(number);
    else
        text = findings.study.unit == Unit::FirstDeal
                   ? Words::tr("%1 first deals closed %2").arg(number, months)
                   : Words::tr("%1 deals closed %2").arg(number, months);
    if (checked)
        text = Words::tr("%1, the newest %2 kept for checking").arg(text, whole(double(findings.heldOut.n)));
    text += u'.';
    QStringList only;
    for (const Condition& condition : findings.study.filter)
        if (condition.attribute != u"deal.close_date") only << conditionLabel(condition, *input.dataset);
    if (!only.isEmpty()) text += u' ' + Words::tr("Only %1.").arg(only.join(QStringLiteral(", ")));
    if (findings.mode == Mode::Directional)
        text += u' ' + Words::tr("Direction only: %1 good, %2 not.")
                           .arg(whole(double(findings.base.positives)),
                                whole(double(findings.base.n - findings.base.positives)));
    return text;
}

QString currency(const DeckInput& input) {
    if (!input.findings->currency.isEmpty()) return input.findings->currency;
    const Column* amount = input.dataset->column(u"deal.amount");
    return amount != nullptr && amount->type() == ColumnType::Money ? amount->currency() : QString();
}

QString criterionText(const Criterion& criterion, const Dataset& dataset) {
    const QString written = criterion.text.simplified();
    return written.isEmpty() && criterion.condition ? conditionLabel(*criterion.condition, dataset) : written;
}

QString levelWord(Importance importance) {
    switch (importance) {
        case Importance::Must:
            return Words::tr("Must");
        case Importance::Should:
            return Words::tr("Should");
        case Importance::Nice:
            return Words::tr("Nice");
        case Importance::Exclude:
            break;
    }
    return Words::tr("Not");
}

QString withReason(const QString& text, const Criterion& criterion) {
    const QString reason = reasonWords(reasonOf(criterion));
    return text.isEmpty() || reason.isEmpty()
               ? text
               : Words::tr("%1 (%2)", "a criterion, why its technology counts").arg(text, reason);
}

}  // namespace icp::slide
