#include "core/deck/newsjson.h"

#include "core/base/names.h"
#include "core/base/text.h"

namespace icp {

namespace {

constexpr Names<DealState, 3> states{{"open", "won", "lost"}};

void writePlace(JsonText& json, const Dataset& dataset, const Table& table, std::size_t row) {
    if (row < table.sourceFile.size() && table.sourceFile[row] < dataset.files.size())
        json.member("file", dataset.files[table.sourceFile[row]].name);
    if (row < table.sourceRow.size()) json.member("row", table.sourceRow[row]);
}

void writeRows(JsonText& json, const char* name, const Dataset& dataset, Entity entity,
               const std::vector<std::uint32_t>& rows) {
    json.key(name).array([&] {
        for (const std::uint32_t row : rows)
            json.object([&] {
                json.member("name", rowName(dataset, entity, row));
                writePlace(json, dataset, *dataset.of(entity).table, row);
            });
    });
}

void writeEntity(JsonText& json, const Dataset& before, const Dataset& after, const EntityChange& change) {
    json.member("before", change.before).member("after", change.after);
    json.key("matched").object([&] {
        json.member("id", change.byId).member("domain", change.byDomain).member("name", change.byName);
    });
    json.key("unrecognisable").object([&] {
        json.member("before", change.keylessBefore).member("after", change.keyless);
    });
    writeRows(json, "appeared", after, change.entity, change.appeared);
    writeRows(json, "vanished", before, change.entity, change.vanished);
    writeRows(json, "changed", after, change.entity, change.changed);
    json.key("attributes").array([&] {
        for (const AttributeChange& attribute : change.attributes)
            json.object([&] {
                json.member("name", attribute.name).member("label", attribute.label);
                json.member("changed", attribute.changed).member("filled", attribute.filled);
                json.member("emptied", attribute.emptied).member("newLevels", attribute.newLevels);
                json.member("vanishedLevels", attribute.vanishedLevels);
            });
    });
    json.member("newAttributes", change.newAttributes);
    json.member("vanishedAttributes", change.vanishedAttributes);
}

void writeChange(JsonText& json, const Dataset& before, const Dataset& after, const DatasetChange& change) {
    json.member("since", before.fingerprint);
    for (const EntityChange& entity : change.entities)
        json.key(qPrintable(entityName(entity.entity))).object([&] {
            writeEntity(json, before, after, entity);
        });
    json.key("usage").object(
        [&] { json.member("before", change.usageBefore).member("after", change.usageAfter); });
    json.key("outcomes").array([&] {
        for (const OutcomeChange& outcome : change.outcomes)
            json.object([&] {
                json.member("name", rowName(after, Entity::Deal, outcome.after));
                writePlace(json, after, *after.deals.table, outcome.after);
                json.member("from", states.of(outcome.from)).member("to", states.of(outcome.to));
            });
    });
}

void writeTwins(JsonText& json, const TwinProposal& proposal) {
    json.member("keep", proposal.names.first()).member("names", proposal.names);
    json.member("rowsThatCome", proposal.linked).member("reason", reasonText(proposal));
    json.key("conflicts").array([&] {
        for (const TwinProposal::Conflict& conflict : proposal.conflicts)
            json.object(
                [&] { json.member("attribute", conflict.attribute).member("values", conflict.values); });
    });
}

void writeProposals(JsonText& json, const Proposals& proposals) {
    const auto each = [&](const char* name, const auto& list, auto body) {
        json.key(name).array([&] {
            for (const auto& proposal : list) json.object([&] { body(proposal); });
        });
    };
    each("levels", proposals.levels, [&](const LevelProposal& proposal) {
        json.member("attribute", proposal.decision.attribute).member("from", proposal.decision.from);
        json.member("to", proposal.decision.to).member("fromRows", proposal.fromRows);
        json.member("toRows", proposal.toRows).member("reason", reasonText(proposal));
    });
    each("missing", proposals.missing, [&](const MissingProposal& proposal) {
        json.member("attribute", proposal.decision.attribute).member("text", proposal.decision.text);
        json.member("rows", proposal.rows).member("reason", reasonText(proposal));
    });
    each("links", proposals.links, [&](const LinkProposal& proposal) {
        json.member("of", entityName(proposal.decision.entity)).member("text", proposal.decision.text);
        json.member("account", proposal.decision.account.name).member("rows", proposal.rows);
        json.member("score", proposal.score).member("reason", reasonText(proposal));
    });
    each("accounts", proposals.twins, [&](const TwinProposal& proposal) { writeTwins(json, proposal); });
}

}  // namespace

QString rowName(const Dataset& dataset, Entity entity, std::size_t row) {
    const auto text = [&](const char* name) {
        const Column* column = dataset.column(QLatin1String(name).toString());
        return column == nullptr || column->isMissing(row) ? QString() : toQString(column->display(row));
    };
    const auto first = [&](std::initializer_list<QString> texts) {
        for (const QString& one : texts)
            if (!one.isEmpty()) return one;
        return QString();
    };
    switch (entity) {
        case Entity::Account:
            return dataset.accountName(row);
        case Entity::Deal:
            return first({text("deal.name"), text("deal.id")});
        case Entity::Contact:
            return first({text("contact.name"),
                          (text("contact.first_name") + u' ' + text("contact.last_name")).trimmed(),
                          text("contact.email"), text("contact.id")});
        case Entity::Usage:
            break;
    }
    return {};
}

void writeMerged(JsonText& json, const Dataset& dataset) {
    if (!dataset.origin) return;
    const Dataset& imported = *dataset.origin->imported;
    std::vector<std::vector<std::uint32_t>> rows(dataset.accounts.rows());
    for (std::uint32_t row = 0; row < dataset.origin->accountOf.size(); ++row)
        rows[dataset.origin->accountOf[row]].push_back(row);
    json.key("merged").array([&] {
        for (std::size_t account = 0; account < rows.size(); ++account) {
            if (rows[account].size() < 2) continue;
            json.object([&] {
                json.member("name", dataset.accountName(account));
                writeRows(json, "rows", imported, Entity::Account, rows[account]);
            });
        }
    });
}

void writeNews(JsonText& json, const Dataset& dataset, const ImportNews& news) {
    if (news.change && news.before)
        json.key("change").object([&] { writeChange(json, *news.before, dataset, *news.change); });
    if (news.proposals) json.key("proposals").object([&] { writeProposals(json, *news.proposals); });
}

}  // namespace icp
