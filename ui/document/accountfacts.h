#pragma once

#include "core/analysis/analyze.h"

#include <QCoreApplication>

#include <memory>
#include <vector>

namespace icp::ui {

/// What lists of customers show of every account, gathered once per dataset; with many accounts on a thread
/// beside the window's.
class AccountFacts {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::AccountFacts)
public:
    enum class State : std::uint8_t { Unknown, Customer, Left, Open, Lost };

    AccountFacts();  ///< of an empty dataset
    /// `hideNames`: "Customer 12" in place of names.
    AccountFacts(std::shared_ptr<const Dataset> dataset, bool hideNames);
    void setHideNames(bool hide) { m_hideNames = hide; }

    const Dataset& dataset() const { return *m_dataset; }
    bool hidesNames() const { return m_hideNames; }
    std::size_t size() const { return m_state.size(); }
    QString name(std::uint32_t account) const;
    QString industry(std::uint32_t account) const;  ///< empty when not known
    /// What a pin and a file call the account: its id, else its name.
    QString key(std::uint32_t account) const;
    double value(std::uint32_t account) const { return m_value.value[account]; }  ///< NaN = not known
    const QString& valueLabel() const { return m_value.label; }
    const QString& currency() const { return m_value.currency; }
    QString valueText(std::uint32_t account) const;
    State state(std::uint32_t account) const { return m_state[account]; }
    static QString stateText(State state);
    /// "41 mo", "left at 35 mo", "left"; empty when nobody says since when.
    QString tenureText(std::uint32_t account) const;
    bool isCustomer(std::uint32_t account) const { return m_customers.test(account); }  ///< customersOf()
    qint64 customers() const { return m_customerCount; }
    /// All accounts, those of highest value first, equal ones in the order of the data, unknown values last.
    const std::vector<std::uint32_t>& byValue() const { return m_byValue; }
    bool hasLeft() const { return m_hasLeft; }  ///< whether the data say of anybody that they left
    bool hasValue() const { return m_hasValue; }

private:
    std::shared_ptr<const Dataset> m_dataset;
    AccountValue m_value;
    std::vector<State> m_state;
    Bitmap m_customers;
    qint64 m_customerCount = 0;
    std::vector<std::uint32_t> m_byValue;
    const Column* m_industry = nullptr;
    const Column* m_id = nullptr;
    const Column* m_since = nullptr;
    const Column* m_until = nullptr;
    bool m_hideNames = false;
    bool m_hasLeft = false;
    bool m_hasValue = false;
};

}  // namespace icp::ui
