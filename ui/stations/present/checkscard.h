#pragma once

#include "ui/models/sharechecks.h"
#include "ui/widgets/card.h"

class QPlainTextEdit;
class QVBoxLayout;

namespace icp::ui {

/// Before you share: what is in order and what to look at, and the notes of the presenter.
class ChecksCard : public Card {
    Q_OBJECT
public:
    explicit ChecksCard(QWidget* parent = nullptr);

    void setChecks(const std::vector<ShareCheck>& checks);
    void setNotes(const QString& notes);

Q_SIGNALS:
    void acted(icp::ui::ShareCheck::Kind kind);
    void notesWritten(const QString& notes);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();

    std::vector<ShareCheck> m_checks;
    QVBoxLayout* m_rows;
    QPlainTextEdit* m_notes;
    QString m_stored;
};

}  // namespace icp::ui
