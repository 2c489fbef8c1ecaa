#include "core/import/outcome.h"

#include "core/base/text.h"
#include "core/import/columnfacts.h"
#include "core/import/headers.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Outcome)
};

const Column* columnOf(const EntityTable& entity, QStringView name) {
    for (const Attribute& attribute : entity.attributes)
        if (attribute.name == name) return &entity.table->fields[std::size_t(attribute.column)].column;
    return nullptr;
}

std::vector<std::optional<DealState>> saidOfDeals(const Column& column, const Profiles& profiles) {
    return perText<std::optional<DealState>>(
        column, [&](std::string_view text) { return dealStateOf(toQString(text), profiles); });
}

std::vector<std::optional<AccountState>> saidOfAccounts(const Column& column, const Profiles& profiles) {
    return perText<std::optional<AccountState>>(
        column, [&](std::string_view text) { return accountStateOf(toQString(text), profiles); });
}

template <class State>
bool anySays(const std::vector<std::optional<State>>& states, State wanted) {
    return std::any_of(states.begin(), states.end(), [&](const auto& state) { return state == wanted; });
}

std::vector<std::optional<bool>> truths(const Column& column, const Profiles& profiles) {
    return perText<std::optional<bool>>(
        column, [&](std::string_view text) { return truthOf(toQString(text), profiles); });
}

/// Won, lost or open when flags say so. A flag column that never says "no" means it by an empty cell.
std::vector<std::optional<DealState>> byFlags(const Column& won, const Column* closed,
                                              const Profiles& profiles) {
    std::vector<std::optional<bool>> isWon = truths(won, profiles);
    const auto words = saidOfDeals(won, profiles);
    for (std::size_t row = 0; row < isWon.size(); ++row)
        if (!isWon[row] && words[row] && *words[row] != DealState::Open)
            isWon[row] = *words[row] == DealState::Won;
    std::vector<std::optional<bool>> isClosed(isWon.size());
    if (closed != nullptr) isClosed = truths(*closed, profiles);
    const bool blankIsNotWon = !anySays(isWon, false);
    const bool blankIsOpen = anySays(isClosed, true) && !anySays(isClosed, false);
    std::vector<std::optional<DealState>> states(isWon.size());
    for (std::size_t row = 0; row < states.size(); ++row) {
        if (isWon[row] == true) {
            states[row] = DealState::Won;
        } else if (isClosed[row] == false || (blankIsOpen && !isClosed[row])) {
            states[row] = DealState::Open;
        } else if (isClosed[row] == true && (isWon[row] == false || blankIsNotWon)) {
            states[row] = DealState::Lost;
        } else if (isWon[row] == false && closed == nullptr) {
            states[row] = DealState::Lost;
        }
    }
    return states;
}

/// What a text says of a deal: by the words the user gave, else by those known.
class Meaning {
public:
    Meaning(const Profiles& profiles, const std::optional<OutcomeWords>& decided)
        : m_profiles(profiles), m_decided(decided.has_value()) {
        if (!decided) return;
        for (const QString& word : decided->lost) m_words[folded(word)] = DealState::Lost;
        for (const QString& word : decided->won) m_words[folded(word)] = DealState::Won;
    }

    bool decided() const { return m_decided; }
    std::optional<DealState> of(const QString& text) const {
        if (!m_decided) return dealStateOf(text, m_profiles);
        const auto word = m_words.constFind(folded(text));
        return word == m_words.cend() ? std::nullopt : std::optional(*word);
    }

private:
    const Profiles& m_profiles;
    bool m_decided;
    QHash<QString, DealState> m_words;
};

constexpr std::size_t mostWords = 200;  // more are no stages

void addWords(const Column& column, const QString& attribute, const std::vector<DealState>& states,
              const Meaning& meaning, std::vector<OutcomeWord>& words) {
    std::map<std::string, std::array<qint64, 3>> counts;  // per text, by DealState
    for (std::size_t row = 0; row < states.size() && counts.size() <= mostWords; ++row)
        if (!column.isMissing(row)) ++counts[column.display(row)][std::size_t(states[row])];
    if (counts.size() > mostWords) return;
    const auto first = words.size();
    for (const auto& [text, count] : counts) {
        const auto most = std::max_element(count.begin(), count.end());
        OutcomeWord word{attribute, toQString(text), count[0] + count[1] + count[2],
                         DealState(most - count.begin())};
        const std::optional<DealState> said = meaning.of(word.text);
        if (said) word.state = *said;
        word.known = said.has_value();
        word.decided = meaning.decided();
        words.push_back(std::move(word));
    }
    std::stable_sort(words.begin() + std::ptrdiff_t(first), words.end(),
                     [](const OutcomeWord& a, const OutcomeWord& b) { return a.deals > b.deals; });
}

}  // namespace

std::optional<bool> truthOf(const QString& text, const Profiles& profiles) {
    const QString plain = folded(text);
    if (profiles.says(QStringLiteral("yes"), plain)) return true;
    if (profiles.says(QStringLiteral("no"), plain)) return false;
    return std::nullopt;
}

std::optional<DealState> dealStateOf(const QString& text, const Profiles& profiles) {
    const QString plain = folded(text);
    if (profiles.says(QStringLiteral("lost"), plain)) return DealState::Lost;
    if (profiles.says(QStringLiteral("won"), plain)) return DealState::Won;
    if (profiles.says(QStringLiteral("open"), plain)) return DealState::Open;
    if (profiles.saysWithin(QStringLiteral("lost_within"), plain)) return DealState::Lost;
    if (profiles.saysWithin(QStringLiteral("won_within"), plain)) return DealState::Won;
    return std::nullopt;
}

std::optional<AccountState> accountStateOf(const QString& text, const Profiles& profiles) {
    const QString plain = folded(text);
    if (profiles.says(QStringLiteral("prospect"), plain)) return AccountState::Unknown;
    if (profiles.says(QStringLiteral("left"), plain)) return AccountState::Left;
    if (profiles.says(QStringLiteral("customer"), plain)) return AccountState::Customer;
    if (!profiles.saysWithin(QStringLiteral("customer_within"), plain)) return std::nullopt;
    if (profiles.saysWithin(QStringLiteral("prospect_within"), plain)) return AccountState::Unknown;
    return profiles.saysWithin(QStringLiteral("left_within"), plain) ? AccountState::Left
                                                                     : AccountState::Customer;
}

bool tellsDeals(const QStringList& levels, const Profiles& profiles) {
    bool won = false;
    bool lost = false;
    for (const QString& level : levels) {
        const auto state = dealStateOf(level, profiles);
        won = won || state == DealState::Won;
        lost = lost || state == DealState::Lost;
    }
    return won && lost;
}

bool tellsAnyDeal(const QStringList& levels, const Profiles& profiles) {
    return std::any_of(levels.begin(), levels.end(),
                       [&](const QString& level) { return dealStateOf(level, profiles).has_value(); });
}

bool tellsChurn(const QStringList& levels, const Profiles& profiles) {
    bool left = false;
    for (const QString& level : levels) left = left || accountStateOf(level, profiles) == AccountState::Left;
    return left && tellsCustomers(levels, profiles);
}

bool tellsCustomers(const QStringList& levels, const Profiles& profiles) {
    return std::any_of(levels.begin(), levels.end(), [&](const QString& level) {
        return accountStateOf(level, profiles) == AccountState::Customer;
    });
}

DealOutcomes dealOutcomes(const EntityTable& deals, const Profiles& profiles,
                          const std::optional<OutcomeWords>& decided) {
    std::vector<std::optional<DealState>> states(deals.rows());
    QStringList sources;
    const auto fill = [&](const std::vector<std::optional<DealState>>& said, const QString& source) {
        bool used = false;
        for (std::size_t row = 0; row < states.size(); ++row) {
            if (states[row] || !said[row]) continue;
            states[row] = said[row];
            used = true;
        }
        if (used) sources << source;
    };
    const auto headerOf = [&](const QString& name) {
        for (const Attribute& attribute : deals.attributes)
            if (attribute.name == name) return attribute.label;
        return QString();
    };

    const Meaning meaning(profiles, decided);
    const QString flag = QStringLiteral("deal.is_won");
    if (const Column* won = decided ? nullptr : columnOf(deals, flag)) {
        const auto said = byFlags(*won, columnOf(deals, u"deal.is_closed"), profiles);
        if (anySays(said, DealState::Won)) fill(said, headerOf(flag));
    }
    const QStringList told{QStringLiteral("deal.status"), QStringLiteral("deal.stage")};
    for (const QString& name : decided ? told + QStringList{flag} : told)
        if (const Column* column = columnOf(deals, name))
            fill(perText<std::optional<DealState>>(
                     *column, [&](std::string_view text) { return meaning.of(toQString(text)); }),
                 headerOf(name));

    DealOutcomes result;
    for (const auto& state : states) result.states.push_back(state.value_or(DealState::Open));
    if (!sources.isEmpty())
        result.note =
            Words::tr("Won, lost and open were read from: %1.").arg(sources.join(QStringLiteral(", ")));
    for (const QString& name : QStringList{flag} + told)
        if (const Column* column = columnOf(deals, name))
            addWords(*column, name, result.states, meaning, result.words);
    return result;
}

std::vector<AccountState> accountStates(const Dataset& dataset, const Profiles& profiles) {
    const EntityTable& accounts = dataset.accounts;
    std::vector<AccountState> states(accounts.rows(), AccountState::Unknown);
    // Whom one column calls a prospect or nothing, the next may call a customer. "No customer" does not say
    // "left".
    bool typed = false;
    const auto tell = [&](const std::vector<std::optional<AccountState>>& words) {
        typed = typed || anySays(words, AccountState::Customer);
        for (std::size_t row = 0; row < states.size(); ++row)
            if (states[row] == AccountState::Unknown)
                states[row] = words[row].value_or(AccountState::Unknown);
    };
    for (const QStringView name : {u"account.type", u"account.lifecycle"})
        if (const Column* column = columnOf(accounts, name)) tell(saidOfAccounts(*column, profiles));
    if (const Column* flag = columnOf(accounts, u"account.is_customer")) {
        std::vector<std::optional<AccountState>> words;
        for (const std::optional<bool> yes : truths(*flag, profiles))
            words.push_back(yes == true ? std::optional(AccountState::Customer) : std::nullopt);
        tell(words);
    }
    for (std::size_t row = 0; row < dataset.dealState.size(); ++row) {
        const std::uint32_t account = dataset.deals.links.account[row];
        if (dataset.dealState[row] == DealState::Won && account != noRow &&
            states[account] == AccountState::Unknown)
            states[account] = AccountState::Customer;
    }
    // Who left is told by a flag or a date. Who did not is a customer, unless the type tells customers from
    // prospects; an empty cell says so only where nothing else tells who is a customer at all.
    const bool told = std::any_of(states.begin(), states.end(),
                                  [](AccountState state) { return state != AccountState::Unknown; });
    const auto stayed = [&](std::size_t row, bool empty) {
        if (empty ? !told : !(typed && states[row] == AccountState::Unknown))
            states[row] = AccountState::Customer;
    };
    const Column* date = columnOf(accounts, u"account.churn_date");
    const Column* churned = columnOf(accounts, u"account.churned");
    if (date != nullptr && churned == nullptr && date->missing().count() < date->size()) {
        for (std::size_t row = 0; row < states.size(); ++row)
            if (date->isMissing(row))
                stayed(row, true);
            else
                states[row] = AccountState::Left;
    }
    if (churned != nullptr && churned->missing().count() < churned->size()) {
        const Attribute* attribute = dataset.find(u"account.churned");
        const bool inverse = profiles.find(u"account.churned")->inverse.contains(headerKey(attribute->label));
        const auto flags = truths(*churned, profiles);
        const auto said = saidOfAccounts(*churned, profiles);
        const bool blankIsNo = !anySays(flags, false) && anySays(flags, true);
        for (std::size_t row = 0; row < states.size(); ++row) {
            if (!flags[row] && !blankIsNo)
                states[row] = said[row].value_or(states[row]);
            else if (flags[row].value_or(false) != inverse)
                states[row] = AccountState::Left;
            else
                stayed(row, !flags[row].has_value());
        }
    }
    return states;
}

}  // namespace icp
