#pragma once

#include "core/workshop/titles.h"

#include <QAbstractTableModel>

#include <vector>

namespace icp::ui {

/// The rules that read titles: those of the panel's personas first, which can be edited, then the usual ones.
/// Editing makes changed personas; whoever owns them stores those.
class TitleRulesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Words, Says, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setPersonas(const std::vector<Persona>& personas);
    void setSearch(const QString& text);
    /// Gives words to a persona, and takes them from every other.
    void add(const QString& words, int persona);
    bool isOwn(int row) const { return row < int(m_own.size()); }
    void remove(int row);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void edited(const std::vector<icp::Persona>& personas, const QString& text);

private:
    struct Own {
        int persona;
        int place;  ///< among its patterns
    };
    void narrow();
    QString says(int row) const;

    std::vector<Persona> m_personas;
    std::vector<Own> m_own;
    std::vector<const TitleRule*> m_usual;
    QString m_search;
};

}  // namespace icp::ui
