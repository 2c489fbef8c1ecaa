#pragma once

#include "core/workshop/fitdecision.h"
#include "ui/document/accountfacts.h"

#include <QAbstractTableModel>

#include <functional>

namespace icp::ui {

/// Every account with its fit, score and what decided it. Sorted and narrowed over an index, so that 100,000
/// rows cost what is on screen.
class FitListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, FitColumn, Score, Value, Decided, ColumnCount };
    enum class Which { Customers, Everybody, ByHand };
    using QAbstractTableModel::QAbstractTableModel;

    /// `decided`: what decided an account, in words.
    void show(std::shared_ptr<const AccountFacts> facts, const FitTable& fit, const FitDecisions& decisions,
              std::function<QStringList(std::uint32_t)> decided);
    void setSearch(const QString& text);
    void setFit(std::optional<Fit> fit);
    void setWhich(Which which);
    void sort(int column, Qt::SortOrder order) override;
    qint64 count(Fit fit) const { return m_counts[std::size_t(fit)]; }  ///< whatever the fit shown
    std::uint32_t account(int row) const { return m_shown[std::size_t(row)]; }
    int rowOf(std::uint32_t account) const;  ///< -1 = not shown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void narrow();
    void arrange();
    QString text(std::uint32_t account, int column) const;

    std::shared_ptr<const AccountFacts> m_facts = std::make_shared<const AccountFacts>();
    FitTable m_fit;
    FitDecisions m_decisions;
    std::function<QStringList(std::uint32_t)> m_decided;
    std::vector<std::uint32_t> m_shown;
    std::array<qint64, 4> m_counts{};
    QString m_search;
    std::optional<Fit> m_only;
    Which m_which = Which::Customers;
    int m_sortedBy = Score;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

QString fitTitle(Fit fit);  ///< "Ideal", "Stretch", "Bad", "Not judged"

}  // namespace icp::ui
