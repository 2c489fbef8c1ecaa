#pragma once

#include "ui/models/claimwords.h"

#include <QAbstractListModel>

namespace icp::ui {

/// What people say of customers, in the order in which it was said. A claim that was not checked yet has its
/// words and no verdict.
class ClaimListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole + 1, VerdictRole, VerdictTextRole, NumbersRole };

    using QAbstractListModel::QAbstractListModel;

    void setClaims(std::vector<CheckedWords> claims);
    /// Those of the workshop, with what is known of each from before; true when something changed.
    bool follow(const std::vector<Claim>& claims);
    const CheckedWords* at(int row) const;  ///< nullptr when there is no such row
    int rowOf(const QString& id) const;     ///< -1 when it is not there

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<CheckedWords> m_claims;
};

}  // namespace icp::ui
