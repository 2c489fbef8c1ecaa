#pragma once

#include "core/analysis/findings.h"

#include <QAbstractListModel>

#include <vector>

namespace icp::ui {

/// The attributes of the findings, strongest first, with two groups at the end that fold open: those in which
/// no pattern was found, and those left out because they know the result.
class AttributeListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ProfileRole = Qt::UserRole + 1, IsGroupRole, IsOpenRole, CountRole };
    enum class Order { Strongest, Name, Class };
    enum class Group { NoPattern, LeftOut };

    using QAbstractListModel::QAbstractListModel;

    void setFindings(const Findings& findings);
    const Findings& findings() const { return m_findings; }
    void setOrder(Order order);
    Order order() const { return m_order; }
    /// What is narrowed to holds too few to rank by: the attributes stand as they did before.
    bool ranksAsBefore() const { return m_findings.mode != Mode::Full && !m_ranking.isEmpty(); }
    /// These stand first, whatever was found of them: everything is narrowed by them.
    void setKept(const QStringList& names);  ///< before setFindings()
    /// Rows whose label has `text`; groups with hits are open then.
    void setSearch(const QString& text);
    /// Folds the group in `row` open or shut.
    void toggle(int row);
    /// nullptr for rows that are groups.
    const AttributeProfile* profile(int row) const;
    /// -1 when it is not shown; a folded group that holds it is opened when `open`.
    int rowOf(const QString& name, bool open = false);
    int analysed() const { return m_analysed; }
    int rowOfGroup(Group group) const;  ///< -1 when it is empty
    int sizeOf(Group group) const { return int(m_members[int(group)].size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        int attribute = -1;  ///< -1: a group
        Group group = Group::NoPattern;
    };
    void rebuild();
    bool groupOpen(Group group) const { return m_open[int(group)] || !m_search.isEmpty(); }

    Findings m_findings;
    Order m_order = Order::Strongest;
    QStringList m_ranking;  ///< names as they were ranked before everything was narrowed to too few to rank
    QStringList m_kept;
    QString m_search;
    bool m_open[2] = {false, false};
    std::vector<int> m_members[2];
    std::vector<Row> m_rows;
    int m_analysed = 0;
};

/// "Very clear", "Clear", "Unsure"; "Direction only" when the findings rank nothing.
QString strengthText(const AttributeProfile& attribute, Mode mode);
QString classLabel(AttributeClass cls);

}  // namespace icp::ui

Q_DECLARE_METATYPE(const icp::AttributeProfile*)
