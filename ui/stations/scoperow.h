#pragma once

#include "core/analysis/findings.h"

#include <QWidget>

class QMenu;

namespace icp::ui {

class Chip;
class Document;
class OutcomeForm;
class Text;

/// What the page is about, as chips: what is compared, over which dates, how many, and what is kept for
/// checking. A click changes it for all pages.
class ScopeRow : public QWidget {
    Q_OBJECT
public:
    explicit ScopeRow(QWidget* parent = nullptr);
    void setDocument(Document* document);

private:
    void refresh();
    void chooseUnit();
    void chooseDates();
    void chooseHoldout();
    void choose(const Study& study);
    void popUp(QMenu* menu, const QWidget* below);

    Document* m_document = nullptr;
    OutcomeForm* m_form = nullptr;
    Chip* m_unit;
    Chip* m_dates;
    Text* m_count;
    Chip* m_holdout;
};

}  // namespace icp::ui
