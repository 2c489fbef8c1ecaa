#include "core/import/linker.h"

#include "core/base/accountid.h"
#include "core/base/text.h"
#include "core/import/columnfacts.h"
#include "core/import/profiles.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Linker)
};

/// What a key names: no account, one, or several.
struct Hit {
    std::uint32_t row = noRow;
    std::uint32_t accounts = 0;
    bool one() const { return accounts == 1; }
};

using KeyOf = std::function<QString(const QString&)>;

QString idKey(const QString& text) { return accountIdKey(text); }

/// Host of a web address; nothing for a name without a dot.
QString domainKey(const QString& text) { return domainOf(text); }

QString mailKey(const QString& text) {
    const QString domain = text.contains(u'@') ? domainOf(text) : QString();
    return isFreeMail(domain) ? QString() : domain;
}

QString foldedKey(const QString& text) { return folded(text); }
QString nameKey(const QString& text) { return companyKey(text); }

class Index {
public:
    Index() = default;
    Index(const Column& column, KeyOf keyOf) : m_keyOf(std::move(keyOf)) {
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (column.isMissing(row)) continue;
            const QString key = m_keyOf(toQString(column.display(row)));
            if (key.isEmpty()) continue;
            Hit& hit = m_hits[key];
            if (hit.accounts++ == 0) hit.row = std::uint32_t(row);
        }
    }

    bool empty() const { return m_hits.empty(); }

    Hit find(const QString& key) const {
        const auto found = key.isEmpty() ? m_hits.end() : m_hits.find(key);
        return found == m_hits.end() ? Hit() : found->second;
    }

private:
    KeyOf m_keyOf;
    std::unordered_map<QString, Hit> m_hits;
};

/// Where accounts are looked up by one kind of key.
struct Stage {
    const Column* column = nullptr;
    qint64 Links::*count = nullptr;
    std::function<Hit(const QString&)> find;
};

/// Several ids in a cell: the first that is known.
Hit findFirst(const Index& ids, const QString& text) {
    Hit shared;
    for (const QString& part : text.split(u';', Qt::SkipEmptyParts)) {
        const Hit hit = ids.find(idKey(part));
        if (hit.one()) return hit;
        if (hit.accounts > 0 && shared.accounts == 0) shared = hit;
    }
    return shared;
}

std::vector<Stage> stagesOf(const Dataset& dataset, Entity entity) {
    const QString prefix = attributePrefix(entity);
    std::vector<Stage> stages;
    const auto indexOf = [&](const char* account, KeyOf keyOf) {
        const Column* column = dataset.column(QString::fromLatin1(account));
        return std::make_shared<const Index>(column == nullptr ? Index() : Index(*column, std::move(keyOf)));
    };
    const auto add = [&](const char* name, qint64 Links::*count, std::function<Hit(const QString&)> find) {
        if (const Column* column = dataset.column(prefix + QLatin1String(name)))
            stages.push_back({column, count, std::move(find)});
    };
    const auto ids = indexOf("account.id", idKey);
    const auto domains = indexOf("account.domain", domainKey);
    const auto spelled = indexOf("account.name", foldedKey);
    const auto names = indexOf("account.name", nameKey);
    add("account_id", &Links::byId, [ids](const QString& text) { return findFirst(*ids, text); });
    add("account_domain", &Links::byDomain,
        [domains](const QString& text) { return domains->find(domainKey(text)); });
    add("email", &Links::byEmail, [domains](const QString& text) { return domains->find(mailKey(text)); });
    add("account_name", &Links::byName, [spelled, names](const QString& text) {
        const Hit exact = spelled->find(foldedKey(text));
        return exact.accounts > 0 ? exact : names->find(nameKey(text));
    });
    return stages;
}

/// Rows that named the same text in vain.
struct Miss {
    std::size_t row = 0;
    qint64 rows = 0;
    std::uint32_t accounts = 0;
};

class MissList {
public:
    void add(const QString& text, std::size_t row, std::uint32_t accounts) {
        const auto [entry, added] = m_index.try_emplace(text, m_misses.size());
        if (added) {
            m_texts << text;
            m_misses.push_back({row, 0, accounts});
        }
        ++m_misses[entry->second].rows;
    }

    template <class Body>
    void forEach(Body body) const {
        for (std::size_t i = 0; i < m_misses.size(); ++i) body(m_texts[qsizetype(i)], m_misses[i]);
    }

private:
    QStringList m_texts;
    std::vector<Miss> m_misses;
    std::unordered_map<QString, std::size_t> m_index;
};

/// "Deals that name it: 12."
QString naming(Entity entity, qint64 rows) {
    switch (entity) {
        case Entity::Deal:
            return Words::tr("Deals that name it: %1.").arg(rows);
        case Entity::Contact:
            return Words::tr("Contacts that name it: %1.").arg(rows);
        default:
            return Words::tr("Rows of usage that name it: %1.").arg(rows);
    }
}

QString unnamed(Entity entity, qint64 rows, qint64 of) {
    switch (entity) {
        case Entity::Deal:
            return Words::tr("Deals that name no account, the first of them here: %1 of %2.")
                .arg(rows)
                .arg(of);
        case Entity::Contact:
            return Words::tr("Contacts that name no account, the first of them here: %1 of %2.")
                .arg(rows)
                .arg(of);
        default:
            return Words::tr("Rows of usage that name no account, the first of them here: %1 of %2.")
                .arg(rows)
                .arg(of);
    }
}

}  // namespace

Links linkToAccounts(const Dataset& dataset, Entity entity, const QStringList& files,
                     std::vector<Issue>& issues, const Job& job) {
    const EntityTable& rows = dataset.of(entity);
    Links links;
    links.account.assign(rows.rows(), noRow);
    // The last key that was tried and failed, per row, and how many accounts share it.
    std::vector<Hit> failed(rows.rows());
    std::vector<const Column*> tried(rows.rows());
    for (const Stage& stage : stagesOf(dataset, entity)) {
        const std::vector<Hit> hits = perText<Hit>(
            *stage.column, [&](std::string_view text) { return stage.find(toQString(text)); }, job);
        if (job.cancelled()) return links;
        for (std::size_t row = 0; row < hits.size(); ++row) {
            if (links.account[row] != noRow || stage.column->isMissing(row)) continue;
            if (hits[row].one()) {
                links.account[row] = hits[row].row;
                ++(links.*stage.count);
            } else if (hits[row].accounts > 0 || failed[row].accounts == 0) {
                failed[row] = hits[row];
                tried[row] = stage.column;
            }
        }
    }

    const std::size_t none = links.account.size();
    std::size_t firstNameless = none;
    MissList ambiguous;
    MissList missing;
    for (std::size_t row = 0; row < links.account.size(); ++row) {
        if (links.account[row] != noRow) continue;
        if (tried[row] == nullptr) {
            firstNameless = std::min(firstNameless, row);
            ++links.nameless;
        } else
            (failed[row].accounts > 0 ? ambiguous : missing)
                .add(toQString(tried[row]->display(row)), row, failed[row].accounts);
    }
    if (firstNameless != none && !rows.table->sourceRow.empty())
        issues.push_back({links.matched() == 0 ? Severity::Warning : Severity::Note,
                          QStringLiteral("account-unnamed"),
                          files.value(rows.table->sourceFile[firstNameless]),
                          qint64(rows.table->sourceRow[firstNameless]),
                          {},
                          {},
                          unnamed(entity, links.nameless, qint64(none))});
    const auto labelOf = [&](std::size_t row) {
        for (const Attribute& attribute : rows.attributes)
            if (&rows.table->fields[std::size_t(attribute.column)].column == tried[row])
                return attribute.label;
        return QString();
    };
    const auto list = [&](const QString& text, const Miss& miss) {
        links.unlinked.push_back({text, labelOf(miss.row), miss.rows, miss.accounts});
    };
    ambiguous.forEach(list);
    missing.forEach(list);
    std::stable_sort(links.unlinked.begin(), links.unlinked.end(),
                     [](const Unlinked& a, const Unlinked& b) { return a.rows > b.rows; });
    const auto note = [&](const QString& code, const QString& text, const Miss& miss, const QString& reason) {
        Issue issue{Severity::Note, code, {}, 0, {}, text.left(200), reason};
        if (!rows.table->sourceRow.empty()) {
            issue.file = files.value(rows.table->sourceFile[miss.row]);
            issue.row = rows.table->sourceRow[miss.row];
        }
        issue.column = labelOf(miss.row);
        issues.push_back(std::move(issue));
    };
    ambiguous.forEach([&](const QString& text, const Miss& miss) {
        note(QStringLiteral("account-ambiguous"), text, miss,
             Words::tr("“%1” names %2 accounts, so nothing is linked by it. %3")
                 .arg(text)
                 .arg(miss.accounts)
                 .arg(naming(entity, miss.rows)));
    });
    missing.forEach([&](const QString& text, const Miss& miss) {
        note(QStringLiteral("account-unknown"), text, miss,
             Words::tr("No account is known as “%1”. %2").arg(text, naming(entity, miss.rows)));
    });
    return links;
}

}  // namespace icp
