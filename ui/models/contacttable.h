#pragma once

#include "core/workshop/contacts.h"
#include "ui/document/accountfacts.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace icp::ui {

/// Accounts with how many people and roles are known there: best tier first, those of highest value first.
class ContactTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Tier, People, Roles, Missing, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const AccountFacts> facts, std::shared_ptr<const Contacts> contacts,
              const std::vector<Fit>& fit, const std::vector<Persona>& personas);
    void setSearch(const QString& text);
    void setBand(std::optional<ContactBand> band);
    void setFittingOnly(bool only);
    qint64 count(ContactBand band) const { return m_counts[std::size_t(band)]; }  ///< whatever the band shown
    std::uint32_t account(int row) const { return m_shown[std::size_t(row)]; }
    const std::vector<Persona>& personas() const { return m_personas; }
    const Contacts& contacts() const { return *m_contacts; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void narrow();
    QString text(std::uint32_t account, int column) const;
    Fit fitOf(std::uint32_t account) const { return account < m_fit.size() ? m_fit[account] : Fit::None; }

    std::shared_ptr<const AccountFacts> m_facts = std::make_shared<const AccountFacts>();
    std::shared_ptr<const Contacts> m_contacts = std::make_shared<const Contacts>();
    std::vector<Fit> m_fit;
    std::vector<Persona> m_personas;
    std::vector<std::uint32_t> m_shown;
    std::array<qint64, 3> m_counts{};
    QString m_search;
    std::optional<ContactBand> m_band;
    bool m_fittingOnly = true;
};

}  // namespace icp::ui
