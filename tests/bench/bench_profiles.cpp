#include "core/analysis/analyze.h"
#include "core/analysis/draw.h"
#include "core/analysis/profile.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace icp;

// 1,000,000 deals x 20 attributes: all profiles with tests on one thread against one pass over the codes, in
// the same run. Ten attributes have 4 levels, ten have 12. Then the same from typed columns, coding included,
// on all cores.

namespace {

double seconds(const std::function<void()>& work) {
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const auto from = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count());
    }
    return best;
}

struct Made {
    Dataset dataset;
    Frame frame;
    std::vector<Coded> coded;
};

Made make(std::size_t deals, std::size_t each, int attributes) {
    Draw draw(20240);
    Dataset dataset;
    const auto accounts = deals / each;
    auto accountTable = std::make_shared<Table>();
    accountTable->rows = accounts;
    dataset.accounts.table = accountTable;
    dataset.accountState.assign(accounts, AccountState::Unknown);
    for (std::size_t d = 0; d < deals; ++d) {
        dataset.deals.links.account.push_back(std::uint32_t(d / each));
        dataset.dealState.push_back(draw.uniform() < 0.3 ? DealState::Won : DealState::Lost);
    }
    auto dealTable = std::make_shared<Table>();
    dealTable->rows = deals;
    for (int a = 0; a < attributes; ++a) {
        Attribute attribute;
        attribute.name = QStringLiteral("deal.x_%1").arg(a);
        attribute.label = QStringLiteral("Attribute %1").arg(a);
        attribute.entity = Entity::Deal;
        attribute.column = a;
        dataset.deals.attributes.push_back(attribute);
        Bitmap missing(deals);
        for (std::size_t d = 0; d < deals; ++d)
            if (draw.uniform() < 0.05) missing.set(d);
        if (a % 4 == 3) {
            std::vector<double> values(deals);
            for (double& value : values) value = std::floor(std::exp(8 * draw.uniform()));
            dealTable->fields.push_back(
                {attribute.label, Column::numbers(ColumnType::Number, values, missing)});
            continue;
        }
        const std::size_t levels = a % 2 == 0 ? 4 : 12;
        Dictionary dictionary;
        for (std::size_t l = 0; l < levels; ++l) dictionary.intern("level " + std::to_string(l));
        std::vector<std::uint32_t> codes(deals);
        for (auto& code : codes) code = std::uint32_t(draw.below(levels));
        dealTable->fields.push_back(
            {attribute.label, Column::categories(codes, std::move(dictionary), missing)});
    }
    dataset.deals.table = dealTable;
    Made made{std::move(dataset), {}, {}};
    made.frame = frameOf(made.dataset, {});
    for (const Attribute* attribute : selectionOf(made.dataset, {}).analysed)
        made.coded.push_back(coded(made.dataset, made.frame, *attribute, Study()));
    return made;
}

volatile std::uint64_t kept;

/// One pass over the codes and the outcome, as plain as it can be.
void onePass(const Made& made) {
    std::uint64_t sum = 0;
    for (const Coded& attribute : made.coded) {
        std::array<std::uint32_t, 32> count{};
        const std::uint8_t* codes = attribute.codes.data();
        const std::uint8_t* positive = made.frame.positive.data();
        for (std::size_t i = 0; i < made.frame.size(); ++i) ++count[std::size_t(codes[i]) * 2 + positive[i]];
        for (const std::uint32_t n : count) sum = sum * 31 + n;
    }
    kept = sum;
}

}  // namespace

int main() {
    const Study study;
    for (const std::size_t each : {1U, 5U}) {
        const Made made = make(1000000, each, 20);
        const double pass = seconds([&] { onePass(made); });
        const double profiles = seconds([&] {
            for (const Coded& attribute : made.coded)
                kept = std::uint64_t(profileOf(made.frame, attribute, study).levels.size());
        });
        double based = 1e9;
        double published = 1e9;
        double stopped = 0;
        seconds([&] {
            const auto from = std::chrono::steady_clock::now();
            const auto since = [&] {
                return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
            };
            const Job job;
            (void)analyze(made.dataset, study, job, [&](Stage stage, const Findings&) {
                if (stage == Stage::Base) based = std::min(based, since());
                if (stage != Stage::Attributes) return;
                published = std::min(published, since());
                stopped = -since();
                job.cancel();
            });
            stopped += since();
        });
        std::printf(
            "profiles, 1,000,000 deals x 20 attributes, %zu per account, one thread: pass %.1f ms, profiles "
            "%.1f ms, "
            "ratio %.2f (target 5)\n",
            each, pass * 1e3, profiles * 1e3, profiles / pass);
        std::printf(
            "  from typed columns on all cores: base rate after %.0f ms, all profiles after %.0f ms; "
            "a stop is obeyed in %.0f ms\n",
            based * 1e3, published * 1e3, stopped * 1e3);
    }
    return 0;
}
