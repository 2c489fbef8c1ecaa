#include "core/proposals/mended.h"

#include "core/base/text.h"
#include "core/proposals/mendaccounts.h"
#include "core/proposals/mendcolumns.h"
#include "core/proposals/namedtext.h"
#include "core/table/derived.h"
#include "core/table/leak.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Mended)
};

EntityTable& tableOf(Dataset& dataset, Entity entity) {
    switch (entity) {
        case Entity::Account:
            return dataset.accounts;
        case Entity::Deal:
            return dataset.deals;
        case Entity::Contact:
            return dataset.contacts;
        case Entity::Usage:
            break;
    }
    return dataset.usage;
}

constexpr std::array linkedEntities{Entity::Deal, Entity::Contact, Entity::Usage};

/// One run over the decisions. Every step adds its notes in the order of the decisions.
class Mending {
public:
    Mending(std::shared_ptr<const Dataset> imported, const Decisions& decisions)
        : m_imported(std::move(imported)),
          m_decisions(decisions),
          m_groups(m_imported->accounts.rows()),
          m_keys(*m_imported),
          m_result(*m_imported) {
        for (const Entity entity : entities) m_named.emplace_back(*m_imported, entity);
    }

    Result<std::shared_ptr<const Dataset>> run(const Job& job) {
        for (void (Mending::*step)() :
             {&Mending::mendColumns, &Mending::mendStates, &Mending::mergeAccounts, &Mending::linkRows,
              &Mending::deriveAnew, &Mending::chooseUses, &Mending::settle}) {
            if (job.cancelled())
                return fail(ErrorCode::Cancelled, Words::tr("Stopped; the data are as they were."));
            (this->*step)();
        }
        return std::make_shared<const Dataset>(std::move(m_result));
    }

private:
    void note(const char* code, const QString& attribute, const QString& text, const QString& reason) {
        const Attribute* named = attribute.isEmpty() ? nullptr : m_imported->find(attribute);
        m_result.issues.push_back({Severity::Note,
                                   QLatin1String(code),
                                   {},
                                   0,
                                   named == nullptr ? attribute : named->label,
                                   text.left(200),
                                   reason});
    }
    void idle(const QString& attribute, const QString& text) {
        note("decision-idle", attribute, text,
             Words::tr("Your decision on “%1” changes nothing here: these data do not hold it.")
                 .arg(text.isEmpty() ? attribute : text));
    }

    void mendColumns() {
        std::map<QString, TextRepair> repairs;
        for (const LevelMerge& merge : m_decisions.levels)
            repairs[merge.attribute].merge(merge.from, merge.to);
        for (const MissingText& missing : m_decisions.missing) repairs[missing.attribute].empty(missing.text);
        std::map<QString, QHash<QString, qint64>> rows;
        for (const auto& [name, repair] : repairs) {
            const Attribute* attribute = m_imported->find(name);
            if (attribute == nullptr) continue;
            auto mended = repaired(m_imported->column(*attribute), repair);
            if (!mended) continue;
            rows[name] = std::move(mended->rows);
            EntityTable& entity = tableOf(m_result, attribute->entity);
            auto table = std::make_shared<Table>(*entity.table);
            Column& column = table->fields[std::size_t(attribute->column)].column;
            column = std::move(mended->column);
            if (column.missing().count() == column.size() && attribute->use == AttributeUse::Feature)
                setUse(*attribute, AttributeUse::LeftOut, Words::tr("No row has a value."));
            entity.table = std::move(table);
        }
        for (const LevelMerge& merge : m_decisions.levels)
            if (const qint64 count = rows[merge.attribute].value(merge.from); count > 0)
                note("decision-level", merge.attribute, merge.from,
                     Words::tr("“%1” counts as “%2”. Rows: %3.").arg(merge.from, merge.to).arg(count));
            else
                idle(merge.attribute, merge.from);
        for (const MissingText& missing : m_decisions.missing)
            if (const qint64 count = rows[missing.attribute].value(missing.text); count > 0)
                note("decision-missing", missing.attribute, missing.text,
                     Words::tr("“%1” counts as no value. Rows: %2.").arg(missing.text).arg(count));
            else
                idle(missing.attribute, missing.text);
    }

    /// What a misspelt stage or type left open is as its right spelling says.
    void mendStates() {
        m_moved.assign(m_imported->dealState.size(), false);
        for (const LevelMerge& merge : m_decisions.levels) {
            if (merge.attribute == u"deal.stage" || merge.attribute == u"deal.status")
                takeStates(merge, m_imported->dealState, m_result.dealState, DealState::Open, &m_moved);
            if (merge.attribute == u"account.type" || merge.attribute == u"account.churned")
                takeStates(merge, m_imported->accountState, m_result.accountState, AccountState::Unknown,
                           nullptr);
        }
    }

    template <class State>
    void takeStates(const LevelMerge& merge, const std::vector<State>& before, std::vector<State>& after,
                    State open, std::vector<bool>* moved) {
        const Column* was = m_imported->column(merge.attribute);
        const Column* is = m_result.column(merge.attribute);
        if (was == nullptr || before.size() != was->size()) return;
        const std::string from = merge.from.toStdString();
        std::string to;
        for (std::size_t row = 0; row < was->size() && to.empty(); ++row)
            if (was->display(row) == from && !is->isMissing(row)) to = is->display(row);
        std::optional<State> common;
        for (std::size_t row = 0; row < was->size(); ++row) {
            if (was->isMissing(row) || was->display(row) != to) continue;
            if (common && *common != before[row]) return;
            common = before[row];
        }
        for (std::size_t row = 0; common && row < was->size(); ++row)
            if (before[row] == open && *common != open && was->display(row) == from) {
                after[row] = *common;
                if (moved != nullptr) (*moved)[row] = true;
            }
    }

    void mergeAccounts() {
        std::vector<std::pair<const AccountMerge*, bool>> done;
        for (const AccountMerge& merge : m_decisions.accounts) {
            const std::uint32_t kept = m_keys.find(merge.kept);
            const std::uint32_t merged = m_keys.find(merge.merged);
            done.emplace_back(&merge, kept != noRow && merged != noRow && m_groups.merge(kept, merged));
        }
        if (m_groups.any()) {
            m_result.accountState = mergedStates(m_result.accountState, m_groups);
            m_result.accounts = mergedAccounts(m_result.accounts, m_groups);
        }
        m_number = m_groups.numbering();
        std::vector<qint64> rows(m_number.size());  // that name an account as it was imported
        for (const Entity entity : linkedEntities) {
            Links& links = tableOf(m_result, entity).links;
            std::vector<std::uint32_t> found;
            if (m_groups.any()) found = nowUnambiguous(*m_imported, entity, m_groups);
            for (std::size_t row = 0; row < links.account.size(); ++row) {
                std::uint32_t& account = links.account[row];
                if (account != noRow) {
                    ++rows[account];
                    account = m_number[account];
                } else if (!found.empty() && found[row] != noRow) {
                    solve(entity, row, found[row]);
                }
            }
        }
        for (const auto& [merge, applied] : done)
            if (applied)
                note(
                    "decision-account", {}, merge->merged.name,
                    Words::tr("“%1” is one account with “%2”. Deals, contacts and usage that came along: %3.")
                        .arg(merge->merged.name, merge->kept.name)
                        .arg(rows[m_keys.find(merge->merged)]));
            else
                idle({}, merge->merged.name);
    }

    /// Links a row that was left open.
    void solve(Entity entity, std::size_t row, std::uint32_t account) {
        Links& links = tableOf(m_result, entity).links;
        links.account[row] = account;
        ++links.byChoice;
        if (entity == Entity::Deal && row < m_moved.size()) m_moved[row] = true;
        m_solved.insert({int(entity), m_named[std::size_t(entity)].of(row).left(200)});
        strike(links.unlinked, entity, row);
    }

    /// One row fewer for the text that it was listed by; see Links::unlinked.
    void strike(std::vector<Unlinked>& unlinked, Entity entity, std::size_t row) {
        QHash<std::pair<QString, QString>, std::size_t>& places = m_unlinked[std::size_t(entity)];
        if (places.isEmpty())
            for (std::size_t i = 0; i < unlinked.size(); ++i)
                places.insert({unlinked[i].column, unlinked[i].text}, i);
        Unlinked* listed = nullptr;
        for (const char* key : {"account_name", "email", "account_domain", "account_id"}) {
            const Attribute* attribute = m_imported->find(attributeName(entity, key));
            if (attribute == nullptr || m_imported->column(*attribute).isMissing(row)) continue;
            const auto place =
                places.constFind({attribute->label, toQString(m_imported->column(*attribute).display(row))});
            if (place == places.cend() || unlinked[*place].rows == 0) continue;
            if (listed == nullptr || (listed->accounts == 0 && unlinked[*place].accounts > 0))
                listed = &unlinked[*place];
        }
        if (listed != nullptr) --listed->rows;
    }

    void linkRows() {
        for (const AccountLink& link : m_decisions.links) {
            const std::uint32_t imported = m_keys.find(link.account);
            const qint64 rows = imported == noRow ? 0 : linkRows(link, m_number[imported]);
            if (rows > 0)
                note(
                    "decision-link", {}, link.text,
                    Words::tr("“%1” belongs to “%2”. Rows: %3.").arg(link.text, link.account.name).arg(rows));
            else
                idle({}, link.text);
        }
        removeSolved();
        for (const Entity entity : linkedEntities)
            std::erase_if(tableOf(m_result, entity).links.unlinked,
                          [](const Unlinked& one) { return one.rows <= 0; });
        for (std::size_t deal = 0; deal < m_moved.size(); ++deal) {
            const std::uint32_t account = m_result.deals.links.account[deal];
            if (m_moved[deal] && account < m_result.accountState.size() &&
                m_result.dealState[deal] == DealState::Won &&
                m_result.accountState[account] == AccountState::Unknown)
                m_result.accountState[account] = AccountState::Customer;
        }
    }

    qint64 linkRows(const AccountLink& link, std::uint32_t account) {
        const std::vector<std::uint32_t>& open = m_result.of(link.entity).links.account;
        qint64 count = 0;
        for (const std::uint32_t row : openRows(link.entity, link.text)) {
            if (open[row] != noRow) continue;
            solve(link.entity, row, account);
            ++count;
        }
        return count;
    }

    /// Rows that are not linked as imported and name their account by this text.
    const std::vector<std::uint32_t>& openRows(Entity entity, const QString& text) {
        QHash<QString, std::vector<std::uint32_t>>& rows = m_open[std::size_t(entity)];
        if (!m_indexed[std::size_t(entity)]) {
            m_indexed[std::size_t(entity)] = true;
            const std::vector<std::uint32_t>& links = m_imported->of(entity).links.account;
            for (std::uint32_t row = 0; row < links.size(); ++row)
                if (links[row] == noRow) rows[m_named[std::size_t(entity)].of(row)].push_back(row);
        }
        return rows[text];
    }

    /// What the import could not link and now is needs no mention.
    void removeSolved() {
        if (m_solved.isEmpty()) return;
        QHash<QString, Entity> roles;
        for (const SourceFile& file : m_result.files) roles.insert(file.name, file.role);
        std::erase_if(m_result.issues, [&](const Issue& issue) {
            return (issue.code == u"account-unknown" || issue.code == u"account-ambiguous") &&
                   m_solved.contains({int(roles.value(issue.file, Entity::Deal)), issue.text});
        });
    }

    void deriveAnew() { icp::deriveAnew(m_result); }

    void setUse(const Attribute& attribute, AttributeUse use, const QString& reason) {
        m_usesChanged = true;
        for (Attribute& mine : tableOf(m_result, attribute.entity).attributes)
            if (mine.name == attribute.name) {
                mine.use = use;
                mine.reason = reason;
            }
    }

    void setCaution(const Attribute& attribute, const QString& caution) {
        for (Attribute& mine : tableOf(m_result, attribute.entity).attributes)
            if (mine.name == attribute.name) mine.caution = caution;
    }

    void chooseUses() {
        for (const UseChoice& choice : m_decisions.uses) {
            const Attribute* attribute = m_imported->find(choice.attribute);
            if (attribute == nullptr) {
                idle(choice.attribute, {});
                continue;
            }
            const bool out = choice.use == AttributeUse::LeftOut;
            if (!out && isLeak(*attribute)) setCaution(*attribute, attribute->reason);
            setUse(*attribute, choice.use, out ? Words::tr("Set aside by you.") : QString());
            note("decision-use", choice.attribute, {},
                 out ? Words::tr("Set aside by you.") : Words::tr("Taken back by you."));
        }
    }

    void settle() {
        for (SourceFile& file : m_result.files)
            if (m_usesChanged)
                file.columnsUsed = int(std::count_if(
                    file.columnInfo.begin(), file.columnInfo.end(), [&](const ColumnInfo& info) {
                        const Attribute* attribute = m_result.find(info.attribute);
                        return attribute != nullptr && attribute->use != AttributeUse::LeftOut;
                    }));
        m_result.origin = std::make_shared<const Origin>(Origin{m_imported, m_number, m_groups.kept()});
    }

    std::shared_ptr<const Dataset> m_imported;
    const Decisions& m_decisions;
    AccountGroups m_groups;
    AccountKeys m_keys;
    std::vector<NamedText> m_named;  ///< per entity
    Dataset m_result;
    bool m_usesChanged = false;
    std::vector<std::uint32_t> m_number;  ///< per imported account: its row in the result
    std::vector<bool> m_moved;            ///< deals whose state or account is new
    std::array<QHash<QString, std::vector<std::uint32_t>>, entities.size()> m_open;
    std::array<bool, entities.size()> m_indexed{};
    std::array<QHash<std::pair<QString, QString>, std::size_t>, entities.size()> m_unlinked;
    QSet<std::pair<int, QString>> m_solved;
};

}  // namespace

Result<std::shared_ptr<const Dataset>> mended(std::shared_ptr<const Dataset> dataset,
                                              const Decisions& decisions, const Job& job) {
    std::shared_ptr<const Dataset> imported =
        dataset->origin ? dataset->origin->imported : std::move(dataset);
    if (decisions.empty()) return imported;
    return Mending(std::move(imported), decisions).run(job);
}

bool mendsAlike(const Decisions& a, const Decisions& b) {
    return a.levels == b.levels && a.missing == b.missing && a.links == b.links && a.accounts == b.accounts &&
           a.uses == b.uses;
}

}  // namespace icp
