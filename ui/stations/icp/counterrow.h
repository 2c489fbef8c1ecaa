#pragma once

#include "core/workshop/icp.h"

#include <QWidget>

class QToolButton;

namespace icp::ui {

class WrapText;

/// A counter-proposal below its criterion: who would have what in its place and why, and what to do with it.
class CounterRow : public QWidget {
    Q_OBJECT
public:
    explicit CounterRow(QWidget* parent = nullptr);

    void show(const CounterProposal& counter, const QString& criterion);

Q_SIGNALS:
    void adoptAsked();
    void editAsked();
    void removeAsked();

private:
    WrapText* m_words;
    WrapText* m_why;
    QToolButton* m_adopt;
    QToolButton* m_edit;
    QToolButton* m_remove;
};

}  // namespace icp::ui
