#include "core/proposals/matchrows.h"

#include "core/base/text.h"
#include "core/proposals/namedtext.h"

#include <QHash>

namespace icp {

namespace {

using Keys = QStringList;  // per row, empty where there is none
using KeyOf = QString (*)(const QString&);

Keys keysOf(const Dataset& dataset, Entity entity, const char* attribute, KeyOf keyOf, const Job& job) {
    Keys keys;
    Steps steps(job);
    keys.resize(qsizetype(dataset.of(entity).rows()));
    const Column* column = dataset.column(attributeName(entity, attribute));
    for (std::size_t row = 0; column != nullptr && row < column->size() && !steps.cancelled(); ++row)
        if (!column->isMissing(row)) keys[qsizetype(row)] = keyOf(toQString(column->display(row)));
    return keys;
}

QString ownText(const QString& text) { return text.trimmed(); }
QString foldedText(const QString& text) { return folded(text); }
QString nameKey(const QString& text) { return companyKey(text); }
QString hostOf(const QString& text) { return domainOf(text); }
QString mailOf(const QString& text) { return text.trimmed().toLower(); }

/// Names within the account; `numbers` says which account is which on the other side.
Keys namesWithin(const Dataset& dataset, Entity entity, const std::vector<std::uint32_t>& numbers,
                 const Job& job) {
    Keys names = keysOf(dataset, entity, "name", foldedText, job);
    if (entity == Entity::Contact) {
        const Keys first = keysOf(dataset, entity, "first_name", foldedText, job);
        const Keys last = keysOf(dataset, entity, "last_name", foldedText, job);
        for (qsizetype row = 0; row < names.size(); ++row)
            if (names[row].isEmpty() && !last[row].isEmpty()) names[row] = first[row] + u' ' + last[row];
    }
    const std::vector<std::uint32_t>& links = dataset.of(entity).links.account;
    Steps steps(job);
    for (qsizetype row = 0; row < names.size() && !steps.cancelled(); ++row) {
        if (names[row].isEmpty()) continue;
        const std::uint32_t account = std::size_t(row) < links.size() ? links[std::size_t(row)] : noRow;
        names[row] += QStringLiteral(" @%1").arg(account == noRow ? noRow : numbers[account]);
    }
    return names;
}

class Matching {
public:
    Matching(std::size_t before, std::size_t after, const Job& job)
        : m_job(job),
          m_before(before, noRow),
          m_after(after, noRow),
          m_keyedBefore(before),
          m_keyedAfter(after),
          m_idBefore(before),
          m_idAfter(after) {}

    /// As pair(). Where ids are met again, two rows with different ones are two, however alike they are else;
    /// where none is, the exports come from different systems and ids say nothing.
    qint64 pairIds(const Keys& before, const Keys& after) {
        const qint64 count = pair(before, after);
        if (count == 0) return 0;
        note(before, m_idBefore);
        note(after, m_idAfter);
        return count;
    }

    /// Pairs rows that have no partner yet and share a key that names one such row on either side.
    qint64 pair(const Keys& before, const Keys& after) {
        note(before, m_keyedBefore);
        note(after, m_keyedAfter);
        const auto then = single(before, m_before);
        const auto now = single(after, m_after);
        qint64 count = 0;
        for (auto it = now.begin(); it != now.end(); ++it) {
            const std::uint32_t other = then.value(it.key(), noRow);
            if (*it == noRow || other == noRow || (m_idBefore.test(other) && m_idAfter.test(*it))) continue;
            m_after[*it] = other;
            m_before[other] = *it;
            ++count;
        }
        return count;
    }

    void finish(EntityChange& change) const {
        for (std::uint32_t row = 0; row < m_after.size(); ++row)
            if (m_after[row] != noRow)
                change.matched.emplace_back(m_after[row], row);
            else if (m_keyedAfter.test(row))
                change.appeared.push_back(row);
            else
                ++change.keyless;
        for (std::uint32_t row = 0; row < m_before.size(); ++row)
            if (m_keyedBefore.test(row)) {
                if (m_before[row] == noRow) change.vanished.push_back(row);
            } else {
                ++change.keylessBefore;
            }
    }

private:
    static void note(const Keys& keys, Bitmap& keyed) {
        for (qsizetype row = 0; row < keys.size(); ++row)
            if (!keys[row].isEmpty()) keyed.set(std::size_t(row));
    }

    /// Key -> the one row without a partner that has it; noRow when several have.
    QHash<QString, std::uint32_t> single(const Keys& keys, const std::vector<std::uint32_t>& partners) const {
        QHash<QString, std::uint32_t> rows;
        Steps steps(m_job);
        for (std::uint32_t row = 0; row < std::uint32_t(keys.size()) && !steps.cancelled(); ++row) {
            if (keys[row].isEmpty() || partners[row] != noRow) continue;
            const auto known = rows.find(keys[row]);
            if (known == rows.end())
                rows.insert(keys[row], row);
            else
                *known = noRow;
        }
        return rows;
    }

    const Job& m_job;
    std::vector<std::uint32_t> m_before;
    std::vector<std::uint32_t> m_after;
    Bitmap m_keyedBefore;  ///< rows that have any key
    Bitmap m_keyedAfter;
    Bitmap m_idBefore;  ///< rows whose id tells them apart
    Bitmap m_idAfter;
};

}  // namespace

void matchRows(EntityChange& change, const Dataset& before, const Dataset& after,
               const EntityChange* accounts, const Job& job) {
    const Entity entity = change.entity;
    change.before = qint64(before.of(entity).rows());
    change.after = qint64(after.of(entity).rows());
    Matching matching(std::size_t(change.before), std::size_t(change.after), job);
    const auto pair = [&](const char* attribute, KeyOf keyOf) {
        return matching.pair(keysOf(before, entity, attribute, keyOf, job),
                             keysOf(after, entity, attribute, keyOf, job));
    };
    change.byId = matching.pairIds(keysOf(before, entity, "id", ownText, job),
                                   keysOf(after, entity, "id", ownText, job));
    if (accounts == nullptr) {
        change.byDomain = pair("domain", hostOf);
        change.byName = pair("name", nameKey);
    } else {
        if (entity == Entity::Contact) change.byDomain = pair("email", mailOf);
        // Accounts get the number they have now; those that are gone get numbers nobody has.
        std::vector<std::uint32_t> then(before.accounts.rows());
        for (std::uint32_t row = 0; row < then.size(); ++row)
            then[row] = std::uint32_t(after.accounts.rows()) + row;
        std::vector<std::uint32_t> now(after.accounts.rows());
        for (std::uint32_t row = 0; row < now.size(); ++row) now[row] = row;
        for (const auto& [was, is] : accounts->matched) then[was] = is;
        change.byName =
            matching.pair(namesWithin(before, entity, then, job), namesWithin(after, entity, now, job));
    }
    matching.finish(change);
}

}  // namespace icp
