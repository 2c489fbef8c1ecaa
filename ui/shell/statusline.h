#pragma once

#include <QStatusBar>

class QLabel;

namespace icp::ui {

class Document;

/// The bottom line: how old the data are, how many, how the room voted, where they stay, when the last edit
/// was saved, and what undo took back.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    void setDocument(Document* document);

protected:
    void changeEvent(QEvent* event) override;

private:
    void describeData();
    void describeVote();
    void markSaved();
    void restyle();

    Document* m_document = nullptr;
    QLabel* m_calendar;
    QLabel* m_date;
    QLabel* m_counts;
    QLabel* m_vote;
    QLabel* m_privacy;
    QLabel* m_tick;
    QLabel* m_saved;
};

}  // namespace icp::ui
