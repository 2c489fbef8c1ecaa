#pragma once

#include "core/workshop/contacts.h"
#include "core/workshop/persona.h"

#include <QAbstractTableModel>

#include <vector>

namespace icp::ui {

/// The persona matrix: a row per field, a column per persona. Editing a cell makes changed personas; whoever
/// owns them stores those.
class PersonaModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        AnecdoteRole = Qt::UserRole,  ///< bool, of cells; can be set
        MissingRole,                  ///< bool, of cells: nobody has written anything
        RoleRole,                     ///< int BuyingRole, of columns
        TitleRole,                    ///< job title, of columns
        CoverageRole,                 ///< double 0 to 1, of columns; invalid when there are no contacts
        CoverageTextRole,             ///< "74 of 212 won accounts", of columns
        RoleMissingRole,              ///< bool, of columns: hardly anybody of its buying role is known
        TierRole,                     ///< int, of columns
        CompleteRole                  ///< "8/11": needed cells that are written, of columns
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setPersonas(const std::vector<Persona>& personas);
    /// In the order of the personas; empty = not known. `ofRole` as roleCoverageOf() tells it.
    void setCoverage(const std::vector<Coverage>& coverage, const std::vector<Coverage>& ofRole);
    const std::vector<Persona>& personas() const { return m_personas; }
    const std::vector<Coverage>& roleCoverage() const { return m_ofRole; }

    /// Cells as tab-separated text, as spreadsheets take and give it: cells with tabs, quotes or line ends in
    /// quotes.
    QString copied(const QModelIndexList& cells) const;
    void paste(const QModelIndex& at, const QString& text);
    void clear(const QModelIndexList& cells);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void edited(const std::vector<icp::Persona>& personas, const QString& text);

private:
    QVariant columnData(int column, int role) const;

    std::vector<Persona> m_personas;
    std::vector<Coverage> m_coverage;
    std::vector<Coverage> m_ofRole;
};

/// Rows of cells in tab-separated text.
std::vector<QStringList> cellsOf(const QString& text);

}  // namespace icp::ui
