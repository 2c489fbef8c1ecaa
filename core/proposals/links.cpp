#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/proposals/accountkeys.h"
#include "core/proposals/namedtext.h"
#include "core/proposals/propose.h"

#include <algorithm>

namespace icp {

namespace {

constexpr double likely = 0.92;    // names less similar are not proposed
constexpr double ahead = 0.05;     // nor those that another account comes this near to
constexpr std::size_t batch = 64;  // texts that one worker takes at once

/// The different texts by which rows without an account name one, in order of rows.
std::vector<TextCount> openTexts(const Dataset& dataset, Entity entity, const Job& job) {
    const NamedText named(dataset, entity);
    const std::vector<std::uint32_t>& links = dataset.of(entity).links.account;
    std::vector<TextCount> texts;
    Steps steps(job);
    QHash<QString, std::size_t> index;
    for (std::size_t row = 0; row < links.size(); ++row) {
        if (steps.cancelled()) return {};
        if (links[row] != noRow) continue;
        const QString text = named.of(row);
        if (text.isEmpty()) continue;
        const auto found = index.constFind(text);
        if (found != index.constEnd()) {
            ++texts[*found].rows;
        } else {
            index.insert(text, texts.size());
            texts.push_back({text, 1});
        }
    }
    return texts;
}

/// What a domain says of a name: "acme-logistics.co.uk" is "acme logistics".
QString nameIn(const QString& text) {
    const bool domain = !text.contains(u' ') && domainOf(text) == text.toLower();
    return domain ? text.section(u'.', 0, 0).replace(u'-', u' ') : text;
}

}  // namespace

std::vector<LinkProposal> proposeLinks(const Dataset& dataset, const NameIndex& index, const Job& job) {
    std::vector<LinkProposal> result;
    std::array<std::vector<TextCount>, entities.size()> open;
    bool any = false;
    for (const Entity entity : {Entity::Deal, Entity::Contact, Entity::Usage}) {
        open[std::size_t(entity)] = openTexts(dataset, entity, job);
        any = any || !open[std::size_t(entity)].empty();
    }
    if (!any || job.cancelled()) return result;
    const AccountKeys keys(dataset, job);
    for (const Entity entity : entities) {
        if (job.cancelled()) return result;
        const std::vector<TextCount>& texts = open[std::size_t(entity)];
        std::vector<LinkProposal> found(texts.size());
        parallelFor((texts.size() + batch - 1) / batch, 0, [&](std::size_t part) {
            for (std::size_t i = part * batch; i < std::min(texts.size(), (part + 1) * batch); ++i) {
                if (job.cancelled()) return;
                const auto hits = index.find(nameIn(texts[i].text), 2);
                if (hits.empty() || hits[0].score < likely) continue;
                const double second = hits.size() > 1 ? hits[1].score : 0;
                if (hits[0].score - second < ahead) continue;
                found[i] = {{entity, texts[i].text, keys.of(hits[0].row)},
                            hits[0].row,
                            texts[i].rows,
                            hits[0].score,
                            second,
                            hits.size() > 1 ? dataset.accountName(hits[1].row) : QString()};
            }
        });
        std::erase_if(found, [](const LinkProposal& proposal) { return proposal.account == noRow; });
        std::stable_sort(found.begin(), found.end(),
                         [](const LinkProposal& a, const LinkProposal& b) { return a.rows > b.rows; });
        result.insert(result.end(), std::make_move_iterator(found.begin()),
                      std::make_move_iterator(found.end()));
    }
    return result;
}

}  // namespace icp
