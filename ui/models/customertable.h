#pragma once

#include "ui/models/customerlists.h"

#include <QAbstractTableModel>

namespace icp::ui {

/// One of the three lists of customers: over vectors, so that 100,000 rows cost what is on screen.
class CustomerTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Value, Score, PinColumn, ColumnCount };
    enum Role {
        AccountRole = Qt::UserRole + 1,
        DetailRole,  ///< "Logistics, 41 mo"
        LeftRole,    ///< "left at 35 mo", else empty
        PinRole,     ///< "Pinned: our reference", "Taken out: too new to judge", else empty
        ScoreRole    ///< 0 to 100; NaN = not known
    };
    explicit CustomerTableModel(AccountList list, QObject* parent = nullptr);

    AccountList list() const { return m_list; }
    void setLists(std::shared_ptr<const AccountFacts> facts, std::shared_ptr<const CustomerLists> lists,
                    const std::vector<Pin>& pins);
    void setSearch(const QString& text);
    int total() const { return int(m_lists->on(m_list).size()); }
    std::uint32_t account(int row) const { return m_shown[std::size_t(row)]; }
    const Pin* pin(int row) const;  ///< nullptr when nobody touched this customer
    int rowOf(std::uint32_t account) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void narrow();
    QString pinText(int row) const;

    AccountList m_list;
    std::shared_ptr<const AccountFacts> m_facts = std::make_shared<const AccountFacts>();
    std::shared_ptr<const CustomerLists> m_lists = std::make_shared<const CustomerLists>();
    std::vector<Pin> m_pins;
    std::vector<std::uint32_t> m_shown;
    QString m_search;
};

}  // namespace icp::ui
