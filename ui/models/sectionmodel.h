#pragma once

#include "core/workshop/icp.h"

#include <QAbstractListModel>

#include <array>

namespace icp::ui {

QString sectionTitle(Section section);
/// What the section wants to know; shown while it is empty.
QString sectionQuestion(Section section);
QString sectionIcon(Section section);
QString importanceTitle(Importance importance);

/// The eight sections of the ICP template with their number of entries.
class SectionModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        CountRole = Qt::UserRole,  ///< int
        CountTextRole,             ///< "2", "1 of 3", "required"
        IconRole,                  ///< name of the icon
        MissingRole                ///< bool: required and empty
    };
    using QAbstractListModel::QAbstractListModel;

    void setIcp(const Icp& icp);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::array<int, sectionCount> m_counts{};
};

}  // namespace icp::ui
