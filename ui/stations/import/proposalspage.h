#pragma once

#include "ui/stations/import/proposallist.h"

#include <QWidget>

class QPushButton;
class QTreeView;

namespace icp::ui {

class WrapText;

/// The proposals and what to do with those that are chosen: accept, or not the same. What was accepted can be
/// taken back.
class ProposalsPage : public QWidget {
    Q_OBJECT
public:
    explicit ProposalsPage(QWidget* parent = nullptr);
    void setProposals(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const Proposals> proposals,
                      const Decisions& decided, const Decisions& declined);
    int count() const { return m_list->count(); }
    int count(ProposalList::Kind kind) const { return m_list->count(kind); }
    /// Chooses all of this kind.
    void choose(ProposalList::Kind kind);

Q_SIGNALS:
    void accepted(const icp::Decisions& decisions, int count);
    void declined(const icp::Decisions& decisions, int count);
    void takenBack(const icp::Decisions& decisions, int count);   ///< what was accepted
    void askedAgain(const icp::Decisions& decisions, int count);  ///< what was left as it is

private:
    void refresh();

    bool m_looked = false;  ///< whether anybody has looked for proposals yet
    ProposalList* m_list;
    QTreeView* m_tree;
    WrapText* m_why;
    QPushButton* m_accept;
    QPushButton* m_decline;
    QPushButton* m_takeBack;
    QPushButton* m_askAgain;
};

}  // namespace icp::ui
