#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/proposals/accountkeys.h"
#include "core/proposals/mendaccounts.h"
#include "core/proposals/propose.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace icp {

namespace {

constexpr std::size_t mostTwins = 4;  // what more accounts share is a chain's or a group's, not one company's
constexpr double alike = 0.9;

using Reason = TwinProposal::Reason;

/// What tells accounts apart, per row; empty where it is not known.
struct Marks {
    QStringList name;
    QStringList key;  ///< companyKey
    QStringList domain;
    QStringList phone;
    QStringList country;
    QStringList city;
    QStringList parent;
};

QString phoneKey(const QString& text) {
    QString digits;
    for (const QChar c : text)
        if (c.isDigit()) digits += c;
    return digits.size() < 7 ? QString() : digits.right(9);  // with or without the country's code
}

QStringList texts(const Dataset& dataset, const QStringList& attributes, QString (*keyOf)(const QString&),
                  const Job& job) {
    QStringList result;
    Steps steps(job);
    result.resize(qsizetype(dataset.accounts.rows()));
    for (const QString& attribute : attributes) {
        const Column* column = dataset.column(attribute);
        for (std::size_t row = 0; column != nullptr && row < column->size() && !steps.cancelled(); ++row)
            if (!column->isMissing(row) && result[qsizetype(row)].isEmpty())
                result[qsizetype(row)] = keyOf(toQString(column->display(row)));
    }
    return result;
}

QString foldedText(const QString& text) { return folded(text); }

/// The accounts' columns of phone numbers: there is no standard attribute for them.
QStringList phoneAttributes(const Dataset& dataset) {
    QStringList names;
    for (const Attribute& attribute : dataset.accounts.attributes) {
        const QString label = folded(attribute.label);
        if ((label.contains(u"phone") || label.contains(u"telefon") || label.contains(u"telephone") ||
             label.contains(u"電話")) &&
            !label.contains(u"mobile"))
            names << attribute.name;
    }
    return names;
}

class Twins {
public:
    Twins(const Dataset& dataset, const NameIndex& index, const Job& job)
        : m_dataset(dataset), m_index(index), m_job(job) {
        struct Mark {
            QStringList* texts;
            QStringList attributes;
            QString (*keyOf)(const QString&);
        };
        const QString name = QStringLiteral("account.name");
        const std::array<Mark, 7> marks{
            {{&m.name, {name}, [](const QString& text) { return text.trimmed(); }},
             {&m.key, {name}, [](const QString& text) { return companyKey(text); }},
             {&m.domain,
              {QStringLiteral("account.domain")},
              [](const QString& text) {
                  const QString host = domainOf(text);
                  return isFreeMail(host) ? QString() : host;
              }},
             {&m.phone, phoneAttributes(dataset), phoneKey},
             {&m.country, {QStringLiteral("account.country")}, foldedText},
             {&m.city, {QStringLiteral("account.city")}, foldedText},
             {&m.parent, {QStringLiteral("account.parent")}, foldedText}}};
        parallelFor(marks.size(), 0, [&](std::size_t i) {
            *marks[i].texts = texts(dataset, marks[i].attributes, marks[i].keyOf, job);
        });
    }

    std::vector<TwinProposal> find() {
        if (m_dataset.accounts.rows() < 2 || m_job.cancelled()) return {};
        pairWithin(m.domain, Reason::Domain, &Twins::sameByDomain);
        pairWithin(m.key, Reason::NameAndPlace, &Twins::sameByPlace);
        pairWithin(m.phone, Reason::SimilarName, &Twins::sameByPhone);
        return m_job.cancelled() ? std::vector<TwinProposal>() : groups();
    }

private:
    using Judge = bool (Twins::*)(std::uint32_t, std::uint32_t) const;

    /// Pairs of accounts that share a mark and that the judge takes for one.
    void pairWithin(const QStringList& marks, Reason reason, Judge judge) {
        QHash<QString, std::vector<std::uint32_t>> shared;
        Steps steps(m_job);
        for (std::uint32_t row = 0; row < std::uint32_t(marks.size()) && !steps.cancelled(); ++row)
            if (!marks[row].isEmpty()) shared[marks[row]].push_back(row);
        for (std::uint32_t row = 0; row < std::uint32_t(marks.size()) && !steps.cancelled(); ++row) {
            if (marks[row].isEmpty()) continue;
            const std::vector<std::uint32_t>& rows = shared[marks[row]];
            if (rows.size() < 2 || rows.size() > mostTwins || rows.front() != row) continue;
            for (std::size_t i = 0; i < rows.size(); ++i)
                for (std::size_t j = i + 1; j < rows.size(); ++j)
                    if (!toldApart(rows[i], rows[j]) && (this->*judge)(rows[i], rows[j]))
                        m_pairs.emplace(std::pair(rows[i], rows[j]), reason);
        }
    }

    static bool agree(const QStringList& marks, std::uint32_t a, std::uint32_t b) {
        return !marks[a].isEmpty() && marks[a] == marks[b];
    }
    static bool differ(const QStringList& marks, std::uint32_t a, std::uint32_t b) {
        return !marks[a].isEmpty() && !marks[b].isEmpty() && marks[a] != marks[b];
    }

    /// One is the other's parent, or they are in different countries.
    bool toldApart(std::uint32_t a, std::uint32_t b) const {
        const auto isParent = [&](std::uint32_t child, std::uint32_t parent) {
            return !m.parent[child].isEmpty() && m.parent[child] != folded(m.name[child]) &&
                   m.parent[child] == folded(m.name[parent]);
        };
        return differ(m.country, a, b) || isParent(a, b) || isParent(b, a);
    }

    bool similarNames(std::uint32_t a, std::uint32_t b) const {
        return agree(m.key, a, b) || m_index.similarity(a, b) >= alike;
    }
    bool sameByDomain(std::uint32_t a, std::uint32_t b) const { return similarNames(a, b); }
    bool sameByPlace(std::uint32_t a, std::uint32_t b) const {
        if (differ(m.domain, a, b) || differ(m.city, a, b) || differ(m.phone, a, b)) return false;
        return agree(m.city, a, b) || (agree(m.country, a, b) && m.city[a].isEmpty() && m.city[b].isEmpty());
    }
    bool sameByPhone(std::uint32_t a, std::uint32_t b) const {
        return !differ(m.domain, a, b) && similarNames(a, b);
    }

    std::vector<TwinProposal> groups() const {
        AccountGroups joined(m_dataset.accounts.rows());
        for (const auto& [pair, reason] : m_pairs) joined.merge(pair.first, pair.second);
        std::map<std::uint32_t, std::vector<std::uint32_t>> members;
        std::set<std::uint32_t> paired;
        for (const auto& [pair, reason] : m_pairs) {
            paired.insert(pair.first);
            paired.insert(pair.second);
        }
        for (const std::uint32_t row : paired) members[joined.keptBy(row)].push_back(row);
        std::vector<std::vector<std::uint32_t>> groups;
        for (auto& [kept, rows] : members)
            if (rows.size() <= mostTwins) groups.push_back(std::move(rows));
        if (groups.empty()) return {};
        std::sort(groups.begin(), groups.end());
        const std::vector<qint64> linked = linkedRows();
        const AccountKeys keys(m_dataset, m_job);
        std::vector<TwinProposal> result;
        for (std::vector<std::uint32_t>& rows : groups) {
            if (m_job.cancelled()) return {};
            result.push_back(proposal(std::move(rows), linked, keys));
        }
        return result;
    }

    std::vector<qint64> linkedRows() const {
        std::vector<qint64> linked(m_dataset.accounts.rows());
        Steps steps(m_job);
        for (const Entity entity : {Entity::Deal, Entity::Contact, Entity::Usage})
            for (const std::uint32_t account : m_dataset.of(entity).links.account)
                if (!steps.cancelled() && account != noRow) ++linked[account];
        return linked;
    }

    qint64 cells(std::uint32_t row) const {
        const auto& fields = m_dataset.accounts.table->fields;
        return std::count_if(fields.begin(), fields.end(),
                             [&](const Table::Field& field) { return !field.column.isMissing(row); });
    }

    TwinProposal proposal(std::vector<std::uint32_t> rows, const std::vector<qint64>& linked,
                          const AccountKeys& keys) const {
        TwinProposal twins;
        twins.reason = m_pairs.lower_bound({rows.front(), 0})->second;
        std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            return linked[a] != linked[b] ? linked[a] > linked[b] : cells(a) > cells(b);
        });
        for (std::size_t i = 0; i < rows.size(); ++i) {
            twins.names << m_dataset.accountName(rows[i]);
            if (i == 0) continue;
            twins.decisions.push_back({keys.of(rows[0]), keys.of(rows[i])});
            twins.linked += linked[rows[i]];
        }
        for (const Attribute& attribute : m_dataset.accounts.attributes) {
            const Column& column = m_dataset.column(attribute);
            QStringList values;
            QString known;
            bool conflict = false;
            for (const std::uint32_t row : rows) {
                values << toQString(column.display(row));
                if (column.isMissing(row)) continue;
                conflict = conflict || (!known.isNull() && values.back() != known);
                known = values.back().isNull() ? QStringLiteral("") : values.back();
            }
            if (conflict) twins.conflicts.push_back({attribute.name, attribute.label, values});
        }
        twins.rows = std::move(rows);
        return twins;
    }

    const Dataset& m_dataset;
    const NameIndex& m_index;
    const Job& m_job;
    Marks m;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Reason> m_pairs;
};

}  // namespace

std::vector<TwinProposal> proposeTwins(const Dataset& dataset, const NameIndex& names, const Job& job) {
    return Twins(dataset, names, job).find();
}

}  // namespace icp
