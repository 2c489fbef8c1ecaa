#pragma once

#include "core/proposals/proposals.h"

#include <QAbstractItemModel>

#include <array>

namespace icp::ui {

/// What the program is not certain of, by kind: spellings, words for no value, accounts of rows without one,
/// accounts that are there twice. Nothing of it holds until the user accepts it.
class ProposalList : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Kind { Spelling, NoValue, Account, Twins };
    explicit ProposalList(QObject* parent = nullptr);

    void setProposals(const Dataset& dataset, const Proposals& proposals);
    int count() const;
    int count(Kind kind) const { return int(m_proposals[std::size_t(kind)].size()); }
    QModelIndex indexOf(Kind kind) const;  ///< invalid when there is none of this kind

    /// What these rows propose, each once; a kind stands for all of it.
    Decisions chosen(const QModelIndexList& rows) const;
    int count(const QModelIndexList& rows) const;
    /// Reason and what differs, in sentences; of a kind, what accepting it does.
    QString explanation(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Proposal {
        QString what;
        QString why;
        qint64 rows = 0;
        Decisions decisions;
    };
    std::vector<const Proposal*> of(const QModelIndexList& rows) const;
    const Proposal* at(const QModelIndex& index) const;

    std::array<std::vector<Proposal>, 4> m_proposals;
    std::vector<Kind> m_kinds;  ///< those that have any
};

}  // namespace icp::ui
