#pragma once

#include "core/table/dataset.h"

#include <QAbstractTableModel>
#include <QHash>

#include <memory>
#include <vector>

namespace icp::ui {

/// The first rows of one imported file, cell by cell as understood; cells that could not be read are shown as
/// written.
class PreviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { TypeRole = Qt::UserRole + 1, AttributeRole, LeftOutRole, ReasonRole };
    explicit PreviewModel(QObject* parent = nullptr);

    void setFile(std::shared_ptr<const Dataset> dataset, int file, bool onlyDoubtful);
    const ColumnInfo& info(int column) const;
    Entity entity() const { return m_entity; }
    int doubtful() const { return m_doubtful; }  ///< columns of the file with problems, shown or not
    QStringList leftOut() const;                 ///< headers of the file's columns kept out of the analysis
    int columnOf(const QString& header) const;   ///< -1 when it is not shown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Shown {
        int info = 0;                    ///< index into SourceFile::columnInfo
        const Column* column = nullptr;  ///< nullptr: the importer did not keep it
        bool leftOut = false;
        QString reason;
    };
    const Attribute* attributeOf(const ColumnInfo& info) const;

    std::shared_ptr<const Dataset> m_dataset;
    int m_file = 0;
    Entity m_entity = Entity::Account;
    int m_doubtful = 0;
    std::vector<Shown> m_columns;
    std::vector<std::uint32_t> m_rows;                          ///< of the entity's table
    QHash<std::pair<quint32, QString>, const Issue*> m_unread;  ///< by row of the file and header
    QHash<quint32, bool> m_badRows;
};

}  // namespace icp::ui
