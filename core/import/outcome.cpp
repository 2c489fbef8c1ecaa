#include "core/import/outcome.h"

#include "core/base/text.h"
#include "core/import/columnfacts.h"
#include "core/import/headers.h"

#include <QCoreApplication>

#include <algorithm>

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

std::vector<DealState> dealStates(const EntityTable& deals, const Profiles& profiles, QString& note) {
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
    const auto headerOf = [&](QStringView name) {
        for (const Attribute& attribute : deals.attributes)
            if (attribute.name == name) return attribute.label;
        return QString();
    };

    if (const Column* won = columnOf(deals, u"deal.is_won")) {
        const auto said = byFlags(*won, columnOf(deals, u"deal.is_closed"), profiles);
        if (anySays(said, DealState::Won)) fill(said, headerOf(u"deal.is_won"));
    }
    for (const char* name : {"deal.status", "deal.stage"}) {
        const QString attribute = QString::fromLatin1(name);
        if (const Column* column = columnOf(deals, attribute))
            fill(saidOfDeals(*column, profiles), headerOf(attribute));
    }
    if (!sources.isEmpty())
        note = Words::tr("Won, lost and open were read from: %1.").arg(sources.join(QStringLiteral(", ")));
    std::vector<DealState> result;
    for (const auto& state : states) result.push_back(state.value_or(DealState::Open));
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
