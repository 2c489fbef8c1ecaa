#pragma once

#include "core/base/job.h"
#include "core/table/dataset.h"
#include "core/workshop/fitdecision.h"
#include "core/workshop/titles.h"

namespace icp {

/// The contacts of a dataset as a panel of personas sees them.
struct Contacts {
    struct Title {
        QString title;  ///< as written most often; contacts that differ only in case are one
        qint64 contacts = 0;
        std::vector<TitleMatch> matches;  ///< empty = no rule knows it
    };
    std::vector<Title> titles;  ///< most contacts first, then by title
    qint64 titled = 0;          ///< contacts with a title
    qint64 read = 0;            ///< of those, whose title a rule knows
    qint64 onPanel = 0;         ///< of those, who are a persona of the panel

    // Per account of the dataset; contacts that are not linked count nowhere here.
    std::vector<std::uint32_t> people;            ///< contacts
    std::vector<Bitmap> known;                    ///< per persona: accounts where somebody is one
    std::vector<BuyingRole> roleOf;               ///< per persona
    std::array<Bitmap, buyingRoleCount> playing;  ///< per role: accounts where somebody has it, by any rule
    int roles(std::size_t account) const;         ///< how many different buying roles are known there
    bool empty() const { return people.empty(); }
};
/// `job` is asked often; a cancelled one gives what is no longer wanted, an empty value.
Contacts contactsOf(const Dataset& dataset, const std::vector<Persona>& personas, const Job& job = {});

/// Share of accounts in which a contact of a persona is known.
struct Coverage {
    qint64 accounts = 0;
    qint64 known = 0;
    double share() const { return accounts > 0 ? double(known) / double(accounts) : 0; }
};
/// Per persona, among `accounts`.
std::vector<Coverage> coverageOf(const Contacts& contacts, const Bitmap& accounts);
/// Per persona, among `accounts`: where one of all the personas that share its buying role is known.
std::vector<Coverage> roleCoverageOf(const Contacts& contacts, const Bitmap& accounts);
/// The same among won accounts that have contacts.
std::vector<Coverage> coverage(const Dataset& dataset, const std::vector<Persona>& personas);
Bitmap wonAccounts(const Dataset& dataset);
Bitmap accountsWithContacts(const Contacts& contacts);

/// For outreach to a group and not to one person, an account wants 3 to 10 contacts of different roles.
enum class ContactBand { Below, Inside, Above };
inline constexpr std::uint32_t fewestContacts = 3;
inline constexpr std::uint32_t mostContacts = 10;
ContactBand bandOf(std::uint32_t contacts);

/// A group of accounts against which coverage is counted, and those of them in each contact band.
struct AccountGroup {
    QString label;
    Bitmap accounts;
    std::vector<Coverage> coverage;  ///< per persona
    std::vector<Coverage> ofRole;    ///< per persona, see roleCoverageOf()
    std::array<qint64, 3> bands{};   ///< accounts per ContactBand
    qint64 count() const { return bands[0] + bands[1] + bands[2]; }
};
AccountGroup groupOf(const QString& label, Bitmap accounts, const Contacts& contacts);

/// Tiers of accounts under an ICP, ideal and stretch; an account with a bad fit is in none.
std::vector<AccountGroup> tierGroups(const FitTable& fit, const Contacts& contacts);

/// Whether an account passes the gate of qualification, and what is said to whom if it does. First the
/// organisation has to fit, and a stretch to be vetted; who has to be convinced is asked only then.
struct Qualification {
    Fit fit = Fit::None;
    Gate gate = Gate::Closed;
    int tier = 0;  ///< 1 ideal, 2 stretch; 0 = none
    struct Play {
        int persona;      ///< in the order of the panel
        bool known;       ///< a contact of this persona is known at the account
        bool roleKnown;   ///< or one of another persona with the same buying role
        QString message;  ///< for the account's tier; empty = nobody has written one
    };
    std::vector<Play> plays;  ///< one per persona, those known first; none when the account does not pass
    bool passes() const { return gate == Gate::Open; }
};
/// `decision`: what the team decided on the account, nullptr = nothing.
Qualification qualify(std::size_t account, const FitTable& fit, const FitDecision* decision,
                      const Contacts& contacts, const std::vector<Persona>& personas);

}  // namespace icp
