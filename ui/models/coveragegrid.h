#pragma once

#include "core/workshop/contacts.h"

#include <QAbstractTableModel>

namespace icp::ui {

/// Personas in columns, groups of accounts in rows: in how many accounts of each somebody like that is known.
class CoverageGridModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum DataRole {
        ShareRole = Qt::UserRole + 100,  ///< double 0 to 1; invalid when the group has no accounts
        MissingRole                      ///< bool: known in less than a fifth of the group
    };
    /// `heads` tells what stands over the columns, and outlives the model.
    CoverageGridModel(QAbstractItemModel* heads, QObject* parent);

    void setGroups(std::vector<AccountGroup> groups);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QAbstractItemModel* m_heads;
    std::vector<AccountGroup> m_groups;
    int m_columns = 0;
};

}  // namespace icp::ui
