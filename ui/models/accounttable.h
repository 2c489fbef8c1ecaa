#pragma once

#include "ui/document/accountfacts.h"

#include <QAbstractTableModel>

namespace icp::ui {

/// Accounts behind a bar or a segment, those of highest value first; a search narrows them by name or
/// industry.
class AccountTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Industry, Value, State, ColumnCount };
    enum Role {
        AccountRole = Qt::UserRole + 1,
        DetailRole,  ///< industry, and the state when it is not "left"
        LeftRole     ///< "left", else empty
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setAccounts(std::shared_ptr<const AccountFacts> facts, const std::vector<std::uint32_t>& accounts);
    void setSearch(const QString& text);
    int total() const { return int(m_all.size()); }
    std::uint32_t account(int row) const { return m_shown[std::size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void narrow();

    std::shared_ptr<const AccountFacts> m_facts = std::make_shared<const AccountFacts>();
    std::vector<std::uint32_t> m_all;
    std::vector<std::uint32_t> m_shown;
    QString m_search;
};

}  // namespace icp::ui
