#pragma once

#include "core/workshop/priorities.h"
#include "ui/document/background.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace icp::ui {

class BallotCard;
class Document;
class PlainTable;
class Text;
class TextRows;

/// What matters most in a profile: everybody puts dots on its criteria in silence, then all are shown at once
/// and can become its levels.
class PrioritiesPage : public QWidget {
    Q_OBJECT
public:
    explicit PrioritiesPage(QWidget* parent = nullptr);

    void setDocument(Document* document);
    /// After a change of the workshop.
    void refresh();
    void waitForIdle() { m_counting.wait(); }

Q_SIGNALS:
    void done(const QString& words);  ///< what was done and can be undone

private:
    QWidget* buildResult();
    DotVote current() const;
    void showSpread();
    void enter(const Ballot& ballot);
    void reveal();
    void startAnew();
    void use();
    void showVoters(const DotVote& vote);
    void count(const DotVote& vote, const Icp& icp);
    void showOrder();

    Document* m_document = nullptr;
    Background m_counting;
    std::optional<Priorities> m_priorities;
    QString m_fresh;  ///< id of the next vote
    BallotCard* m_ballot;
    Text* m_state;
    Text* m_beside;
    Text* m_spread;
    TextRows* m_rows;
    PlainTable* m_table;
    QPushButton* m_reveal;
    QPushButton* m_anew;
    QPushButton* m_use;
};

}  // namespace icp::ui
