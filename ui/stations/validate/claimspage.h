#pragma once

#include "ui/document/background.h"
#include "ui/models/claimlist.h"

#include <QWidget>

class QListView;
class QScrollArea;
class QStackedWidget;

namespace icp::ui {

class Card;
class ClaimCard;
class ClaimForm;
class Columns;
class Document;

/// What people say of customers, each with what the data say of it: asked anew of every other dataset, filter
/// and edit, beside the window.
class ClaimsPage : public QWidget {
    Q_OBJECT
public:
    explicit ClaimsPage(QWidget* parent = nullptr);

    void setDocument(Document* document);
    /// After an edit, other data or another filter; cheap when nothing of that happened.
    void refresh();
    void add();
    void edit();
    void remove();
    void lookInside();
    /// Opens the form with a claim that was not made here.
    void propose(const Claim& claim);
    void select(const QString& id);
    QString selected() const;
    bool writing() const;  ///< the form is open
    void fit(int sideWidth);
    void waitForIdle();

Q_SIGNALS:
    void removed(const QString& statement);
    void narrowed();  ///< everything is about those a claim speaks of

private:
    QWidget* buildList();
    void open(const Claim& claim, bool isNew);
    void closeForm();
    void check();
    void showClaim();
    void showSide(bool shown);

    Document* m_document = nullptr;
    Background m_checking;
    std::shared_ptr<const Dataset> m_asked;  ///< what the claims on screen were asked of
    Study m_askedStudy;
    int m_sideWidth = 0;  ///< at 100 %
    ClaimListModel* m_model;
    Columns* m_columns;
    Card* m_card;
    QStackedWidget* m_lists;
    QListView* m_view;
    QStackedWidget* m_side;
    ClaimCard* m_claim;
    QScrollArea* m_told;
    ClaimForm* m_form;
};

}  // namespace icp::ui
