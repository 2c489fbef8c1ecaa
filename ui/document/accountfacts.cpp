#include "ui/document/accountfacts.h"

#include "core/base/shown.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace icp::ui {

namespace {

constexpr double daysInMonth = 365.25 / 12;

const Column* dateColumn(const Dataset& dataset, QStringView name) {
    const Column* column = dataset.column(name);
    return column != nullptr && column->type() == ColumnType::Date ? column : nullptr;
}

}  // namespace

AccountFacts::AccountFacts() : m_dataset(std::make_shared<const Dataset>()) {}

AccountFacts::AccountFacts(std::shared_ptr<const Dataset> dataset, bool hideNames)
    : m_dataset(std::move(dataset)),
      m_value(accountValue(*m_dataset)),
      m_state(m_dataset->accounts.rows(), State::Unknown),
      m_customers(customersOf(*m_dataset)),
      m_customerCount(qint64(m_customers.count())),
      m_byValue(m_dataset->accounts.rows()),
      m_industry(m_dataset->column(u"account.industry")),
      m_id(m_dataset->column(u"account.id")),
      m_since(dateColumn(*m_dataset, u"account.customer_since")),
      m_until(dateColumn(*m_dataset, u"account.churn_date")),
      m_hideNames(hideNames) {
    const auto& links = m_dataset->deals.links.account;
    for (std::size_t deal = 0; deal < links.size(); ++deal) {
        if (links[deal] == noRow) continue;
        State& state = m_state[links[deal]];
        switch (m_dataset->dealState[deal]) {
            case DealState::Won:
                state = State::Customer;
                break;
            case DealState::Open:
                if (state != State::Customer) state = State::Open;
                break;
            case DealState::Lost:
                if (state == State::Unknown) state = State::Lost;
                break;
        }
    }
    for (std::size_t account = 0; account < m_state.size(); ++account) {
        const AccountState known = m_dataset->accountState[account];
        if (known == AccountState::Customer) m_state[account] = State::Customer;
        if (known == AccountState::Left) m_state[account] = State::Left;
        m_hasLeft = m_hasLeft || known == AccountState::Left;
    }
    m_value.value.resize(m_state.size(), std::nan(""));
    m_hasValue =
        std::any_of(m_value.value.begin(), m_value.value.end(), [](double v) { return std::isfinite(v); });
    const auto rank = [this](std::uint32_t account) {
        const double value = m_value.value[account];
        return std::isfinite(value) ? value : -std::numeric_limits<double>::infinity();
    };
    std::iota(m_byValue.begin(), m_byValue.end(), 0U);
    std::stable_sort(m_byValue.begin(), m_byValue.end(), [&](auto a, auto b) { return rank(a) > rank(b); });
}

QString AccountFacts::name(std::uint32_t account) const {
    if (m_hideNames) return tr("Customer %1").arg(account + 1);
    return m_dataset->accountName(account);
}

QString AccountFacts::industry(std::uint32_t account) const {
    return m_industry != nullptr ? toQString(m_industry->display(account)) : QString();
}

QString AccountFacts::key(std::uint32_t account) const {
    const QString id = m_id != nullptr ? toQString(m_id->display(account)) : QString();
    return id.isEmpty() ? m_dataset->accountName(account) : id;
}

QString AccountFacts::valueText(std::uint32_t account) const { return moneyText(value(account), currency()); }

QString AccountFacts::stateText(State state) {
    switch (state) {
        case State::Customer:
            return tr("customer");
        case State::Left:
            return tr("left");
        case State::Open:
            return tr("open");
        case State::Lost:
            return tr("lost");
        case State::Unknown:
            break;
    }
    return {};
}

QString AccountFacts::tenureText(std::uint32_t account) const {
    const bool left = state(account) == State::Left;
    const auto known = [account](const Column* column) {
        return column != nullptr && !column->isMissing(account);
    };
    if (!known(m_since) || (left && !known(m_until))) return left ? stateText(State::Left) : QString();
    const double end = left ? m_until->numbers()[account] : double(QDate(1970, 1, 1).daysTo(m_dataset->asOf));
    const double months = (end - m_since->numbers()[account]) / daysInMonth;
    if (!(months >= 0)) return left ? stateText(State::Left) : QString();
    return left ? tr("left at %1 mo").arg(int(months)) : tr("%1 mo").arg(int(months));
}

}  // namespace icp::ui
