#pragma once

#include "core/proposals/proposals.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace icp::ui {

/// What the program is not certain of, by kind: spellings, words for no value, accounts of rows without one,
/// accounts that are there twice. Nothing of it holds until the user accepts it; what was accepted and what
/// was left as it is stand below, so that they can be seen and taken back.
class ProposalList : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Kind { Spelling, NoValue, Account, Twins, Decided, Declined };
    explicit ProposalList(QObject* parent = nullptr);

    /// Both may be nullptr: nothing is proposed. `decided`: what was accepted; `declined`: what was left as
    /// it is and would be proposed otherwise.
    void setProposals(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const Proposals> proposals,
                      const Decisions& decided = {}, const Decisions& declined = {});
    int count() const;  ///< of what is proposed
    int count(Kind kind) const;
    QModelIndex indexOf(Kind kind) const;  ///< invalid when there is none of this kind

    /// What these rows propose, each once; a kind stands for all of it.
    Decisions chosen(const QModelIndexList& rows) const;
    int count(const QModelIndexList& rows) const;
    /// The same of what was accepted.
    Decisions decided(const QModelIndexList& rows) const;
    int countDecided(const QModelIndexList& rows) const;
    /// The same of what was left as it is.
    Decisions declined(const QModelIndexList& rows) const;
    int countDeclined(const QModelIndexList& rows) const;
    /// Reason and what differs, in sentences; of a kind, what accepting it does.
    QString explanation(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// One of them by its kind and its place among these.
    struct Place {
        Kind kind;
        std::size_t at;
    };
    std::optional<Place> at(const QModelIndex& index) const;
    QString what(const Place& place) const;
    QString files(const Place& place) const;  ///< where it stands
    QString why(const Place& place) const;
    qint64 rows(const Place& place) const;
    void append(Decisions& to, const Place& place) const;
    enum class State { Open, Decided, Declined };
    static State stateOf(Kind kind);
    std::vector<Place> of(const QModelIndexList& rows, State state) const;
    Decisions all(const std::vector<Place>& places) const;
    QString what(const Decisions& one) const;
    QString label(const QString& attribute) const;

    std::shared_ptr<const Dataset> m_dataset;
    std::shared_ptr<const Proposals> m_proposals;
    std::vector<Decisions> m_decided;   ///< one each
    std::vector<Decisions> m_declined;  ///< the same
    std::vector<Kind> m_kinds;          ///< those that have any
};

}  // namespace icp::ui
