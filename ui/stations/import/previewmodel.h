#pragma once

#include "core/table/dataset.h"

#include <QAbstractTableModel>
#include <QHash>

#include <memory>
#include <vector>

namespace icp::ui {

/// The rows of one imported file, cell by cell as understood; cells that could not be read are shown as
/// written.
class PreviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { TypeRole = Qt::UserRole + 1, AttributeRole, LeftOutRole, ReasonRole };
    explicit PreviewModel(QObject* parent = nullptr);

    void setFile(std::shared_ptr<const Dataset> dataset, int file);
    const ColumnInfo& info(int column) const;
    Entity entity() const { return m_entity; }
    int columnOf(const QString& header) const;  ///< -1 when there is none
    /// Where a row of the file stands, as a spreadsheet counts it; where it would stand when it was set
    /// aside. -1 when there are no rows.
    int indexOf(qint64 fileRow) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Shown {
        const Column* column = nullptr;  ///< nullptr: the importer did not keep it
        bool years = false;              ///< see holdsYears()
        bool leftOut = false;
        QString reason;
    };
    quint32 fileRow(std::uint32_t row) const;

    std::shared_ptr<const Dataset> m_dataset;
    int m_file = 0;
    Entity m_entity = Entity::Account;
    std::vector<Shown> m_columns;                               ///< as SourceFile::columnInfo
    std::vector<std::uint32_t> m_rows;                          ///< of the entity's table
    QHash<std::pair<quint32, QString>, const Issue*> m_unread;  ///< by row of the file and header
    QHash<quint32, bool> m_badRows;
};

}  // namespace icp::ui
