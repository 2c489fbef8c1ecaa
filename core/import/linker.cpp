#include "core/import/linker.h"

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

bool isId(const QString& id, qsizetype size) {
    return id.size() == size && std::all_of(id.begin(), id.end(), [](QChar c) {
               return c.unicode() < 0x80 && c.isLetterOrNumber();
           });
}

/// Whether the last three of 18 characters tell which of the first 15 are capitals, as Salesforce's do.
bool tellsCapitals(const QString& id) {
    for (int chunk = 0; chunk < 3; ++chunk) {
        int bits = 0;
        for (int i = 0; i < 5; ++i) bits |= id[5 * chunk + i].isUpper() ? 1 << i : 0;
        if (id[15 + chunk] != QLatin1String("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345")[bits]) return false;
    }
    return true;
}

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

QString accountIdKey(const QString& text) {
    QString id = text.trimmed();
    if (id.startsWith(QLatin1String("zcrm_"))) id.remove(0, 5);
    if (isId(id, 18) && tellsCapitals(id)) return id.left(15);
    if (id.size() > 1 && id.startsWith(u'{') && id.endsWith(u'}')) id = id.mid(1, id.size() - 2);
    if (id.size() == 36 && id.count(u'-') == 4) return id.toLower();
    // A spreadsheet's number: "123.0"
    const qsizetype point = id.indexOf(u'.');
    const auto digits = [](QStringView part, bool zeros) {
        return !part.isEmpty() && std::all_of(part.begin(), part.end(), [&](QChar c) {
            return zeros ? c == u'0' : c >= u'0' && c <= u'9';
        });
    };
    if (point > 0 && digits(QStringView(id).left(point), false) &&
        digits(QStringView(id).mid(point + 1), true))
        id.truncate(point);
    return id;
}

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
