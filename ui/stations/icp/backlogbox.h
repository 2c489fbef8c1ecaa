#pragma once

#include "core/workshop/implications.h"

#include <QWidget>

class QLineEdit;

namespace icp::ui {

class Text;

/// Somebody holds a company against the profile: who and why, for the research backlog, and what the backlog
/// has on it already.
class BacklogBox : public QWidget {
    Q_OBJECT
public:
    explicit BacklogBox(QWidget* parent = nullptr);

    /// `company` tells one from another: what was typed about the last one is dropped.
    void show(const QString& company, const std::vector<ResearchItem>& known);

Q_SIGNALS:
    void addAsked(const QString& author, const QString& reason);

private:
    void add();

    QString m_company;
    Text* m_known;
    QLineEdit* m_author;
    QLineEdit* m_reason;
    Text* m_missing;
};

}  // namespace icp::ui
