#pragma once

#include "core/table/dataset.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace icp::ui {

/// The problems of one file by kind, with counts: first what needs a look, then what is good to know; within
/// a kind one row per problem, in the order of the file.
class IssueTree : public QAbstractItemModel {
    Q_OBJECT
public:
    explicit IssueTree(QObject* parent = nullptr);
    void setFile(std::shared_ptr<const Dataset> dataset, int file);

    int kinds() const { return int(m_groups.size()); }
    int needsLook() const { return m_needsLook; }  ///< kinds of problems, notes not counted
    /// nullptr for a kind as a whole.
    const Issue* issue(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Group {
        QString code;
        bool warns = false;
        qint64 count = 0;
        std::vector<std::size_t> issues;  ///< of the dataset
    };

    std::shared_ptr<const Dataset> m_dataset;
    std::vector<Group> m_groups;
    int m_needsLook = 0;
};

/// "Not a number" for "number-unreadable"; empty for a code without a title.
QString issueTitle(const QString& code);

}  // namespace icp::ui
