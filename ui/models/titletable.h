#pragma once

#include "core/workshop/contacts.h"

#include <QAbstractTableModel>

#include <memory>

namespace icp::ui {

/// The job titles of all contacts, the commonest first, each with what it was read as and the rule that
/// decided.
class TitleTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, People, Role, Persona, Reading, Rule, ColumnCount };
    enum DataRole { UnreadRole = Qt::UserRole };  ///< bool: no rule knows the title
    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const Contacts> contacts, const std::vector<icp::Persona>& personas);
    void setSearch(const QString& text);
    /// Only titles that no rule knows, or whose role nobody on the panel plays.
    void setOpenOnly(bool only);
    QString title(int row) const { return at(row).title; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Contacts::Title& at(int row) const { return m_contacts->titles[m_shown[std::size_t(row)]]; }
    QString titleOf(int persona) const;
    QString text(const Contacts::Title& title, int column) const;
    void narrow();

    std::shared_ptr<const Contacts> m_contacts = std::make_shared<const Contacts>();
    std::vector<icp::Persona> m_personas;
    std::vector<std::size_t> m_shown;
    QString m_search;
    bool m_openOnly = false;
};

/// "Champion, Group financial controller": a persona in a list.
QString personaName(const icp::Persona& persona);

}  // namespace icp::ui
