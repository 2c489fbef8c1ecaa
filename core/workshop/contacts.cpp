#include "core/workshop/contacts.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <map>

namespace icp {

namespace {

/// Every text of the title column once, with its contacts.
struct Spelling {
    QString text;
    std::vector<std::uint32_t> contacts;
};

std::vector<Spelling> spellingsOf(const Column& titles, const Job& job) {
    std::vector<Spelling> spellings;
    QHash<QByteArray, std::size_t> places;
    for (std::size_t contact = 0; contact < titles.size(); ++contact) {
        if (contact % 4096 == 0 && job.cancelled()) return {};
        if (titles.isMissing(contact)) continue;
        const auto text = titles.display(contact);
        const QByteArray key(text.data(), qsizetype(text.size()));
        auto place = places.constFind(key);
        if (place == places.constEnd()) {
            place = places.insert(key, spellings.size());
            spellings.push_back({QString::fromUtf8(key).simplified(), {}});
        }
        spellings[*place].contacts.push_back(std::uint32_t(contact));
    }
    return spellings;
}

}  // namespace

int Contacts::roles(std::size_t account) const {
    return int(std::count_if(playing.begin(), playing.end(),
                             [&](const Bitmap& accounts) { return accounts.test(account); }));
}

Contacts contactsOf(const Dataset& dataset, const std::vector<Persona>& personas, const Job& job) {
    const std::size_t accounts = dataset.accounts.rows();
    const std::vector<std::uint32_t>& links = dataset.contacts.links.account;
    Contacts contacts;
    contacts.people.assign(accounts, 0);
    contacts.known.assign(personas.size(), Bitmap(accounts));
    for (const Persona& persona : personas) contacts.roleOf.push_back(persona.role);
    contacts.playing.fill(Bitmap(accounts));
    for (const std::uint32_t account : links)
        if (account != noRow) ++contacts.people[account];
    const Column* titles = dataset.column(u"contact.title");
    if (titles == nullptr) return contacts;

    const TitleMatcher matcher(personas);
    std::map<QString, Contacts::Title> byLowerCase;
    std::map<QString, qint64> commonest;
    for (const Spelling& spelling : spellingsOf(*titles, job)) {
        if (job.cancelled()) return {};
        Contacts::Title& title = byLowerCase[spelling.text.toCaseFolded()];
        qint64& most = commonest[spelling.text.toCaseFolded()];
        if (title.title.isEmpty()) title.matches = matcher.match(spelling.text);
        const qint64 n = qint64(spelling.contacts.size());
        if (n > most) {
            most = n;
            title.title = spelling.text;
        }
        title.contacts += n;
        contacts.titled += n;
        contacts.read += title.matches.empty() ? 0 : n;
        const bool member = std::any_of(title.matches.begin(), title.matches.end(),
                                        [](const TitleMatch& match) { return match.persona >= 0; });
        contacts.onPanel += member ? n : 0;
        for (const std::uint32_t contact : spelling.contacts) {
            const std::uint32_t account = links[contact];
            if (account == noRow) continue;
            for (const TitleMatch& match : title.matches) {
                if (match.persona >= 0) contacts.known[std::size_t(match.persona)].set(account);
                const BuyingRole role =
                    match.persona >= 0 ? personas[std::size_t(match.persona)].role : match.reading->role;
                contacts.playing[std::size_t(role)].set(account);
            }
        }
    }
    if (job.cancelled()) return {};
    for (auto& [key, title] : byLowerCase) contacts.titles.push_back(std::move(title));
    std::stable_sort(
        contacts.titles.begin(), contacts.titles.end(),
        [](const Contacts::Title& a, const Contacts::Title& b) { return a.contacts > b.contacts; });
    return contacts;
}

std::vector<Coverage> coverageOf(const Contacts& contacts, const Bitmap& accounts) {
    std::vector<Coverage> result;
    for (const Bitmap& known : contacts.known)
        result.push_back({qint64(accounts.count()), qint64(known.countAnd(accounts))});
    return result;
}

std::vector<Coverage> roleCoverageOf(const Contacts& contacts, const Bitmap& accounts) {
    std::array<Bitmap, buyingRoleCount> anybody;
    anybody.fill(Bitmap(accounts.size()));
    for (std::size_t i = 0; i < contacts.known.size(); ++i)
        anybody[std::size_t(contacts.roleOf[i])] |= contacts.known[i];
    std::vector<Coverage> result;
    for (const BuyingRole role : contacts.roleOf)
        result.push_back({qint64(accounts.count()), qint64(anybody[std::size_t(role)].countAnd(accounts))});
    return result;
}

Bitmap wonAccounts(const Dataset& dataset) {
    Bitmap won(dataset.accounts.rows());
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal)
        if (const std::uint32_t account = dataset.deals.links.account[deal];
            account != noRow && dataset.dealState[deal] == DealState::Won)
            won.set(account);
    return won;
}

Bitmap accountsWithContacts(const Contacts& contacts) {
    Bitmap some(contacts.people.size());
    for (std::size_t account = 0; account < some.size(); ++account)
        if (contacts.people[account] > 0) some.set(account);
    return some;
}

std::vector<Coverage> coverage(const Dataset& dataset, const std::vector<Persona>& personas) {
    const Contacts contacts = contactsOf(dataset, personas);
    return coverageOf(contacts, wonAccounts(dataset) & accountsWithContacts(contacts));
}

ContactBand bandOf(std::uint32_t contacts) {
    return contacts < fewestContacts ? ContactBand::Below
           : contacts > mostContacts ? ContactBand::Above
                                     : ContactBand::Inside;
}

AccountGroup groupOf(const QString& label, Bitmap accounts, const Contacts& contacts) {
    AccountGroup group;
    group.label = label;
    group.coverage = coverageOf(contacts, accounts);
    group.ofRole = roleCoverageOf(contacts, accounts);
    accounts.forEach(
        [&](std::size_t account) { ++group.bands[std::size_t(bandOf(contacts.people[account]))]; });
    group.accounts = std::move(accounts);
    return group;
}

std::vector<AccountGroup> tierGroups(const FitTable& fit, const Contacts& contacts) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("icp::AccountGroup", text); };
    if (fit.fit.size() != contacts.people.size()) return {};
    return {groupOf(tr(QT_TRANSLATE_NOOP("icp::AccountGroup", "Tier 1, ideal")), fit.ideal, contacts),
            groupOf(tr(QT_TRANSLATE_NOOP("icp::AccountGroup", "Tier 2, stretch")), fit.stretch, contacts)};
}

Qualification qualify(std::size_t account, const FitTable& fit, const FitDecision* decision,
                      const Contacts& contacts, const std::vector<Persona>& personas) {
    Qualification result;
    if (account >= fit.fit.size()) return result;
    result.fit = fit.fit[account];
    result.tier = result.fit == Fit::Ideal ? 1 : result.fit == Fit::Stretch ? 2 : 0;
    result.gate = gateOf(result.fit, decision);
    if (!result.passes()) return result;
    const auto known = [&](std::size_t i) {
        return i < contacts.known.size() && contacts.known[i].test(account);
    };
    for (std::size_t i = 0; i < personas.size(); ++i) {
        bool anybody = false;
        for (std::size_t other = 0; other < personas.size(); ++other)
            anybody = anybody || (personas[other].role == personas[i].role && known(other));
        result.plays.push_back({int(i), known(i), anybody, personas[i].messageFor(result.tier)});
    }
    std::stable_sort(
        result.plays.begin(), result.plays.end(),
        [](const Qualification::Play& a, const Qualification::Play& b) { return a.known > b.known; });
    return result;
}

}  // namespace icp
