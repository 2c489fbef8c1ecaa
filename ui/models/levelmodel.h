#pragma once

#include "core/table/column.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace icp::ui {

/// The levels of a category, boolean or multi-valued column, most frequent first, each with a check mark.
class LevelModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { CountRole = Qt::UserRole, ValueRole };
    using QAbstractListModel::QAbstractListModel;

    void setColumn(const Column& column);
    /// Chosen values that the column does not have stay, at the end, so that nothing is lost by editing.
    void setChosen(const QStringList& values);
    QStringList chosen() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    struct Level {
        QString value;
        QString label;
        qint64 count = 0;
        bool chosen = false;
    };
    std::vector<Level> m_levels;
};

}  // namespace icp::ui
